import { normalizeBase } from '../core/base-path.ts';

/** The site's base path, beginning and ending with a slash. */
export const base: string = normalizeBase(import.meta.env.BASE_URL);

/** Root-relative address of a path within the site, e.g. `link('years/2011/')`. */
export function link(path = ''): string {
  return base + path;
}

/** Address of a file that is served as it is, by its path below the site's root; its name may hold any character. */
export function fileUrl(file: string): string {
  return link(file.split('/').map(encodeURIComponent).join('/'));
}

/** Address of the page of a document number; the path segment is percent-encoded. */
export function numberUrl(canonical: string): string {
  return link(`n/${encodeURIComponent(canonical)}/`);
}

export function yearUrl(year: number): string {
  return link(`years/${year}/`);
}

/** Address of an issuer's page; see `issuerSlugs` for how names that sound alike are told apart. */
export function issuerUrl(slug: string): string {
  return link(`issuers/${slug}/`);
}

export function topicUrl(slug: string): string {
  return link(`topics/${slug}/`);
}
