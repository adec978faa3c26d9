/** The bracketed year of a document number, in folded text. */
import { parseChineseNumeral } from '../numerals.ts';

/**
 * A year in any pair of brackets, which need not match: 〔2009〕 [ 2009 ] （2009年） 〔二〇〇九〕 (81). O, o, I and l
 * stand for scanned 0 and 1. Sticky use or global iteration; group 1 is the year as printed.
 */
export const YEAR_BRACKET_SOURCE =
  '[〔〈《"][ \\n]{0,6}((?:[0-9OoIl] ?){1,3}[0-9OoIl]|[〇零一二三四五六七八九]{2,4})[ \\n]{0,6}年?度?[ \\n]{0,6}[〔〕〈〉《》"][〕〉]?';

/** Years that are read as such; whether one is plausible is for the check to say, so that none is lost silently. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** Two digits from here on are 19xx (〔94〕), below it 20xx (〔05〕); the People's Republic began in 1949. */
const CENTURY_PIVOT = 49;

/** Letters that scanning makes of digits are read as such only where real digits hold the majority. */
function unscan(digits: string): string | undefined {
  if (/^[0-9]+$/.test(digits)) return digits;
  const letters = digits.replace(/[0-9]/g, '').length;
  if (digits.length !== 4 || letters > 2) return undefined;
  return digits.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
}

/** The four-digit year of what was printed in the bracket, or undefined when that is no year. */
export function parseYear(printed: string): number | undefined {
  const compact = printed.replace(/\s/g, '');
  const digits = /^[0-9OoIl]+$/.test(compact) ? unscan(compact) : undefined;
  const value = digits === undefined ? parseChineseNumeral(compact) : Number(digits);
  const places = digits?.length ?? compact.length;
  if (value === undefined || (digits === undefined && /[0-9OoIl]/.test(compact))) return undefined;
  if (places === 2) return value >= CENTURY_PIVOT ? 1900 + value : 2000 + value;
  return places === 4 && value >= FIRST_YEAR && value <= LAST_YEAR ? value : undefined;
}

/** Was the year printed with two places only? Such numbers need a more certain code. */
export function isShortYear(printed: string): boolean {
  return printed.replace(/\s/g, '').length < 4;
}
