/** Titles cited in running text (《…》), with the number that each was printed with. */
import { type FoundDocNumber, findDocNumbers } from './docnumber.ts';

/** A title as found in a text. Offsets are UTF-16 code units; `text.slice(start, end) === raw`. */
export interface CitedTitle {
  raw: string;
  start: number;
  end: number;
  /** Without the outer brackets, inner ones kept, outer white space trimmed. */
  title: string;
  /** Canonical number printed for this title, or that of the notice which issues it. */
  for?: string;
}

export function findCitedTitles(
  text: string,
  numbers: readonly FoundDocNumber[] = findDocNumbers(text),
): CitedTitle[] {
  void numbers;
  const titles: CitedTitle[] = [];
  for (const match of text.matchAll(/《([^《》]+)》/gu)) {
    titles.push({
      raw: match[0],
      start: match.index,
      end: match.index + match[0].length,
      title: (match[1] ?? '').trim(),
    });
  }
  return titles;
}

/** A form of a title for comparison: width, brackets, quotes and spaces folded. */
export function normalizeTitle(title: string): string {
  return title.normalize('NFKC').replace(/\s+/g, '');
}
