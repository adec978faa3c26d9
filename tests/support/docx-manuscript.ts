import { unaccounted } from '../../src/import/account.ts';
import { readDocx } from '../../src/import/docx/read-docx.ts';
import { type Manuscript, type SourceLine, visibleText } from '../../src/import/manuscript.ts';
import { type DocxParts, docx } from './docx-builder.ts';

/** A Word file as read; every Han character in it must be accounted for. */
export function readParts(parts: DocxParts): Manuscript {
  return readBytes(docx(parts));
}

/** As readParts, from bytes. */
export function readBytes(bytes: Uint8Array): Manuscript {
  const read = readDocx(bytes);
  if (!read.ok) throw new Error(read.reason);
  const problems = unaccounted(read.manuscript);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return read.manuscript;
}

/** The texts of the lines of a body, tables with their cells one below the other. */
export function textsOf(body: string, more: DocxParts = {}): string[] {
  return readParts({ body, ...more }).lines.map(visibleText);
}

/** Why bytes are refused. */
export function refusal(bytes: Uint8Array): string {
  const read = readDocx(bytes);
  if (read.ok) throw new Error('not refused');
  return read.reason;
}

/** All that is said of a file, findings and dropped texts, as lines. */
export function saidOf({ findings, dropped }: Manuscript): string[] {
  return [
    ...findings.map(({ kind, line, message }) => `${kind} ${line} ${message}`),
    ...dropped.map(({ reason, text, line }) => `dropped ${line} ${reason}：${text}`),
  ];
}

/** The cells of the first table among lines, each as its lines joined by a stroke. */
export function cellsOf(lines: readonly SourceLine[]): string[][] {
  const solid = lines.find((line) => line.solid?.kind === 'table')?.solid;
  if (solid?.kind !== 'table') throw new Error('no table');
  return solid.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join('/')));
}
