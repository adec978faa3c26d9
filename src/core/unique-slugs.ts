import { textSlug } from './slug.ts';

/** What a list page's own address would be: no name may take it. */
const RESERVED = ['index'];

/**
 * One ASCII slug per name, by pinyin. Names that sound alike get -2, -3 … in the order of their characters,
 * so that the same set of names always gives the same slugs. A name without a letter or Han character is `unnamed`.
 */
export function uniqueSlugs(names: Iterable<string>): Map<string, string> {
  const taken = new Set(RESERVED);
  const slugs = new Map<string, string>();
  for (const name of [...new Set(names)].sort()) {
    const stem = textSlug(name) || 'unnamed';
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
  const slugs = uniqueSlugs([...names, ...topics.map((topic) => topic.name)]);
  for (const topic of topics) if (topic.slug) slugs.set(topic.name, topic.slug);
  return slugs;
}
