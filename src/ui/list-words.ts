/** What a row of a list says of its document beside title, number and status; the build and the filter say it alike. */
import type { Collection } from '../core/collections.ts';

interface Described {
  collection: Collection;
  issuer: string;
  period: string | null;
  years: readonly number[];
  issuedOn: string | null;
  status: string;
}

/** What is the same for all rows and therefore not repeated: the issuer on its page, the year under its heading. */
export interface Told {
  issuer?: boolean | undefined;
  year?: boolean | undefined;
}

/** Issuer and time, as far as the page has not told them. */
export function rowWords({ issuer, period, years, issuedOn }: Described, told: Told): string[] {
  const bare = years.length === 1 ? `${years[0]}年` : null;
  const when = period ?? issuedOn ?? (years.length > 0 ? `${years.join('、')}年` : '');
  return [told.issuer ? '' : issuer, told.year && when === bare ? '' : when].filter((words) => words !== '');
}

/** Whether a row says a document's status: that nobody has looked into it is worth a word of policies only. */
export function tellsStatus({ collection, status }: Pick<Described, 'collection' | 'status'>): boolean {
  return status !== '未核实' || collection === 'policies';
}

/** The years of documents, as a clause that follows their number: ，2010—2024年; nothing when no year is known. */
export function spanOfYears(documents: readonly Pick<Described, 'years'>[]): string {
  const years = documents.flatMap((document) => document.years);
  if (years.length === 0) return '';
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `，${first}年` : `，${first}—${last}年`;
}
