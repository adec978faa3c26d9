import type { LivingDocument } from '../core/settle-status.ts';
import type { Citable } from '../core/target-index.ts';
import { claimedNumber } from './claims.ts';
import type { LintDocument } from './rule.ts';

/** A document as the library will know it, with the file that it comes from. */
export interface LintEntry extends LivingDocument, Omit<Citable, 'docNumber'> {
  aliases: readonly string[];
  document: LintDocument;
}

const known = new WeakMap<readonly LintDocument[], LintEntry[]>();

/** The documents as the library will know them, also those with a fault, as far as they can be read. Made once a check. */
export function entriesOf(documents: readonly LintDocument[]): LintEntry[] {
  const entries = known.get(documents) ?? documents.map(entryOf);
  known.set(documents, entries);
  return entries;
}

function entryOf(document: LintDocument): LintEntry {
  const { data, id } = document;
  const { status } = data;
  return {
    ...{ id, document, title: data.title ?? '', issuer: data.issuer ?? '' },
    docNumber: claimedNumber(document) ?? null,
    aliases: data.aliases ?? [],
    relations: data.relations ?? {},
    status: status?.name ?? '未核实',
    statusSince: status && 'date' in status ? (status.date ?? null) : null,
    issuedOn: data.issuedOn ?? null,
    publishedOn: data.publishedOn ?? null,
    effectiveOn: data.effectiveOn ?? null,
    expiresOn: data.expiresOn ?? null,
  };
}

/** A document as messages name it: its file and, in brackets, its number. */
export function fileAndNumber({ document, docNumber }: LintEntry): string {
  return docNumber === null ? document.source.file : `${document.source.file}（${docNumber}）`;
}

/** What to write in a relation to name a document: its number, else its id. */
export function nameToWrite({ docNumber, id }: LintEntry): string {
  return docNumber ?? id;
}
