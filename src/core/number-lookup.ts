/** Leads from a number as somebody typed it to what the site has of it. Runs in the browser. */
import { compareText } from './compare-text.ts';
import { foldGlyphs } from './docnumber/glyphs.ts';
import { findDocNumbers, formatDocNumber, parseDocNumber } from './docnumber.ts';
import { groupBy } from './group-by.ts';
import { indexNearNumbers, nearNumbers } from './near-numbers.ts';
import { numberKey } from './number-key.ts';
import { numberParts } from './number-parts.ts';
import { numberSortKey } from './number-sort-key.ts';

/** What /api/numbers.json says of a canonical number. */
export interface KnownNumber {
  url: string;
  held: boolean;
}

export interface NumberOption extends KnownNumber {
  canonical: string;
}

/**
 * What a typed text leads to. `found`: it is that number. `choice`: it holds several numbers, or only part of one, and
 * the reader chooses. `unknown`: a number that the site knows nothing of, with numbers like it. `unreadable`: no number.
 */
export type NumberAnswer =
  | { kind: 'found'; option: NumberOption }
  | { kind: 'choice'; options: NumberOption[]; more: number }
  | { kind: 'unknown'; canonical: string; near: NumberOption[] }
  | { kind: 'unreadable' };

/** More options than these are counted, not offered. */
const OFFERED = 20;

/** Makes the function that looks typed texts up in `numbers`, the content of /api/numbers.json. */
export function numberLookup(
  numbers: Readonly<Record<string, KnownNumber>>,
): (typed: string) => NumberAnswer {
  const options = Object.entries(numbers).map(([canonical, known]) => ({ canonical, ...known }));
  const byKey = groupBy(options, ({ canonical }) => numberKey(canonical));
  const byCanonical = new Map(options.map((option) => [option.canonical, option]));
  const codes = new Set(options.flatMap(({ canonical }) => numberParts(canonical)?.code ?? []));
  const near = indexNearNumbers(byCanonical.keys());

  /** The forms of one number mean one document: its own form first, then one that leads to a text. */
  const optionOf = (canonical: string): NumberOption | undefined => {
    const forms = byKey.get(numberKey(canonical)) ?? [];
    return byCanonical.get(canonical) ?? forms.find(({ held }) => held) ?? forms[0];
  };
  const known = (canonicals: Iterable<string>): NumberOption[] => [
    ...new Set([...canonicals].flatMap((canonical) => optionOf(canonical) ?? [])),
  ];

  return (typed) => {
    const whole = parseDocNumber(typed, codes);
    const inside = whole
      ? [formatDocNumber(whole)]
      : findDocNumbers(typed, codes).map(({ canonical }) => canonical);
    const [first] = inside;
    const found = known(inside);
    if (whole && found[0]) return { kind: 'found', option: found[0] };
    if (found.length > 0) return choice(found);
    if (first !== undefined)
      return { kind: 'unknown', canonical: first, near: known(nearNumbers(near, first)) };
    const partial = partialMatches(typed, options);
    return partial.length > 0 ? choice(partial) : { kind: 'unreadable' };
  };
}

function choice(options: readonly NumberOption[]): NumberAnswer {
  return { kind: 'choice', options: options.slice(0, OFFERED), more: Math.max(0, options.length - OFFERED) };
}

/** Parts of a number that may be typed alone: 云教发67号, 〔2009〕67, the end of a document's address. */
interface TypedParts {
  code: string;
  year: string | undefined;
  sequence: string | undefined;
}

/** Known numbers that have all the parts typed, what is held first; none for too little to go by. */
function partialMatches(typed: string, options: readonly NumberOption[]): NumberOption[] {
  const slug = typed.trim().toLowerCase();
  const bySlug = options.filter(({ url, held }) => held && url.split('/').at(-2) === slug);
  if (bySlug.length > 0) return bySlug;
  const wanted = typedParts(typed);
  // Bare figures may be part of a number; among letters, as in a script or an address, they are not, but for “No. 3”.
  if (wanted.code === '' && /[a-zａ-ｚ]/iu.test(typed.replace(/\bno\b/giu, ''))) return [];
  if (wanted.code.length < 2 && wanted.sequence === undefined) return [];
  return options
    .filter(({ canonical }) => matches(canonical, wanted))
    .sort(
      (a, b) =>
        Number(b.held) - Number(a.held) ||
        compareText(numberSortKey(a.canonical), numberSortKey(b.canonical)),
    );
}

function typedParts(typed: string): TypedParts {
  const folded = foldGlyphs(typed);
  const digits = folded.match(/\d+/gu) ?? [];
  const code = folded.replace(/[^\p{Script=Han}]/gu, '').replace(/第|号|年|文件|文$/gu, '');
  // A lone 2009 is a year; beside another group of digits, too, wherever it stands.
  const at = digits.findIndex((group) => /^(?:19|20)\d\d$/u.test(group));
  const sequence = digits.find((_group, index) => index !== at);
  return { code, year: digits[at], sequence: sequence?.replace(/^0+(?=\d)/u, '') };
}

function matches(canonical: string, { code, year, sequence }: TypedParts): boolean {
  const parts = numberParts(canonical);
  if (!parts || (code !== '' && !parts.code.includes(code))) return false;
  return (
    (year === undefined || parts.year === year) && (sequence === undefined || parts.sequence === sequence)
  );
}
