import { censoredFindings } from './censored.ts';
import { drawnTableFindings } from './drawn-tables.ts';
import { isChromeLine } from './html/chrome-lines.ts';
import { sourceLines } from './lines.ts';
import type { DroppedText, Manuscript, ReadSource, SourceLine } from './manuscript.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import { decodeText } from './text.ts';
import { findDifference, hanCharacters } from './verify.ts';

/** So many lines at either end of a text may be a site's. */
const SITE_LINES = 6;

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
  const { kept, dropped } = dropSiteLines(lines);
  const doubtful = [...censoredFindings(kept), ...drawnTableFindings(text)];
  return { lines: kept, footnotes: new Map(), findings: [...findings, ...doubtful], dropped };
}

/** What was copied with a web page around its text: 当前位置：首页 > 通知, 上一篇：…. Within the text such lines stay. */
function dropSiteLines(lines: readonly SourceLine[]): { kept: SourceLine[]; dropped: DroppedText[] } {
  const isSite = ({ text }: SourceLine, index: number): boolean => {
    return (index < SITE_LINES || index >= lines.length - SITE_LINES) && isChromeLine(text);
  };
  const dropped = lines.filter(isSite).map(({ text, line }) => ({ text, line, reason: '网页上的功能文字' }));
  return { kept: lines.filter((line, index) => !isSite(line, index)), dropped };
}

/** Every Han character must be in a line, or in one that was left out, in order. */
function lostHan({ raw, lines, dropped }: Manuscript): string | undefined {
  const all = [...lines, ...dropped].toSorted((a, b) => a.line - b.line);
  const kept = all.map(({ text }) => text);
  return findDifference(hanCharacters(raw), hanCharacters(kept.join('')));
}
