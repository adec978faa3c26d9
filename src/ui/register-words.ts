import type { RegisterEntry } from '../core/register-entry.ts';

type Counts = { documents: number; places: number };

/** How often something is cited, in words. */
export function countWords({ documents, places }: Counts): string {
  return `${documents} 份文件引用 ${places} 处`;
}

export function describeCounts({ citing, citations }: RegisterEntry): string {
  return countWords({ documents: citing.length, places: citations.length });
}

/** The years of the citing documents; '' when none is known. */
export function yearWords(first: number | null, last: number | null): string {
  if (first === null || last === null) return '';
  return first === last ? `${first}年` : `${first}—${last}年`;
}

export function describeYears({ firstYear, lastYear }: RegisterEntry): string {
  return yearWords(firstYear, lastYear);
}
