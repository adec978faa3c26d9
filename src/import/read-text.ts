import { censoredFindings } from './censored.ts';
import { sourceLines } from './lines.ts';
import type { ReadSource } from './manuscript.ts';
import { markdownFindings } from './markdown-marks.ts';
import { decodeText } from './text.ts';
import { findDifference, hanCharacters } from './verify.ts';

/** Reads a plain text file, or a Markdown file taken as text. Never throws for a bad file. */
export function readText(bytes: Uint8Array, fileName: string): ReadSource {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const markdown = /\.(?:md|markdown)$/i.test(fileName);
  const { lines, findings } = sourceLines(decoded.text, markdown);
  if (lines.length === 0) return { ok: false, reason: '文件里只有空白，没有文字' };
  const lost = findDifference(
    hanCharacters(decoded.text),
    hanCharacters(lines.map(({ text }) => text).join('')),
  );
  if (lost !== undefined) return { ok: false, reason: `分行时汉字有出入，${lost}` };
  return {
    ok: true,
    manuscript: {
      format: decoded.encoding,
      unit: '行',
      lines,
      footnotes: new Map(),
      findings: [...findings, ...(markdown ? markdownFindings : censoredFindings)(lines)],
      raw: decoded.text,
      dropped: [],
    },
  };
}
