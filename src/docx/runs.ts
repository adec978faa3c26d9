import { FootnoteReferenceRun, ImageRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Inline, Picture, TextMarks } from './body-model.ts';
import { CHARACTER, FONT, LINE, TEXT_WIDTH } from './layout.ts';
import { inFont } from './setting.ts';

/** What the runs of a document share: its pictures, and the footnotes that were referred to. */
export interface RunContext {
  pictures: ReadonlyMap<string, Picture>;
  /** A second reference to a footnote is only its number: Word keeps one reference for each. */
  referred: Set<number>;
  /** Pictures so far: their ids must not depend on what else was made before. */
  drawn: number;
}

/** Pixels of a screen in a twip. */
const PIXELS = 96 / 1440;
/** Height of a picture that leaves its caption room on a page of 22 lines, in twips. */
const TALLEST = 19 * LINE;

/** The pieces of a line as runs of Word; `base` is set on all of them; `room` is the line's width in twips. */
export function runsOf(
  inlines: readonly Inline[],
  context: RunContext,
  base: IRunOptions = {},
  room = TEXT_WIDTH,
): ParagraphChild[] {
  return inlines.map((inline) => {
    if (inline.kind === 'break') return new TextRun({ ...base, break: 1 });
    if (inline.kind === 'footnote') return footnoteRun(inline.number, context);
    if (inline.kind === 'picture') return pictureRun(inline, context, room);
    return new TextRun({ ...base, ...setting(inline), text: inline.text });
  });
}

function setting(marks: TextMarks): IRunOptions {
  return {
    ...(marks.bold ? { bold: true } : {}),
    // Chinese type has no italics: 楷体 stands for them.
    ...(marks.italic ? inFont(FONT.kai) : {}),
    ...(marks.strike ? { strike: true } : {}),
    ...(marks.code ? { font: 'Consolas' } : {}),
    ...(marks.supplied ? { underline: { type: 'dotted' } } : {}),
    ...(marks.position === 'super' ? { superScript: true } : {}),
    ...(marks.position === 'sub' ? { subScript: true } : {}),
  };
}

function footnoteRun(number: number, { referred }: RunContext): ParagraphChild {
  if (referred.has(number)) return new TextRun({ text: String(number), superScript: true });
  referred.add(number);
  return new FootnoteReferenceRun(number);
}

function pictureRun(
  { src, alt }: { src: string; alt: string },
  context: RunContext,
  room: number,
): ParagraphChild {
  const picture = context.pictures.get(src);
  if (!picture) return new TextRun({ text: `〔图：${alt}〕`, ...inFont(FONT.kai) });
  context.drawn += 1;
  const scale = Math.min(
    1,
    (Math.max(room, CHARACTER) * PIXELS) / picture.width,
    (TALLEST * PIXELS) / picture.height,
  );
  const shown = (length: number): number => Math.max(1, Math.round(length * scale));
  return new ImageRun({
    type: picture.type,
    data: picture.data,
    transformation: { width: shown(picture.width), height: shown(picture.height) },
    altText: { id: String(context.drawn), name: `图${context.drawn}`, description: alt, title: alt },
  });
}
