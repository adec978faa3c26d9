/**
 * What a block of text cites: its document numbers and titles, joined into citations. The one finder for the links and
 * references of the site and for the check, so that what the site links is what the check judges. Nothing is looked up.
 */
import { type CitedTitle, findCitedTitles, type ShortNames } from './cited-titles.ts';
import { type FoundDocNumber, findDocNumbers } from './docnumber.ts';
import { normalizeTitle } from './normalize-title.ts';

/** A citation as found in a text. Offsets are UTF-16 code units; `text.slice(start, end) === raw`. */
export interface FoundCitation {
  kind: 'number' | 'title';
  raw: string;
  start: number;
  end: number;
  /** Canonical document number; null for a title cited without one. A short name has that of its definition. */
  canonical: string | null;
  /** The title printed for it, outer marks off, in full for a short name; null for a number cited without one. */
  title: string | null;
}

/** Every citation ends with one of these, and so does every definition of a short name: other blocks need no look. */
const CITING = /[号號》]/u;

/** Whether a block may cite anything or define a short name. */
export function mayCite(text: string): boolean {
  return CITING.test(text);
}

/**
 * Finds the citations of a block in text order. `codes` are the known agency codes; `names` are the short names that
 * the document's earlier blocks have defined; those of this block are added.
 */
export function findCitations(
  text: string,
  codes: readonly string[],
  names: ShortNames = new Map(),
): FoundCitation[] {
  const numbers = findDocNumbers(text, codes);
  const titles = findCitedTitles(text, numbers, names);
  const alone = titles.filter((title) => !isCitedBeside(title, titles, numbers));
  const citations = [
    ...numbers.map((number): FoundCitation => {
      const { raw, start, end, canonical } = number;
      return { kind: 'number', raw, start, end, canonical, title: titleOf(number, titles, numbers) };
    }),
    ...alone.map((title): FoundCitation => {
      const { raw, start, end } = title;
      return { kind: 'title', raw, start, end, ...meaningOf(title) };
    }),
  ];
  return citations.sort((a, b) => a.start - b.start);
}

/**
 * A title printed with its number is that number's, and a short name beside its full title is that title's: no
 * citation of its own. Nor is a short name that the document gives to several texts at once.
 */
function isCitedBeside(
  title: CitedTitle,
  titles: readonly CitedTitle[],
  numbers: readonly FoundDocNumber[],
): boolean {
  if (title.for !== undefined && numbers.some((number) => number.canonical === title.for)) return true;
  if (!title.short) return false;
  const full = title.short.title;
  if (full === undefined) return title.for === undefined;
  return titles.some((other) => !other.short && normalizeTitle(other.title) === normalizeTitle(full));
}

/** What a title cites: a short name stands for its full title and for the number printed for that. */
function meaningOf({ title, short }: CitedTitle): Pick<FoundCitation, 'canonical' | 'title'> {
  return { canonical: short?.number ?? null, title: short ? (short.title ?? null) : title };
}

/** The title printed with this mention of a number, in full where the number was given a short name. */
function titleOf(
  number: FoundDocNumber,
  titles: readonly CitedTitle[],
  numbers: readonly FoundDocNumber[],
): string | null {
  const own = titles.filter(
    (title) => title.for === number.canonical && nearestMention(title, numbers) === number,
  );
  const full = own.find((title) => !title.short)?.title ?? own.find((title) => title.short)?.short?.title;
  return full ?? null;
}

/** Of several mentions of a title's number the one that it was printed with: the nearest. */
function nearestMention(title: CitedTitle, numbers: readonly FoundDocNumber[]): FoundDocNumber | undefined {
  const distance = ({ start, end }: FoundDocNumber): number => Math.max(start - title.end, title.start - end);
  return numbers
    .filter(({ canonical }) => canonical === title.for)
    .sort((a, b) => distance(a) - distance(b))[0];
}
