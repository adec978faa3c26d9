/** Addresses as they work from disk: relative to the page, with the file's name, which no server supplies. */
import path from 'node:path';

/** What addresses are judged by. */
export interface OfflineSite {
  /** Path of the site on its server, with a slash at each end. */
  readonly base: string;
  /** The address at which the site is published; only its scheme and host count. */
  readonly siteUrl: string;
  /** The files that may be linked to, below the site's folder, with forward slashes. */
  readonly files: ReadonlySet<string>;
}

/** `kept`: not the site's own, leave it as it is. `missing`: the site's own, but not in the copy. */
export type Placed = { readonly address: string } | 'kept' | 'missing';

const ELSEWHERE = 'http://site.invalid';

/** Where `address`, as it stands in the file `from`, leads in a copy on disk. */
export function placeAddress(address: string, from: string, site: OfflineSite): Placed {
  // A place on the page itself, or a question to it.
  if (/^[?#]|^$/.test(address.trim())) return 'kept';
  const file = `${ELSEWHERE}${site.base}${from.split('/').map(encodeURIComponent).join('/')}`;
  if (!URL.canParse(address, file)) return 'kept';
  const url = new URL(address, file);
  const below = pathBelow(url, site);
  if (below === undefined || below === 'missing') return below ?? 'kept';
  const target = [below, `${below}index.html`, `${below}/index.html`].find((name) => site.files.has(name));
  if (target === undefined) return 'missing';
  return { address: relativePath(from, target) + url.search + url.hash };
}

/** The path below the site's root, percent-encoding undone; undefined for an address of another site. */
function pathBelow(url: URL, { base, siteUrl }: OfflineSite): string | 'missing' | undefined {
  const here = url.origin === ELSEWHERE;
  if (!here && url.origin !== new URL(siteUrl).origin) return undefined;
  const full = `${url.pathname}/` === base ? base : url.pathname;
  if (!full.startsWith(base)) return here ? 'missing' : undefined;
  try {
    return decodeURIComponent(full.slice(base.length));
  } catch {
    // A malformed % sequence names no file.
    return 'missing';
  }
}

/** From the folder of one file to another file, percent-encoded. */
export function relativePath(from: string, target: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), target);
  return relative.split('/').map(encodeURIComponent).join('/');
}

/** From the folder of a file to the site's root, ending in a slash. */
export function relativeRoot(from: string): string {
  return '../'.repeat(from.split('/').length - 1) || './';
}
