import { widen } from '../core/widths.ts';
import { cutPieces } from './cut-pieces.ts';
import type { Piece } from './escape.ts';
import type { Finding } from './finding.ts';
import type { Paragraph } from './join.ts';
import { lostBrackets, type Unpaired } from './supply.ts';

/** No paragraph reports more unpaired marks than this one by one. */
const MOST_SPOTS = 5;

/**
 * A paragraph's text with widths normalised and lost brackets supplied, and what was done to it. `labels` names the
 * footnotes by their ids.
 */
export function makePieces(
  paragraph: Paragraph,
  labels: ReadonlyMap<string, string> = new Map(),
): { pieces: Piece[]; findings: Finding[] } {
  const { text, line, marks: set, footnotes } = paragraph;
  const { supplies, unpaired } = lostBrackets(text);
  const { units, marks, spaces } = widen(text);
  const findings = supplies.map((supply): Finding => {
    const message = `${supply.reason}，补上“${supply.text}”并标明为编者所补`;
    return { kind: 'guessed', line: lineAt(paragraph, supply.at), message };
  });
  findings.push(...unpairedFindings(paragraph, unpaired));
  if (marks > 0) {
    const dropped = spaces > 0 ? `，并删去标点后的空格 ${spaces} 处` : '';
    findings.push({ kind: 'changed', line, message: `半角标点改为全角 ${marks} 处${dropped}` });
  }
  return { pieces: cutPieces(units, { supplies, marks: set, footnotes }, labels), findings };
}

/** One finding for each bracket or quotation mark without its other half, up to a limit. */
function unpairedFindings(paragraph: Paragraph, unpaired: readonly Unpaired[]): Finding[] {
  const findings = unpaired.slice(0, MOST_SPOTS).map(({ at, text }): Finding => {
    const around = paragraph.text.slice(Math.max(0, at - 8), at + 10);
    const message = `有一个 ${text} 没有配对（在 ${around} 中），照录，请对照原件`;
    return { kind: 'attention', line: lineAt(paragraph, at), message };
  });
  const rest = unpaired.length - findings.length;
  const message = `这一段还有 ${rest} 处没有配对的括号或引号`;
  if (rest > 0) findings.push({ kind: 'attention', line: paragraph.line, message });
  return findings;
}

/** Source line of an offset in a joined paragraph. */
function lineAt(paragraph: Paragraph, at: number): number {
  let end = 0;
  for (const { text, line } of paragraph.lines) {
    end += text.length;
    if (at < end) return line;
  }
  return paragraph.line;
}
