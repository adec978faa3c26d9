/** Which terms a half-typed query may be on its way to: by their characters, their pinyin or its initials. */
import { bareText, type SuggestTerm } from './suggest-terms.ts';

/** A term for what is being typed. */
export interface Completion {
  readonly text: string;
  /** The whole query with the term in the place of what was typed of it. */
  readonly query: string;
  /** Documents that contain the term. */
  readonly documents: number;
  /** Whether the term is all of the query. */
  readonly whole: boolean;
}

/** Terms suggested at once. */
export const MOST_COMPLETIONS = 6;

const LETTERS = /^[a-zü]+$/u;
/** A keyword that the reader has given a meaning of its own: excluded, quoted, or looked for in one field. */
const MARKED = /^[-－"]|^(?:标题|文号|標題|文號)[:：]/u;
/** Initials within a term, not at its beginning: fewer of them would be chance. */
const LEAST_INNER_INITIALS = 3;

/** Letters as they are typed for a syllable of the table: ü as v, but lüe and nüe as lue and nue. */
const toLetters = (bare: string): string | undefined =>
  LETTERS.test(bare) ? bare.replaceAll('ü', 'v').replace(/([ln])ve/g, '$1ue') : undefined;

/** Whether letters are the beginning of syllables, each spelt as far as one likes: jyshi for jiao yan shi. */
export function spells(letters: string, syllables: readonly string[]): boolean {
  // Numbers of letters that the syllables so far may account for.
  let used = new Set([0]);
  for (const syllable of syllables) {
    const next = new Set<number>();
    for (const from of used) {
      for (let length = 1; length <= syllable.length; length++) {
        if (!letters.startsWith(syllable.slice(0, length), from)) break;
        if (from + length === letters.length) return true;
        next.add(from + length);
      }
    }
    if (next.size === 0) return false;
    used = next;
  }
  return false;
}

/** How well typed text fits a term, 0 best; undefined when it doesn't. */
function placeOf(
  { bare, syllables }: SuggestTerm,
  typed: string,
  letters: string | undefined,
): number | undefined {
  if (bare.startsWith(typed)) return 0;
  if (letters !== undefined) {
    if (syllables.join('').startsWith(letters)) return 0;
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    if (initials.startsWith(letters)) return 1;
    if (spells(letters, syllables)) return 2;
    if (letters.length >= LEAST_INNER_INITIALS && initials.includes(letters)) return 4;
  }
  return bare.includes(typed) ? 3 : undefined;
}

/** The terms that `typed` may be on its way to, best first; the term itself, once it is typed out, is none of them. */
export function matchTerms(terms: readonly SuggestTerm[], typed: string, limit: number): SuggestTerm[] {
  const bare = bareText(typed);
  if (bare === '') return [];
  const letters = toLetters(bare);
  const found: Array<readonly [SuggestTerm, number]> = [];
  for (const term of terms) {
    const place = term.bare === bare ? undefined : placeOf(term, bare, letters);
    if (place !== undefined) found.push([term, place]);
  }
  return found
    .sort(([a, placeA], [b, placeB]) => placeA - placeB || b.documents - a.documents)
    .slice(0, limit)
    .map(([term]) => term);
}

/** A term as a keyword of a query. */
const writeTerm = (text: string): string => (/\s/u.test(text) ? `"${text}"` : text);

/**
 * Suggestions for a query that is being typed: for its last keyword, or, if it is pinyin with spaces between the
 * syllables, for all of it.
 */
export function complete(
  terms: readonly SuggestTerm[],
  query: string,
  limit: number = MOST_COMPLETIONS,
): Completion[] {
  const start = query.search(/\S+$/u);
  if (start < 0) return [];
  const last = query.slice(start);
  const head = query.slice(0, start).trimStart();
  if (head !== '' && toLetters(bareText(query)) !== undefined) {
    const spelt = matchTerms(terms, query, limit);
    if (spelt.length > 0) return spelt.map((term) => describe(term, ''));
  }
  if (MARKED.test(last) || (head.match(/"/g) ?? []).length % 2 === 1) return [];
  return matchTerms(terms, last, limit).map((term) => describe(term, head));
}

function describe({ text, documents }: SuggestTerm, head: string): Completion {
  return { text, documents, query: head + writeTerm(text), whole: head === '' };
}
