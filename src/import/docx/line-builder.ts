import type { FootnotePlace, InlineMark, MarkKind } from '../manuscript.ts';

/** A line of a paragraph while it is put together. */
export interface OpenLine {
  text: string;
  marks: InlineMark[];
  footnotes: FootnotePlace[];
  /** UTF-16 units of each size in points. */
  sizes: Map<number, number>;
  /** UTF-16 units that are bold, whatever makes them so. */
  bold: number;
}

/** How a stretch of text is set off. */
export interface Setting {
  strong: boolean;
  emphasis: boolean;
  deleted: boolean;
  size: number | undefined;
  bold: boolean;
}

const KINDS: readonly Exclude<MarkKind, 'link'>[] = ['strong', 'emphasis', 'deleted'];

/** A line without text. */
export function newLine(): OpenLine {
  return { text: '', marks: [], footnotes: [], sizes: new Map(), bold: 0 };
}

/** Adds text to a line; a mark that goes on from the text before it stays one mark. */
export function addText(line: OpenLine, text: string, setting: Setting): void {
  const start = line.text.length;
  line.text += text;
  if (setting.size !== undefined)
    line.sizes.set(setting.size, (line.sizes.get(setting.size) ?? 0) + text.trim().length);
  if (setting.bold) line.bold += text.trim().length;
  const marks: InlineMark[] = KINDS.filter((kind) => setting[kind]).map((kind) => ({
    ...{ start, end: line.text.length, kind },
  }));
  for (const mark of marks) extendOrAdd(line.marks, mark);
}

function extendOrAdd(marks: InlineMark[], mark: InlineMark): void {
  const before = marks.findLast(({ kind }) => kind === mark.kind);
  if (before && before.end === mark.start) before.end = mark.end;
  else marks.push(mark);
}

/** A line without the space at its ends, its marks and footnotes moved along; a tab within it is a space. */
export function trimmed(line: OpenLine): OpenLine {
  const text = line.text.trim().replaceAll('\t', ' ');
  const lead = line.text.length - line.text.trimStart().length;
  const moved = (at: number): number => Math.min(Math.max(at - lead, 0), text.length);
  return {
    ...line,
    text,
    marks: line.marks
      .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
      .filter(({ start, end }) => end > start),
    footnotes: line.footnotes.map(({ at, id }) => ({ at: moved(at), id })),
  };
}

/** Two lines as one, with `glue` between them. */
export function joined(first: OpenLine, second: OpenLine, glue = ''): OpenLine {
  const shift = first.text.length + glue.length;
  const sizes = new Map(first.sizes);
  for (const [size, units] of second.sizes) sizes.set(size, (sizes.get(size) ?? 0) + units);
  const marks = [...first.marks];
  for (const mark of second.marks)
    extendOrAdd(marks, { ...mark, start: mark.start + shift, end: mark.end + shift });
  return {
    text: first.text + glue + second.text,
    marks,
    footnotes: [...first.footnotes, ...second.footnotes.map(({ at, id }) => ({ at: at + shift, id }))],
    sizes,
    bold: first.bold + second.bold,
  };
}

/** Between two Latin words or numbers a line end stands for a space. */
export function glueBetween(first: string, second: string): string {
  return /[A-Za-z0-9]$/.test(first) && /^[A-Za-z0-9]/.test(second) ? ' ' : '';
}
