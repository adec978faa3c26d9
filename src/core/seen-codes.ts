/**
 * Agency codes (机关代字) that the content itself shows with certainty. They sharpen the left edge of numbers elsewhere,
 * where words that no list knows are glued to a code; a register of agencies rarely holds every code that is cited.
 */
import { cutRun } from './docnumber/code-cuts.ts';
import { DEPARTMENTS } from './docnumber/code-head.ts';
import { CENTRAL, isLeadingWord } from './docnumber/cut-words.ts';
import { CASE_CODE, LOOKALIKE_CODE } from './docnumber/edge-words.ts';
import { parseDocNumber } from './docnumber.ts';

/** What codes are learnt from: a document's own number and its text, or what is seen in that. */
export type CodeSource = { docNumber: string | null } & ({ text: string } | { sights: readonly string[] });

const OPEN = '[〔［\\[（(【﹝〖]';
const CLOSE = '[〕］\\]）)】﹞〗]';
/**
 * A number right behind an opening bracket or quote, or alone at the start of a line: nothing can be glued to its code.
 * Plain digits and no spaces: a damaged print teaches nothing.
 */
const CERTAIN = new RegExp(
  `(?:[（(“「『]|^(?:[#>*-]{1,6} )?)([一-龥]{3,9})${OPEN}((?:19|20)\\d{2})${CLOSE}第?(\\d{1,5})号`,
  'gmu',
);
const YEAR = /[0-9０-９]{2,4}/gu;
/** What may stand between a code and its year, in any print that a number is read from. */
const BEFORE_YEAR: ReadonlySet<string> = new Set(' \\*〔［[（(【﹝〖〈<');
const MAX_BEFORE_YEAR = 8;
const SHORTEST = 3;
const LONGEST = 9;
/** One sight may be a slip of the pen. */
const SIGHTS = 2;

/**
 * Can this code be trusted to cut what stands before it? It must begin with a place (云教发): 教发 and 政办发 also end
 * the codes of places, and a national code may stand behind one. What the word lists would cut is no certain code.
 */
function isDistinct(code: string): boolean {
  return (
    code.length >= SHORTEST &&
    code.length <= LONGEST &&
    !CENTRAL.has(code) &&
    !DEPARTMENTS.test(code.charAt(0)) &&
    !/^[省中]/u.test(code) &&
    cutRun(code, 'text') === 0 &&
    !isLeadingWord(code) &&
    !CASE_CODE.test(code) &&
    !LOOKALIKE_CODE.test(code)
  );
}

/** The numbers of a text whose codes are certain, as code|year|sequence. */
export function certainSights(text: string): string[] {
  return Array.from(text.matchAll(CERTAIN), ([, code, year, sequence]) => `${code}|${year}|${sequence}`);
}

/** The codes of the documents' own numbers, and those that their texts show twice with certainty. */
export function collectSeenCodes(documents: Iterable<CodeSource>): Set<string> {
  const seen = new Set<string>();
  const sights = new Map<string, Set<string>>();
  let index = 0;
  for (const source of documents) {
    const { docNumber } = source;
    const own = docNumber === null ? undefined : parseDocNumber(docNumber);
    if (own?.kind === 'number' && isDistinct(own.code)) seen.add(own.code);
    for (const sight of 'text' in source ? certainSights(source.text) : source.sights) {
      const code = sight.slice(0, sight.indexOf('|'));
      const known = sights.get(code) ?? new Set();
      sights.set(code, known.add(`${index}|${sight}`));
    }
    index++;
  }
  for (const [code, places] of sights) {
    if (places.size >= SIGHTS && isDistinct(code)) seen.add(code);
  }
  return seen;
}

/**
 * The codes by which numbers are found in what editors write: the registered ones and those of the documents' own
 * numbers. Frontmatter is short and written by the office, so these are enough for it. What finds a number, what links
 * it and what makes its page must use the same ones.
 */
export function editorialCodes(
  registered: readonly string[],
  documents: Iterable<Pick<CodeSource, 'docNumber'>>,
): string[] {
  const own = [...documents].map(({ docNumber }) => ({ docNumber, sights: [] }));
  return [...new Set([...registered, ...collectSeenCodes(own)])];
}

/**
 * Those of the seen codes that end a run of characters before a year in a text, sorted. Only they can change what is
 * found in it, so a rendering is bound to these and not to all.
 */
export function seenCodesIn(text: string, seen: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  if (seen.size === 0) return [];
  const last = endsOf(seen);
  for (const { index } of text.matchAll(YEAR)) {
    let end = index;
    while (end > 0 && index - end < MAX_BEFORE_YEAR && BEFORE_YEAR.has(text.charAt(end - 1))) end--;
    if (!last.has(text.charAt(end - 1))) continue;
    for (let length = SHORTEST; length <= LONGEST && length <= end; length++) {
      const code = text.slice(end - length, end);
      if (seen.has(code)) found.add(code);
    }
  }
  return [...found].sort();
}

const ends = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The last characters of codes: what stands before a number in prose is hardly ever one of them. */
function endsOf(codes: ReadonlySet<string>): ReadonlySet<string> {
  const known = ends.get(codes) ?? new Set([...codes].map((code) => code.charAt(code.length - 1)));
  ends.set(codes, known);
  return known;
}
