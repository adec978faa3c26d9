import { normalizeBase } from '../core/base-path.ts';
import { textSlug } from '../core/slug.ts';

/** The site's base path, beginning and ending with a slash. */
export const base: string = normalizeBase(import.meta.env.BASE_URL);

/** Root-relative address of a path within the site, e.g. `link('years/2011/')`. */
export function link(path = ''): string {
  return base + path;
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

/**
 * One ASCII slug per name, by pinyin. Names that sound alike get -2, -3 … in the order of their characters, so that
 * the same set of names always gives the same slugs. `given` are slugs that names already have; they are kept.
 */
export function uniqueSlugs(
  names: Iterable<string>,
  given: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const slugs = new Map(given);
  const taken = new Set(given.values());
  for (const name of [...new Set(names)].sort()) {
    if (slugs.has(name)) continue;
    const slug = textSlug(name);
    let free = slug;
    for (let count = 2; taken.has(free); count++) free = `${slug}-${count}`;
    taken.add(free);
    slugs.set(name, free);
  }
  return slugs;
}
