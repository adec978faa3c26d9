import { CONTROL, INVISIBLE } from './lines.ts';
import type { FootnotePlace, InlineMark, MarkKind, SourceLine } from './manuscript.ts';

/** How a stretch of text is set off while a line is put together. */
export interface Setting {
  strong?: boolean;
  emphasis?: boolean;
  href?: string | undefined;
}

/** A line as far as a builder knows it. */
export type BuiltLine = Pick<SourceLine, 'text' | 'indented' | 'marks' | 'footnotes'>;

/** What a builder left out of the text given to it, or met in it. */
export interface BuilderTally {
  controls: number;
  invisible: number;
  privateUse: number;
  replacement: number;
}

/** Puts a paragraph together from stretches of text; a line break begins another line. */
export interface LineBuilder {
  add(text: string, setting?: Setting): void;
  /** A footnote is referred to here. */
  refer(id: string): void;
  /** The lines so far that hold anything; the builder is empty afterwards. */
  take(): BuiltLine[];
  readonly tally: Readonly<BuilderTally>;
}

/** A builder for one paragraph after the other. */
export function lineBuilder(): LineBuilder {
  const tally: BuilderTally = { controls: 0, invisible: 0, privateUse: 0, replacement: 0 };
  let lines = [emptyLine()];
  const current = (): OpenLine => {
    const last = lines.at(-1) ?? emptyLine();
    if (lines.length === 0) lines.push(last);
    return last;
  };
  const append = (text: string, setting: Setting): void => {
    const line = current();
    const start = line.text.length;
    line.text += clean(text, tally);
    for (const mark of marksOf(setting)) extendMark(line.marks, { ...mark, start, end: line.text.length });
  };
  return {
    tally,
    add(text, setting = {}) {
      for (const [index, part] of text.split(/\r\n|[\n\v\f\r\u0085\u2028\u2029]/).entries()) {
        if (index > 0) lines.push(emptyLine());
        if (part !== '') append(part.replace(/[\t\u00a0]/g, ' '), setting);
      }
    },
    refer(id) {
      const line = current();
      line.footnotes.push({ at: line.text.length, id });
    },
    take() {
      const taken = lines.flatMap(finish);
      lines = [emptyLine()];
      return taken;
    },
  };
}

interface OpenLine {
  text: string;
  marks: InlineMark[];
  footnotes: FootnotePlace[];
}

function emptyLine(): OpenLine {
  return { text: '', marks: [], footnotes: [] };
}

function marksOf({ strong, emphasis, href }: Setting): { kind: MarkKind; href?: string }[] {
  return [
    ...(href === undefined ? [] : [{ kind: 'link' as const, href }]),
    ...(strong ? [{ kind: 'strong' as const }] : []),
    ...(emphasis ? [{ kind: 'emphasis' as const }] : []),
  ];
}

/** A mark that goes on where one of its kind ended is the same mark. */
function extendMark(marks: InlineMark[], mark: InlineMark): void {
  if (mark.start === mark.end) return;
  const same = marks.findLast(({ kind }) => kind === mark.kind);
  if (same && same.end === mark.start && same.href === mark.href) same.end = mark.end;
  else marks.push(mark);
}

function clean(text: string, tally: BuilderTally): string {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  tally.invisible += count(INVISIBLE);
  tally.controls += count(CONTROL);
  tally.privateUse += count(/[\ue000-\uf8ff]/g);
  tally.replacement += count(/\ufffd/g);
  return text.replace(INVISIBLE, '').replace(CONTROL, '');
}

/** Without the space around its text. A line that only refers to a footnote is kept. */
function finish({ text, marks, footnotes }: OpenLine): BuiltLine[] {
  const body = text.trim();
  if (body === '' && footnotes.length === 0) return [];
  const lead = text.length - text.trimStart().length;
  const clamp = (at: number): number => Math.max(0, Math.min(body.length, at - lead));
  const moved = marks
    .map((mark) => ({ ...mark, start: clamp(mark.start), end: clamp(mark.end) }))
    .filter(({ start, end }) => start < end);
  return [
    {
      text: body,
      indented: /^(?:\u3000| {2})/.test(text),
      ...(moved.length > 0 ? { marks: moved } : {}),
      ...(footnotes.length > 0 ? { footnotes: footnotes.map(({ at, id }) => ({ at: clamp(at), id })) } : {}),
    },
  ];
}
