import { censoredFindings } from './censored.ts';
import { drawnTableFindings } from './drawn-tables.ts';
import { sourceLines } from './lines.ts';
import type { Manuscript, ReadSource } from './manuscript.ts';
import { textLines } from './manuscript.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { decodeText } from './text.ts';
import { findDifference, hanCharacters } from './verify.ts';

/** Reads a plain text file, or a Markdown file. Never throws for a bad file. */
export function readText(bytes: Uint8Array, fileName: string): ReadSource {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const markdown = /\.(?:md|markdown)$/i.test(fileName);
  const read = markdown ? readMarkdown(decoded.text) : readPlain(decoded.text);
  if (read.lines.length === 0) return { ok: false, reason: '文件里只有空白，没有文字' };
  const manuscript: Manuscript = { format: decoded.encoding, unit: '行', ...read, raw: decoded.text };
  const lost = markdown ? undefined : lostHan(manuscript);
  if (lost !== undefined) return { ok: false, reason: `分行时汉字有出入，${lost}` };
  return { ok: true, manuscript };
}

function readPlain(text: string): Pick<Manuscript, 'lines' | 'footnotes' | 'findings' | 'dropped'> {
  const { lines, findings } = sourceLines(text, false);
  const doubtful = [...censoredFindings(lines), ...drawnTableFindings(text)];
  return { lines, footnotes: new Map(), findings: [...findings, ...doubtful], dropped: [] };
}

function lostHan({ raw, lines }: Manuscript): string | undefined {
  const kept = lines.flatMap(textLines).map(({ text }) => text);
  return findDifference(hanCharacters(raw), hanCharacters(kept.join('')));
}
