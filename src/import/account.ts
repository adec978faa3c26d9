import type { Finding } from './finding.ts';
import { type Manuscript, type SourceLine, textLines } from './manuscript.ts';
import { hanCharacters } from './verify.ts';

/** No report quotes more of a text that was left out. */
const LONGEST_QUOTE = 60;

/** What the report says of text that was left out on purpose. */
export function droppedFindings({ dropped }: Pick<Manuscript, 'dropped'>): Finding[] {
  return dropped.map(({ text, reason, line }) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    const quote =
      plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}……（共 ${plain.length} 字）` : plain;
    return {
      kind: 'lost',
      line,
      message: quote === '' ? `没有收入：${reason}` : `没有收入：${reason}“${quote}”`,
    };
  });
}

/**
 * Holds what was read against a plainer reading of the same file: every Han character must be in the lines, in a
 * footnote or in what was dropped, as often as in the file. Order is not judged, since footnotes and boxes move.
 */
export function unaccounted(manuscript: Manuscript): Finding[] {
  const { lines, footnotes, dropped, raw } = manuscript;
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    for (const char of hanCharacters(text)) counts.set(char, (counts.get(char) ?? 0) + by);
  };
  count(raw, 1);
  for (const line of [...lines, ...[...footnotes.values()].flat()].flatMap(textLines))
    count(ownText(line), -1);
  for (const { text } of dropped) count(text, -1);
  const missing = [...counts].filter(([, times]) => times > 0);
  const extra = [...counts].filter(([, times]) => times < 0);
  return [
    ...sentence('lost', missing, '没有带过来，请对照原件'),
    ...sentence('attention', extra, '比原文件多，请对照原件'),
  ];
}

/** What the source itself holds of a line: without the numbering that its program makes. */
function ownText({ text, generated = 0 }: SourceLine): string {
  return text.slice(generated);
}

function sentence(
  kind: Finding['kind'],
  counts: readonly (readonly [string, number])[],
  what: string,
): Finding[] {
  if (counts.length === 0) return [];
  const total = counts.reduce((sum, [, times]) => sum + Math.abs(times), 0);
  const shown = counts.slice(0, 20).map(([char, times]) => char.repeat(Math.min(Math.abs(times), 3)));
  return [
    {
      kind,
      line: 0,
      message: `有 ${total} 个汉字${what}：${shown.join('')}${counts.length > 20 ? '……' : ''}`,
    },
  ];
}
