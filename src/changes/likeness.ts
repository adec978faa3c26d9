/** How alike two texts are, by the pairs of characters that they share. */

/** The pairs of neighbouring characters of a text, spaces left out; a text of one character is its own pair. */
export function pairsOf(text: string): Set<string> {
  const plain = [...text.replace(/\s+/gu, '')];
  if (plain.length < 2) return new Set(plain);
  return new Set(plain.slice(1).map((character, index) => (plain[index] ?? '') + character));
}

/** Share of the pairs that both have, from 0 to 1. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
