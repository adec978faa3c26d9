/** Numbers that one slip of a pen or a key turns into another: 67号 and 76号, 〔2009〕 and 〔2010〕, 教发 and 教字. */
import { compareText } from './compare-text.ts';
import { numberKey } from './number-key.ts';
import { type NumberParts, numberParts } from './number-parts.ts';
import { numberSortKey } from './number-sort-key.ts';

interface Indexed extends NumberParts {
  number: string;
  key: string;
}

/** Numbers by each two of their three parts. */
export type NearIndex = ReadonlyMap<string, readonly Indexed[]>;

/** The two parts that near numbers share, by the name of the third, which differs. */
const SHARED: Readonly<Record<keyof NumberParts, (parts: NumberParts) => string>> = {
  sequence: ({ code, year }) => `${code}|${year}|`,
  year: ({ code, sequence }) => `${code}||${sequence}`,
  code: ({ year, sequence }) => `|${year}|${sequence}`,
};
/** The likeliest slip first. */
const PARTS = ['sequence', 'year', 'code'] as const;

/** Indexes canonical numbers for `nearNumbers`; what is no canonical number is left out. */
export function indexNearNumbers(numbers: Iterable<string>): NearIndex {
  const index = new Map<string, Indexed[]>();
  for (const number of new Set(numbers)) {
    const parts = numberParts(number);
    if (!parts) continue;
    const indexed = { number, key: numberKey(number), ...parts };
    for (const part of PARTS) {
      const key = SHARED[part](parts);
      const bucket = index.get(key);
      if (bucket) bucket.push(indexed);
      else index.set(key, [indexed]);
    }
  }
  return index;
}

/**
 * Up to `limit` indexed numbers that differ from `canonical` by one slip in one part, the nearest first. They may be
 * meant; nothing says that they are. A form of the number itself is not near but the same.
 */
export function nearNumbers(index: NearIndex, canonical: string, limit = 5): string[] {
  const own = numberParts(canonical);
  if (!own) return [];
  const key = numberKey(canonical);
  return PARTS.flatMap((part) =>
    (index.get(SHARED[part](own)) ?? [])
      .filter((other) => isNear(own, other, part) && other.key !== key)
      .sort(
        (a, b) =>
          distance(own, a, part) - distance(own, b, part) ||
          compareText(numberSortKey(a.number), numberSortKey(b.number)),
      )
      .map(({ number }) => number),
  ).slice(0, limit);
}

function isNear(own: NumberParts, other: NumberParts, part: keyof NumberParts): boolean {
  const isNextYear = part === 'year' && own.year !== '' && distance(own, other, part) === 1;
  return isNextYear || isOneSlip(own[part], other[part]);
}

/** How far apart two numbers lie in a part of digits; codes are all equally far. */
function distance(own: NumberParts, other: NumberParts, part: keyof NumberParts): number {
  return part === 'code' ? 0 : Math.abs(Number(own[part]) - Number(other[part]));
}

/** Do two texts differ by one character changed, left out or put in, or by two neighbours swapped? */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1 || short === '') return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = long.slice(at + 1);
  if (short.length < long.length) return short.slice(at) === rest;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === rest || (swapped && short.slice(at + 2) === long.slice(at + 2));
}
