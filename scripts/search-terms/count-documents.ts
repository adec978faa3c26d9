/** In how many documents each of many terms stands. */

const pairKey = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);

/**
 * For each term the number of `texts` that contain it. Terms and texts are normalised; terms have at least two UTF-16
 * units. Each text is read once, however many terms there are.
 */
export function countDocuments(terms: readonly string[], texts: readonly string[]): number[] {
  const byPair = new Map<number, number[]>();
  // Most places in a text are ruled out by one of these, without a look into the table.
  const [begins, follows] = [new Uint8Array(0x10000), new Uint8Array(0x10000)];
  for (const [index, term] of terms.entries()) {
    begins[term.charCodeAt(0)] = 1;
    follows[term.charCodeAt(1)] = 1;
    const key = pairKey(term, 0);
    byPair.set(key, [...(byPair.get(key) ?? []), index]);
  }
  const counts = new Array<number>(terms.length).fill(0);
  const seenIn = new Int32Array(terms.length).fill(-1);
  for (const [number, text] of texts.entries()) {
    for (let at = 0; at + 1 < text.length; at++) {
      if (begins[text.charCodeAt(at)] === 0 || follows[text.charCodeAt(at + 1)] === 0) continue;
      for (const index of byPair.get(pairKey(text, at)) ?? []) {
        if (seenIn[index] === number || !text.startsWith(terms[index] ?? '', at)) continue;
        seenIn[index] = number;
        counts[index] = (counts[index] ?? 0) + 1;
      }
    }
  }
  return counts;
}
