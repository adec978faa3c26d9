import { normalizeTitle } from './cited-titles.ts';

/** Where links of rendered text lead. A plain object, so that it can be an option of the pipeline and be hashed. */
export interface LinkTable {
  /** Canonical document number → its document or record. */
  numbers: Record<string, LinkTarget>;
  /** Normalised title → the one document that bears it. A title borne by several is absent: no guess is made. */
  titles: Record<string, LinkTarget>;
  /** Address of the page of a number that the library lacks is this, the canonical number and a slash. */
  missing: string;
  /** Base path of the site, beginning and ending with a slash. */
  base: string;
}

/** What a number, or a title cited without one, leads to; undefined when the library lacks it or several bear the title. */
export function findTarget(
  links: LinkTable,
  { canonical, title }: { canonical: string | null; title: string | null },
): LinkTarget | undefined {
  const [table, key] =
    canonical === null ? [links.titles, normalizeTitle(title ?? '')] : [links.numbers, canonical];
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** What a link to a document shows of it. */
export interface LinkTarget {
  id: string;
  href: string;
  title: string;
  /** `record` when only the bibliographic record is held. */
  held: 'text' | 'record';
  /** True for a repealed or lapsed document. */
  dead: boolean;
}

/** One mention of another document in a document's text. As found and as understood are kept apart. */
export interface Reference {
  kind: 'number' | 'title';
  /** As printed. */
  raw: string;
  /** Canonical document number; null for a title cited without one. */
  canonical: string | null;
  /** The title printed for it, outer marks off; null for a number cited without one. */
  title: string | null;
  /** Id of the block that holds it, for the address. */
  anchor: string;
  /** Label of the clause that holds it, e.g. 第三部分第6条; null before the first clause. */
  clause: string | null;
  /** The sentence around it. */
  sentence: string;
}

/** How a citation came out: held in text, held as a record, not held, or borne by several documents. */
export type Resolution = 'held' | 'record' | 'missing' | 'ambiguous';
