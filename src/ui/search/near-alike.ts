/** What a keyword that stands nowhere may have meant: a word that sounds like it or looks like it. */
import type { Likeness } from '../../search/alike.ts';
import type { SuggestTerm } from '../../search/suggest-terms.ts';
import {
  type Candidate,
  type Characters,
  candidatesFor,
  groupsOf,
  inContext,
  suspects,
} from './alike-candidates.ts';
import type { CountText } from './near-fragment.ts';
import type { NearTables } from './term-files.ts';

/** A text that is found in the place of one that isn't. */
export interface Alike {
  /** What it stands for: the keyword, or the part of it that alone could be mended. */
  readonly from: string;
  readonly text: string;
  readonly likeness: Likeness;
  readonly total: number;
}

/** Found texts after which the search ends. */
const ENOUGH = 2;
/** Terms that are tried. */
const MOST_TERMS = 6;

const replaced = (characters: Characters, at: number, length: number, by: string): string =>
  [...characters.slice(0, at), by, ...characters.slice(at + length)].join('');

/** A term in the place of what sounds like it. */
interface TermChange {
  /** The keyword with the term in it. */
  readonly text: string;
  readonly term: SuggestTerm;
  /** What the term stands for. */
  readonly from: string;
}

/** Where a term fits by its sound but not by its characters, over a missing pair; the longer terms first. */
function byTerms(
  characters: Characters,
  missing: readonly number[],
  { terms, alike }: NearTables,
): TermChange[] {
  const fits = ({ bare, syllables }: SuggestTerm, at: number): boolean =>
    missing.some((pair) => pair + 1 >= at && pair < at + syllables.length) &&
    syllables.every((syllable, index) => alike.soundsAlike(characters[at + index] ?? '', syllable)) &&
    characters.slice(at, at + syllables.length).join('') !== bare;
  const found: TermChange[] = [];
  for (const term of terms) {
    const { length } = term.syllables;
    for (let at = 0; at + length <= characters.length; at++) {
      if (!fits(term, at)) continue;
      const from = characters.slice(at, at + length).join('');
      found.push({ text: replaced(characters, at, length, term.bare), term, from });
    }
  }
  found.sort((a, b) => b.term.bare.length - a.term.bare.length || b.term.documents - a.term.documents);
  return found.slice(0, MOST_TERMS);
}

class AlikeSearch {
  readonly found: Alike[] = [];
  readonly #keyword: string;
  readonly #count: CountText;

  constructor(keyword: string, count: CountText) {
    this.#keyword = keyword;
    this.#count = count;
  }

  get isEnough(): boolean {
    return this.found.length >= ENOUGH;
  }

  async offer(text: string, likeness: Likeness, from = this.#keyword): Promise<void> {
    if (this.isEnough || this.found.some((other) => other.text === text)) return;
    const total = await this.#count(text);
    if (total > 0) this.found.push({ from, text, likeness, total });
  }

  /** Mends one run of missing pairs after the other, and offers what comes of it. */
  async mend(characters: Characters, missing: readonly number[], tables: NearTables): Promise<void> {
    const groups = groupsOf(missing);
    const last = groups.pop();
    let mended = characters;
    let looks = false;
    for (const group of groups) {
      const right = await this.#firstRight(mended, candidatesFor(mended, suspects(group), tables));
      if (!right) return;
      mended = mended.map((character, at) => (at === right.at ? right.character : character));
      looks ||= right.likeness === 'shape';
    }
    for (const candidate of last ? candidatesFor(mended, suspects(last), tables) : []) {
      if (this.isEnough) return;
      const text = replaced(mended, candidate.at, 1, candidate.character);
      if (await this.#isRight(mended, candidate))
        await this.offer(text, looks ? 'shape' : candidate.likeness);
    }
  }

  async #firstRight(
    characters: Characters,
    candidates: readonly Candidate[],
  ): Promise<Candidate | undefined> {
    for (const candidate of candidates) if (await this.#isRight(characters, candidate)) return candidate;
    return undefined;
  }

  /** Whether a candidate stands somewhere between these neighbours. */
  async #isRight(characters: Characters, candidate: Candidate): Promise<boolean> {
    return (await this.#count(inContext(characters, candidate))) > 0;
  }
}

/**
 * What `characters`, a keyword that isn't found, may have meant: at most two texts that `count` finds. `missing` are the
 * keyword's missing pairs; only there anything is changed. A single character is compared by its shape alone, for too
 * many sound like it. `count` remembers what it was asked, and says 0 once it was asked too often.
 */
export async function findAlike(
  characters: Characters,
  missing: readonly number[],
  tables: NearTables,
  count: CountText,
): Promise<Alike[]> {
  const search = new AlikeSearch(characters.join(''), count);
  if (characters.length === 1) {
    const shapes = tables.alike.alike(characters[0] ?? '').filter(({ likeness }) => likeness === 'shape');
    for (const { character, likeness } of shapes) await search.offer(character, likeness);
    return search.found;
  }
  const changes = byTerms(characters, missing, tables);
  for (const { text } of changes) await search.offer(text, 'sound');
  if (!search.isEnough && missing.length > 0) await search.mend(characters, missing, tables);
  // Not the whole keyword, but what is meant by a part of it.
  const [best] = changes;
  if (best && search.found.length === 0) await search.offer(best.term.text, 'sound', best.from);
  return search.found;
}
