/** The register as tables for an office program. */
import { type CsvCell, formatCsv } from './csv.ts';
import type { LibraryDocument } from './library.ts';
import type { RegisterEntry } from './register-entry.ts';
import { STATE_LABELS } from './register-labels.ts';
import { inPageOrder } from './register-states.ts';

/** Makes addresses for the tables; `address` is root-relative, as `LibraryDocument.url` is. */
export interface TableAddresses {
  /** Where an entry that is no document is dealt with: the page of its number, or its row. */
  ofEntry(entry: RegisterEntry): string;
  /** The full address that a program opens. */
  absolute(address: string): string;
}

/** More citing documents than these are counted, not named: a cell of Excel holds 32,767 characters. */
const NAMED = 100;

const REGISTER_HEADINGS = [
  ...['状态', '文号', '题名', '库中文件', '网址', '引用次数', '引用文件数'],
  ...['首次引用年', '最近引用年', '引用者'],
];

/** One row an entry, by state, in the order of the page. */
export function registerCsv(entries: readonly RegisterEntry[], addresses: TableAddresses): string {
  return formatCsv([
    REGISTER_HEADINGS,
    ...inPageOrder(entries).map((entry) => registerRow(entry, addresses)),
  ]);
}

function registerRow(entry: RegisterEntry, addresses: TableAddresses): CsvCell[] {
  const { state, number, title, citations, citing, firstYear, lastYear } = entry;
  const held = (entry.document ? [entry.document] : entry.candidates).map(({ id }) => id).join('；');
  const address = entry.document?.url ?? addresses.ofEntry(entry);
  return [
    ...[STATE_LABELS[state], number, title, held, addresses.absolute(address)],
    ...[citations.length, citing.length, firstYear, lastYear, nameCiting(citing)],
  ];
}

function nameCiting(citing: readonly LibraryDocument[]): string {
  const names = citing
    .slice(0, NAMED)
    .map(({ title, docNumber }) => (docNumber ? `${title}（${docNumber}）` : title));
  return names.join('；') + (citing.length > NAMED ? `；等${citing.length}份` : '');
}

const PLACE_HEADINGS = [
  ...['状态', '文号', '题名', '原文写法', '引用者', '引用者文号', '引用者年度'],
  ...['位置', '原句', '网址'],
];

/** One row a place, grouped by entry in the order of the page. */
export function placesCsv(entries: readonly RegisterEntry[], addresses: TableAddresses): string {
  return formatCsv([PLACE_HEADINGS, ...inPageOrder(entries).flatMap((entry) => placeRows(entry, addresses))]);
}

function placeRows(entry: RegisterEntry, addresses: TableAddresses): CsvCell[][] {
  const byId = new Map(entry.citing.map((document) => [document.id, document]));
  return entry.citations.map(({ raw, from, anchor, clause, sentence }) => {
    const document = byId.get(from);
    const url = document ? addresses.absolute(`${document.url}#${encodeURIComponent(anchor)}`) : null;
    return [
      ...[STATE_LABELS[entry.state], entry.number, entry.title, raw],
      ...[document?.title ?? from, document?.docNumber ?? null, document?.years.join('—') ?? null],
      ...[clause ?? '正文', sentence, url],
    ];
  });
}
