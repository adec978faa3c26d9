import type { Random } from './random.ts';

/** A number before it is printed: 机关代字, year, sequence. */
export interface PlainNumber {
  readonly code: string;
  readonly year: number;
  readonly sequence: number;
}

/** The canonical form. */
export function canonicalNumber({ code, year, sequence }: PlainNumber): string {
  return `${code}〔${year}〕${sequence}号`;
}

const fullWidth = (digits: number): string =>
  String(digits).replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
const padded = (sequence: number): string => String(sequence).padStart(2, '0');

/** How old papers print one and the same number. */
const PRINTS: ReadonlyArray<(number: PlainNumber) => string> = [
  canonicalNumber,
  canonicalNumber,
  ({ code, year, sequence }) => `${code}[${year}]${sequence}号`,
  ({ code, year, sequence }) => `${code}（${year}）${sequence}号`,
  ({ code, year, sequence }) => `${code}【${year}】${sequence}号`,
  ({ code, year, sequence }) => `${code}[${year}]${padded(sequence)} 号`,
  ({ code, year, sequence }) => `${code}（${year}）第${sequence}号`,
  ({ code, year, sequence }) => `${code} 〔${year}〕 ${sequence}号`,
  ({ code, year, sequence }) => `${code}〔${fullWidth(year)}〕${fullWidth(sequence)}号`,
  ({ code, year, sequence }) => `${code}(${year}) ${sequence}号`,
];

/** The number in one of the prints found on old papers. */
export function printNumber(number: PlainNumber, random: Random): string {
  return random.pick(PRINTS)(number);
}
