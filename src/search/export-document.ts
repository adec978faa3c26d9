/** Makes the exported form of a document from what the site publishes of it. */
import { numberKey } from '../core/number-key.ts';
import type { CitationRow, DocumentRow } from '../schema/api.ts';
import type { ExportedDocument } from '../schema/export.ts';
import type { Block, PageText } from './record.ts';

const lines = (blocks: readonly Block[]): string => blocks.map(({ text }) => text).join('\n');

const isReading = ({ region }: Block): boolean =>
  region === 'body' || region === 'heading' || region === 'notes';

/** The document with the numbers that `citations`, its own, name, and with the text of its page. */
export function exportDocument(
  row: DocumentRow,
  citations: readonly Pick<CitationRow, 'canonical'>[],
  { blocks, clauses }: PageText,
): ExportedDocument {
  const numbers = citations.flatMap(({ canonical }) => canonical ?? []);
  const texts = clauses.map((): Block[] => []);
  for (const block of blocks) texts[block.clause]?.push(block);
  return {
    ...row,
    numberKey: row.docNumber === null ? null : numberKey(row.docNumber),
    cites: [...new Set(numbers)],
    clauses: clauses.map(({ anchor, label }, index) => ({ anchor, label, text: lines(texts[index] ?? []) })),
    text: lines(blocks.filter(isReading)),
  };
}
