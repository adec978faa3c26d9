import { compareText } from './compare-text.ts';
import type { LibraryDocument } from './library.ts';
import { parsePeriod } from './period.ts';
import { UNSIGNED } from './unsigned.ts';

/** What a series needs to know of a document. */
export type SeriesDocument = Pick<
  LibraryDocument,
  'id' | 'collection' | 'issuer' | 'kind' | 'period' | 'years' | 'completeness' | 'docNumber'
>;

/**
 * The series of each document that is in one, in order of the time that its members are about: the plans, or the
 * summaries, of one issuer and kind. Policies, undated and unsigned documents form none. Built once for a library;
 * a document that is alone of its kind has a series of itself.
 */
export function buildSeries<Document extends SeriesDocument>(
  documents: readonly Document[],
): Map<string, readonly Document[]> {
  const groups = new Map<string, Document[]>();
  for (const document of documents) {
    const { collection, issuer, kind, years } = document;
    if (collection === 'policies' || years.length === 0 || issuer === UNSIGNED) continue;
    const key = JSON.stringify([collection, issuer, kind]);
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  const series = new Map<string, readonly Document[]>();
  for (const group of groups.values()) {
    group.sort((a, b) => compareText(sortKey(a), sortKey(b)));
    for (const { id } of group) series.set(id, group);
  }
  return series;
}

function sortKey({ years, period, id }: SeriesDocument): string {
  return `${years.join(' ')} ${period ?? ''} ${id}`;
}

/** The neighbours of a document in its series: last year's and next year's plan of the same office. */
export interface SeriesNeighbours<Document> {
  previous?: Document | undefined;
  next?: Document | undefined;
}

/** The neighbours of a document in its own series. */
export function seriesNeighbours<Document extends SeriesDocument>(
  { id }: SeriesDocument,
  series: readonly Document[],
): SeriesNeighbours<Document> {
  const index = series.findIndex((member) => member.id === id);
  return index < 0 ? {} : { previous: series[index - 1], next: series[index + 1] };
}

/** Whether there is anything of its text to compare. */
export function hasText({ completeness }: Pick<SeriesDocument, 'completeness'>): boolean {
  return completeness !== '题录';
}

/**
 * The earlier member of the series that a document is compared with: the last one about the same kind of time, so that
 * a second term meets last year's second term; else the last of all. Records have no text to compare.
 */
export function comparedWith<Document extends SeriesDocument>(
  document: SeriesDocument,
  series: readonly Document[],
): Document | undefined {
  if (!hasText(document)) return undefined;
  const index = series.findIndex((member) => member.id === document.id);
  const earlier = series.slice(0, Math.max(0, index)).filter(hasText);
  return earlier.findLast((member) => spanOf(member) === spanOf(document)) ?? earlier.at(-1);
}

/** Year, school year or term, and which of the two terms. */
function spanOf({ period }: SeriesDocument): string {
  const parsed = period === null ? undefined : parsePeriod(period);
  return parsed ? `${parsed.kind}${parsed.term ?? ''}` : '';
}

/**
 * What each member of a series is called in a row of years, by id: 2012, 2011—12, 2011—12下. Members about the same time
 * are told apart by their number, else by their order.
 */
export function memberLabels(series: readonly SeriesDocument[]): Map<string, string> {
  const groups = Map.groupBy(series, shortPeriod);
  const labels = new Map<string, string>();
  for (const [label, members] of groups) {
    for (const [index, { id, docNumber }] of members.entries()) {
      const serial = /(\d+号)$/.exec(docNumber ?? '')?.[1] ?? `之${index + 1}`;
      labels.set(id, members.length === 1 ? label : `${label}（${serial}）`);
    }
  }
  return labels;
}

function shortPeriod({ period, years }: SeriesDocument): string {
  const parsed = period === null ? undefined : parsePeriod(period);
  if (!parsed) return years.join('—');
  if (parsed.kind === 'year') return String(parsed.startYear);
  const schoolYear = `${parsed.startYear}—${String(parsed.endYear).slice(2)}`;
  if (parsed.term === undefined) return schoolYear;
  return `${schoolYear}${parsed.term === 1 ? '上' : '下'}`;
}
