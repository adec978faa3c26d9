import { textSlug } from './slug.ts';

/** What a list page's own address would be: no name may take it. */
const RESERVED = ['index'];

/** The name of a folder holds 255 bytes at most, on every disk; what tells names apart comes behind. */
const LONGEST_SLUG = 240;

/**
 * One ASCII slug per name, by pinyin. Names that sound alike get -2, -3 … in the order of their characters, so that
 * the same set of names always gives the same slugs. A name without a letter or Han character is `unnamed`; a slug longer
 * than a folder's name can be is cut.
 * `given` are slugs that names already have; they are kept.
 */
export function uniqueSlugs(
  names: Iterable<string>,
  given: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const taken = new Set([...RESERVED, ...given.values()]);
  const slugs = new Map(given);
  for (const name of [...new Set(names)].sort()) {
    if (slugs.has(name)) continue;
    const stem = textSlug(name).slice(0, LONGEST_SLUG).replace(/-+$/, '') || 'unnamed';
    let slug = stem;
    for (let count = 2; taken.has(slug); count++) slug = `${stem}-${count}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

/** Topic name → slug: the one that topics.yml gives it, else one by pinyin. `names` are topics of documents. */
export function topicSlugs(
  names: readonly string[],
  topics: readonly { name: string; slug?: string | undefined }[],
): Map<string, string> {
  const given = new Map(topics.flatMap(({ name, slug }) => (slug ? [[name, slug] as const] : [])));
  return uniqueSlugs([...names, ...topics.map(({ name }) => name)], given);
}
