import { readDocx } from '../../src/import/docx/read-docx.ts';
import { readHtml } from '../../src/import/html/read-html.ts';
import { isHtml } from '../../src/import/html/sniff-html.ts';
import type { ReadSource } from '../../src/import/manuscript.ts';
import { readText } from '../../src/import/read-text.ts';
import { sniffFormat } from '../../src/import/sniff.ts';

/** Reads a file of any supported format, told by its content rather than its name. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<ReadSource> {
  const format = sniffFormat(bytes);
  if (format === 'html' || (format === 'text' && isHtml(bytes, fileName))) return readHtml(bytes, fileName);
  if (format === 'docx') return readDocx(bytes);
  if (format === 'text') return readText(bytes, fileName);
  return readText(bytes, fileName);
}
