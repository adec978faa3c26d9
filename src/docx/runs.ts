import type { Inline, TextMarks } from './body-model.ts';
import { FONT, TEXT_WIDTH } from './layout.ts';
import { type DrawnPictures, drawPicture } from './pictures.ts';
import { type RunLook, run, textRun } from './run-xml.ts';

/** What the runs of one part share: its pictures, the footnotes that were referred to, and the document's lists. */
export interface RunContext {
  pictures: DrawnPictures;
  /** A second reference to a footnote is only its number: Word keeps one reference for each. */
  referred: Set<number>;
  /** Number of a list in the body → its id in word/numbering.xml. */
  numbering: ReadonlyMap<number, number>;
}

/** What leads to a footnote from the text, and stands before the note itself. */
export const FOOTNOTE_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';

/** The pieces of a line as runs of Word; `base` is set on all of them; `room` is the line's width in twips. */
export function runsOf(
  inlines: readonly Inline[],
  context: RunContext,
  base: RunLook = {},
  room = TEXT_WIDTH,
): string {
  return inlines.map((inline) => runOf(inline, context, base, room)).join('');
}

function runOf(inline: Inline, context: RunContext, base: RunLook, room: number): string {
  switch (inline.kind) {
    case 'text':
      return textRun(inline.text, { ...base, ...setting(inline) });
    case 'break':
      return run('<w:br/>', base);
    case 'footnote':
      return footnoteRun(inline.number, context);
    case 'picture': {
      const drawing = drawPicture(inline, context.pictures, room);
      return drawing ? run(drawing) : textRun(`〔图：${inline.alt}〕`, { font: FONT.kai });
    }
  }
}

function setting(marks: TextMarks): RunLook {
  const look: RunLook = {};
  if (marks.bold) look.bold = true;
  // Chinese type has no italics: 楷体 stands for them.
  if (marks.italic) look.font = FONT.kai;
  if (marks.strike) look.strike = true;
  if (marks.code) look.font = 'Consolas';
  if (marks.supplied) look.dotted = true;
  if (marks.position) look.position = marks.position === 'super' ? 'superscript' : 'subscript';
  return look;
}

function footnoteRun(number: number, { referred }: RunContext): string {
  if (referred.has(number)) return textRun(String(number), { position: 'superscript' });
  referred.add(number);
  return `<w:r>${FOOTNOTE_MARK}<w:footnoteReference w:id="${number}"/></w:r>`;
}
