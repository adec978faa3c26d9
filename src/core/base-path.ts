/** A base path with one slash at each end: `wenku`, `/wenku` and `/wenku/` are the same place, and '' is the root. */
export function normalizeBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
