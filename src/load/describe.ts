import type { Collection } from '../core/collections.ts';
import { parseDocNumber } from '../core/docnumber.ts';
import type { LibraryDocument } from '../core/library.ts';
import type { EditorialText } from '../core/mentions.ts';
import { formatPeriod, type Period, parsePeriod, periodYears } from '../core/period.ts';
import type { DocumentData } from '../schema/documents.ts';

/** What the library index needs of a document, from its checked frontmatter; `base` begins and ends with a slash. The id is
 * as `documentId` makes it, which takes too long to do more than once. */
export function describeDocument(
  { collection, id }: { collection: Collection; id: string },
  data: DocumentData,
  base: string,
): LibraryDocument {
  const period = data.period === undefined ? undefined : parsePeriod(data.period);
  return {
    id,
    collection,
    url: `${base}${id}/`,
    title: data.title,
    docNumber: data.docNumber ?? null,
    issuer: data.issuer,
    kind: data.kind,
    period: period ? formatPeriod(period) : null,
    years: documentYears(data, period),
    issuedOn: data.issuedOn ?? null,
    publishedOn: data.publishedOn ?? null,
    effectiveOn: data.effectiveOn ?? null,
    expiresOn: data.expiresOn ?? null,
    status: data.status.name,
    statusSince: 'date' in data.status ? (data.status.date ?? null) : null,
    completeness: data.completeness,
    topics: data.topics,
    aliases: data.aliases,
    relations: data.relations ?? {},
    ...(data.draft ? { draft: true } : {}),
  };
}

/** Years under which a document is filed: those it is about, else that of its date, else that of its number. */
function documentYears(data: DocumentData, period: Period | undefined): number[] {
  if (period) return periodYears(period);
  if (data.issuedOn) return [Number(data.issuedOn.slice(0, 4))];
  const number = data.docNumber ? parseDocNumber(data.docNumber) : undefined;
  return number?.year === undefined ? [] : [number.year];
}

/** The parts of a document's frontmatter in which an editor may name numbers. */
export function editorialText(data: DocumentData): EditorialText {
  const { title, docNumber, notes, relations, source, status } = data;
  return { title, docNumber, notes, relations, source, basis: 'basis' in status ? status.basis : undefined };
}
