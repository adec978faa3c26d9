import { textSlug } from './slug.ts';

/** Longer file names are cut at a whole word. */
const LONGEST_NAME = 60;

/** A document's file name without extension, made from its title in pinyin; empty for a title without letter or digit. */
export function titleSlug(title: string): string {
  const slug = textSlug(title);
  if (slug.length <= LONGEST_NAME) return slug;
  const cut = slug.slice(0, LONGEST_NAME + 1).lastIndexOf('-');
  return slug.slice(0, cut > LONGEST_NAME / 2 ? cut : LONGEST_NAME);
}
