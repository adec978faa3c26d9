/**
 * Traditional and variant characters (學 號 峯) compared as their simplified forms (学 号 峰), one character for one.
 * The whole table is the index builder's (scripts/search-index/variants-table.ts): browsers get the part that concerns a
 * document with it, and the part that concerns the library only for a query or page that may need it.
 */

/** Simplified forms by traditional or variant character; both of one UTF-16 unit. No form is a key itself. */
export type Variants = ReadonlyMap<string, string>;

/** `text` with every variant replaced: of the same length, so that offsets stay. */
export function foldVariants(text: string, variants: Variants): string {
  let folded = '';
  for (const character of text) folded += variants.get(character) ?? character;
  return folded;
}

/** A table as one string, 學学號号, in order of code points. */
export function packVariants(variants: Variants): string {
  const pairs = [...variants].map(([from, to]) => from + to);
  return pairs.sort().join('');
}

/** The table back. */
export function unpackVariants(packed: string): Variants {
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < packed.length; at += 2) table.set(packed.charAt(at), packed.charAt(at + 1));
  return table;
}
