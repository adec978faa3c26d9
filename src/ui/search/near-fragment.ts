/** The longest part of a text that some document contains, found with few searches. */

/** In how many documents a text stands. */
export type CountText = (text: string) => Promise<number>;

/** Characters of a text that are looked at: a pasted paragraph must not start hundreds of searches. */
export const MOST_CHARACTERS = 24;

/** A part of a text: offsets in characters, end exclusive. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Which neighbouring characters stand together in no document: the offsets of the first of each two. */
export async function missingPairs(characters: readonly string[], count: CountText): Promise<number[]> {
  const pairs = characters.slice(1).map((second, at) => `${characters[at]}${second}`);
  const totals = new Map<string, Promise<number>>();
  for (const pair of pairs) if (!totals.has(pair)) totals.set(pair, count(pair));
  const found = await Promise.all(pairs.map((pair) => totals.get(pair)));
  return found.flatMap((total, at) => (total === 0 ? [at] : []));
}

/** The longest stretches without a missing pair, the longest first. Nothing that reaches beyond one can be found. */
function runsBetween(length: number, missing: readonly number[]): Run[] {
  const ends = [...missing.map((at) => at + 1), length];
  const runs = ends.map((end, index) => ({ start: index === 0 ? 0 : (ends[index - 1] ?? 0), end }));
  return runs
    .filter(({ start, end }) => end - start >= 2)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
}

/** Looks for ever longer parts of a text, and keeps the longest that was found. */
class FragmentSearch {
  best: [fragment: string, total: number] | undefined;
  longest = 1;
  readonly #characters: readonly string[];
  readonly #count: CountText;

  constructor(characters: readonly string[], count: CountText) {
    this.#characters = characters;
    this.#count = count;
  }

  async finds(start: number, end: number): Promise<boolean> {
    const fragment = this.#characters.slice(start, end).join('');
    const total = await this.#count(fragment);
    if (total > 0 && end - start > this.longest) {
      this.best = [fragment, total];
      this.longest = end - start;
    }
    return total > 0;
  }

  /** Halves the lengths between one that is found and `fails`, which isn't; `place` says where a length stands. */
  async #bisect(fails: number, place: (length: number) => Run): Promise<void> {
    let [found, tooLong] = [this.longest, fails];
    while (tooLong - found > 1) {
      const length = (found + tooLong) >> 1;
      const { start, end } = place(length);
      if (await this.finds(start, end)) found = length;
      else tooLong = length;
    }
  }

  /** Finds the longest part of a run that as a whole isn't found. */
  async within({ start, end }: Run): Promise<void> {
    await this.#bisect(end - start, (length) => ({ start, end: start + length }));
    await this.#bisect(end - start, (length) => ({ start: end - length, end }));
    // What stands in the middle: a window one longer than the best moves along, and grows where it finds something.
    for (let from = start + 1; from + this.longest + 1 < end; ) {
      if (!(await this.finds(from, from + this.longest + 1))) from += 1;
    }
  }
}

/**
 * The longest part of `characters`, two at the least and not all of them, that `count` finds, and in how many
 * documents. `missing` are their missing pairs. Mostly one search is enough, for what stands between two missing pairs
 * is a phrase of the documents; in the worst case it takes a dozen more searches than there are characters.
 */
export async function longestFragment(
  characters: readonly string[],
  missing: readonly number[],
  count: CountText,
): Promise<[fragment: string, total: number] | undefined> {
  const search = new FragmentSearch(characters, count);
  for (const run of runsBetween(characters.length, missing)) {
    const { start, end } = run;
    if (end - start <= search.longest) break;
    // All of the characters are known not to be found.
    const isAll = end - start === characters.length;
    if (isAll || !(await search.finds(start, end))) await search.within(run);
  }
  return search.best;
}
