import { ownNumberIn } from '../infer-number.ts';
import { isLetterhead } from '../letterhead.ts';
import type { SourceLine } from '../manuscript.ts';
import { numberingOf } from '../numbering.ts';
import { kindOfTitle } from '../title-kinds.ts';

/** A title stands among the first lines. */
const HEAD_LINES = 15;

/**
 * Markers count from the title, as in Markdown: 1 is the title, 2 the outermost headings. Word's 标题 1 is the title where
 * it is used once, above the text and without a number, and no other paragraph is styled as the title.
 */
export function placeHeadings(lines: readonly SourceLine[]): SourceLine[] {
  const shift = hasHeadingAsTitle(lines) ? 0 : 1;
  const title = lines.findIndex(({ look }) => look?.title);
  const below = lines.findIndex(({ look }, at) => at > title && !look?.title);
  return lines.map((line, at) => {
    // A further title is that of an attachment, or of a part.
    if (line.look?.title && below >= 0 && at > below) return asHeading(line);
    return line.marker === undefined ? line : { ...line, marker: line.marker + shift };
  });
}

function asHeading({ look, ...line }: SourceLine): SourceLine {
  const { title: _, ...rest } = look ?? {};
  return { ...line, look: rest, marker: 2 };
}

function hasHeadingAsTitle(lines: readonly SourceLine[]): boolean {
  const at = lines.findIndex(({ marker }) => marker !== undefined);
  const first = lines[at];
  if (first?.marker !== 1 || at >= HEAD_LINES || numberingOf(first.text)) return false;
  if (lines.some((line) => line.look?.title || (line !== first && line.marker === 1))) return false;
  const above = lines.slice(0, at);
  const isHead = above.every(({ text }) => isLetterhead(text) || ownNumberIn(text) !== undefined);
  return isHead || kindOfTitle(first.text) !== undefined;
}
