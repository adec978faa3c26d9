/** What is asked of a list of documents; '' asks nothing. The page and its data are asked alike. */
export interface ListQuery {
  text: string;
  collection: string;
  year: string;
  issuer: string;
  completeness: string;
  status: string;
}

export const LIST_FIELDS = [
  'text',
  'collection',
  'year',
  'issuer',
  'completeness',
  'status',
] as const satisfies readonly (keyof ListQuery)[];

/** A row, as its list shows it or as /api/documents.json has it. */
export interface ListRow {
  /** Title, number and what else the row says. */
  text: string;
  collection: string;
  years: readonly string[];
  issuer: string;
  completeness: string;
  status: string;
}

/** Whether a row answers all that is asked; words parted by spaces must all be in its text. */
export function answersList(row: ListRow, query: ListQuery): boolean {
  const text = plain(row.text);
  return (
    query.text.split(/\s+/u).every((word) => text.includes(plain(word))) &&
    (query.collection === '' || row.collection === query.collection) &&
    (query.year === '' || row.years.includes(query.year)) &&
    (query.issuer === '' || row.issuer === query.issuer) &&
    (query.completeness === '' || row.completeness === query.completeness) &&
    (query.status === '' || row.status === query.status)
  );
}

/** Whether anything is asked. */
export function asksAnything(query: ListQuery): boolean {
  return LIST_FIELDS.some((field) => query[field].trim() !== '');
}

/** Width and case don't matter when a title or number is typed, nor which brackets. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[[【〈<{(]/g, '〔')
    .replace(/[\]】〉>})]/g, '〕')
    .replace(/\s+/g, '');
}
