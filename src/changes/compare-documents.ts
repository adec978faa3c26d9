import { compareText } from '../core/compare-text.ts';
import { compareParagraphs, type ParagraphChange } from './compare-paragraphs.ts';
import { type DocumentPair, pairDocuments } from './pair-documents.ts';
import type { Side, SideDocument, SideField } from './side.ts';

/** A field with another value; null where the field is not there. */
export interface FieldChange {
  name: string;
  label: string;
  before: string | null;
  after: string | null;
}

/** A document by what a reviewer knows it by. */
export interface NamedDocument {
  id: string;
  file: string;
  title: string;
  docNumber: string | null;
  collection: SideDocument['collection'];
}

/** A document that appears or vanishes, with all that it says. */
export interface WholeDocument extends NamedDocument {
  fields: readonly SideField[];
  paragraphs: readonly string[];
  readable: boolean;
}

/** A vanished document: where its old address leads, or null when it opens no more. */
export interface VanishedDocument extends WholeDocument {
  leadsTo: string | null;
}

/** A document with another address. */
export interface Renaming {
  from: string;
  to: string;
  /** The old address still leads to the document. */
  kept: boolean;
}

export interface ChangedDocument extends NamedDocument {
  /** Its file was renamed. */
  formerFile: string | null;
  renaming: Renaming | null;
  fields: FieldChange[];
  paragraphs: ParagraphChange[];
  /** Its body is typed otherwise where no paragraph reads otherwise. */
  markupOnly: boolean;
  readable: boolean;
}

/** A document whose page shows another status; `own` when its own entry says so, else others have done it. */
export interface StatusChange extends NamedDocument {
  before: string;
  after: string;
  own: boolean;
}

export interface DocumentChanges {
  added: WholeDocument[];
  vanished: VanishedDocument[];
  changed: ChangedDocument[];
  statuses: StatusChange[];
}

/** What became of each document; each list in the order of files. */
export function compareDocuments(after: Side, pairs: readonly DocumentPair[]): DocumentChanges {
  const both = pairs.flatMap(({ before: old, after: now }) => (old && now ? [{ old, now }] : []));
  return {
    added: pairs.flatMap(({ before: old, after: now }) => (now && !old ? whole(now) : [])).sort(byFile),
    vanished: pairs
      .flatMap(({ before: old, after: now }) =>
        old && !now ? { ...whole(old), leadsTo: leadsTo(`/${old.id}/`, after) } : [],
      )
      .sort(byFile),
    changed: both.flatMap(({ old, now }) => compareDocument(old, now, after) ?? []).sort(byFile),
    statuses: both.flatMap(({ old, now }) => compareStatus(old, now) ?? []).sort(byFile),
  };
}

/** Pairs the documents of two sides; made once, for all that is compared. */
export function pairSides(before: Side, after: Side): DocumentPair[] {
  return pairDocuments(before.documents, after.documents);
}

const byFile = (a: NamedDocument, b: NamedDocument): number => compareText(a.file, b.file);

function named({ id, file, title, docNumber, collection }: SideDocument): NamedDocument {
  return { id, file, title, docNumber, collection };
}

function whole(document: SideDocument): WholeDocument {
  const { fields, paragraphs, readable } = document;
  return { ...named(document), fields, paragraphs: paragraphs.map(({ text }) => text), readable };
}

function leadsTo(path: string, { pages, redirects }: Side): string | null {
  return redirects.get(path) ?? (pages.has(path) ? path : null);
}

function compareDocument(old: SideDocument, now: SideDocument, after: Side): ChangedDocument | undefined {
  const fields = compareFields(old.fields, now.fields);
  const paragraphs = compareParagraphs(old.paragraphs, now.paragraphs);
  const renaming =
    old.id === now.id
      ? null
      : { from: `/${old.id}/`, to: `/${now.id}/`, kept: leadsTo(`/${old.id}/`, after) === `/${now.id}/` };
  const formerFile = old.file === now.file ? null : old.file;
  const markupOnly = paragraphs.length === 0 && old.body.trim() !== now.body.trim();
  const same = fields.length + paragraphs.length === 0 && !renaming && formerFile === null && !markupOnly;
  if (same && old.readable === now.readable) return undefined;
  return { ...named(now), formerFile, renaming, fields, paragraphs, markupOnly, readable: now.readable };
}

/** Fields that differ, in the order of the later side, then those that are gone. */
export function compareFields(before: readonly SideField[], after: readonly SideField[]): FieldChange[] {
  const old = new Map(before.map((field) => [field.name, field]));
  const now = new Set(after.map(({ name }) => name));
  return [
    ...after.map(({ name, label, value }) => ({
      ...{ name, label, after: value },
      before: old.get(name)?.value ?? null,
    })),
    ...before
      .filter(({ name }) => !now.has(name))
      .map(({ name, label, value }) => ({ name, label, before: value, after: null })),
  ].filter((change) => change.before !== change.after);
}

function compareStatus(old: SideDocument, now: SideDocument): StatusChange | undefined {
  if (!old.status || !now.status || old.status.words === now.status.words) return undefined;
  const typed = ({ fields }: SideDocument): string =>
    fields
      .filter(({ name }) => ['status', 'effectiveOn', 'expiresOn'].includes(name))
      .map(({ name, value }) => `${name}:${value}`)
      .join('\n');
  return {
    ...named(now),
    before: old.status.words,
    after: now.status.words,
    own: typed(old) !== typed(now),
  };
}
