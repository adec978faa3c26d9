/**
 * Numbers whose year bracket has lost a half (国发〔2010 35号, 国发2010〕35号), both halves (国发2010年35号), or encloses
 * the wrong figures (皖政2006〔59〕号). The shape alone proves little, so only a sure code is accepted.
 */
import type { NumberSpan } from '../docnumber.ts';
import { CASE_CODE, CENTRAL_CODES, LOOKALIKE_CODE, PROVINCE_HEADS } from './edge-words.ts';
import { findCode } from './left-edge.ts';
import { lastEndingBefore } from './spans.ts';

const YEAR = '((?:19|20)[0-9]{2})';
const SIGN = '[ \\n]{0,3}号(?!楼|院|线|店|机|令|公告)';
// No lookbehind: this runs in the browser too, and Safari before 16.4 has none. `findCode` sees what stands before.
const DAMAGED = new RegExp(
  [
    // Closing half lost: a space, 年, 第 or hyphen must part the year from the number.
    `[〔〈"] {0,3}${YEAR}(?: {1,3}|年 ?第?| ?第| ?- ?)([0-9]{1,5})${SIGN}`,
    // Opening half lost.
    `${YEAR} ?年? ?[〕〉] ?第?([0-9]{1,5})${SIGN}`,
    // Both halves lost.
    `${YEAR}(?:年 ?第?| ?第| ?- ?| )([0-9]{1,5})${SIGN}`,
    // The number, not the year, in the bracket.
    `${YEAR} ?[〔〈] ?([0-9]{1,4}) ?[〕〉]${SIGN}`,
  ].join('|'),
  'g',
);

const CENTRAL: ReadonlySet<string> = new Set(CENTRAL_CODES);
/** 国科发火, 国卫医发: ministries' codes that name the office behind 发. */
const STATE_OFFICE = /^国[科卫税土质检林海粮药文体]发[一-龥]{1,3}$/u;
/** 鲁教发, 国办函, 财税字: a known code, or a province's or the state's head with an unmistakable ending. */
function isSure(code: string, known: ReadonlySet<string>): boolean {
  if (known.has(code) || CENTRAL.has(code)) return true;
  if (CASE_CODE.test(code) || LOOKALIKE_CODE.test(code) || code.length < 3 || code.length > 8) return false;
  if (STATE_OFFICE.test(code)) return true;
  return PROVINCE_HEADS.has(code.charAt(0)) && /(?:[发字函]|政|政办)$/u.test(code);
}

/** 皖政2006〔59〕号: two characters are enough where province and 政 make the code. */
const isGovernment = (code: string): boolean =>
  code.length === 2 && PROVINCE_HEADS.has(code.charAt(0)) && /[政府]$/u.test(code);

/** Finds such numbers in folded text, in order; what overlaps a span of `taken` is left out. */
export function findDamaged(
  folded: string,
  known: ReadonlySet<string>,
  taken: readonly NumberSpan[],
): NumberSpan[] {
  const spans: NumberSpan[] = [];
  for (const match of folded.matchAll(DAMAGED)) {
    const [year, sequence] = match
      .slice(1)
      .filter((group) => group !== undefined)
      .map(Number);
    const end = match.index + match[0].length;
    const before = lastEndingBefore(taken, match.index);
    const floor = Math.max(taken[before]?.end ?? 0, spans.at(-1)?.end ?? 0);
    const next = taken[before + 1];
    const found = findCode(folded, match.index, floor, known);
    if (!found || !year || !sequence || (next && next.start < end)) continue;
    if (!isSure(found.code, known) && !isGovernment(found.code)) continue;
    spans.push({ start: found.start, end, number: { kind: 'number', code: found.code, year, sequence } });
  }
  return spans;
}
