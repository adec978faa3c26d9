import type { SourceLine } from '../manuscript.ts';
import { numberingOf } from '../numbering.ts';

/** A title stands among the first lines. */
const HEAD_LINES = 15;

/**
 * Markers count from the title, as in Markdown: 1 is the title, 2 the outermost headings. Word's 标题 1 is the title where
 * it is used once, above the text and without a number, and no other paragraph is styled as the title.
 */
export function placeHeadings(lines: readonly SourceLine[]): SourceLine[] {
  const outermost = lines.filter(({ marker }) => marker === 1);
  const [first] = outermost;
  const isTitle =
    first !== undefined &&
    outermost.length === 1 &&
    lines.indexOf(first) < HEAD_LINES &&
    lines.find(({ marker }) => marker !== undefined) === first &&
    !numberingOf(first.text) &&
    !lines.some(({ look }) => look?.title);
  if (isTitle) return lines.map((line) => line);
  return lines.map((line) => (line.marker === undefined ? line : { ...line, marker: line.marker + 1 }));
}
