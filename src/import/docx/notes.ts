import { type SourceLine, textLines } from '../manuscript.ts';
import { readStory } from './blocks.ts';
import { pairedMarks } from './fields.ts';
import type { Reader } from './reader.ts';
import { attribute, elements, plainText, type XmlElement } from './xml.ts';

/** Footnotes and endnotes of a file, by the ids that reader.notes has. */
export type Notes = ReadonlyMap<string, { element: XmlElement; part: string }>;

/** Finds the notes of a file; the lines that part them from the text are none. */
export function findNotes(file: Reader['file']): Notes {
  const kinds = [
    { type: 'footnotes', name: 'w:footnote', prefix: 'f' },
    { type: 'endnotes', name: 'w:endnote', prefix: 'e' },
  ];
  const found = kinds.flatMap(({ type, name, prefix }) =>
    file
      .related(type)
      .flatMap((part) =>
        notesIn(file.root(part), name).map(
          (element) => [`${prefix}${attribute(element, 'w:id') ?? ''}`, { element, part }] as const,
        ),
      ),
  );
  return new Map(found);
}

function notesIn(root: XmlElement | undefined, name: string): XmlElement[] {
  const notes = root ? elements(root).filter((each) => each.name === name) : [];
  return notes.filter((note) => (attribute(note, 'w:type') ?? 'normal') === 'normal');
}

/** Reads the notes that the text refers to; the text of the others is reported. */
export function readNotes(notes: Notes, reader: Reader): Map<string, SourceLine[]> {
  const read = new Map<string, SourceLine[]>();
  const referred = new Map(reader.notes);
  // A note that refers to another would have it nowhere.
  const within: Reader = { ...reader, noteIds: new Set() };
  for (const [id, { element, part }] of notes) {
    const line = referred.get(id);
    if (line === undefined) {
      reader.report.drop('正文没有引用的脚注', 0, plainText(element));
      continue;
    }
    within.line = line;
    const story = {
      part: reader.file.part(part),
      ...{ fields: [], paired: pairedMarks(element), counts: false, headings: false },
    };
    read.set(id, textOnly(readStory(element, within, story), reader, line));
  }
  return read;
}

/** The lines of a note that can stand at the foot of a page. */
function textOnly(lines: readonly SourceLine[], { report }: Reader, line: number): SourceLine[] {
  if (lines.some(({ solid }) => solid?.kind === 'picture'))
    report.add('lost', line, '脚注里的图片', '脚注里的图片没有收入。改法：移到正文里再导入');
  if (lines.some(({ solid }) => solid?.kind === 'table'))
    report.add('changed', line, '脚注里的表格', '脚注里的表格改成了几段文字，请核对');
  return lines.flatMap(textLines).filter(({ text }) => text !== '');
}

/** Takes away references to notes that turned out to be empty. */
export function withoutEmptyNotes(
  lines: readonly SourceLine[],
  notes: Map<string, SourceLine[]>,
  { report }: Reader,
): SourceLine[] {
  const empty = new Set([...notes].filter(([, text]) => text.length === 0).map(([id]) => id));
  for (const id of empty) notes.delete(id);
  if (empty.size === 0) return [...lines];
  const clean = (line: SourceLine): SourceLine => {
    const kept = line.footnotes?.filter(({ id }) => !empty.has(id)) ?? [];
    if (kept.length < (line.footnotes?.length ?? 0))
      report.add('lost', line.line, '空的脚注', '有一个脚注没有文字，没有收入');
    const { footnotes: _, ...rest } = line;
    return kept.length > 0 ? { ...rest, footnotes: kept } : rest;
  };
  return lines.map((line) => {
    if (line.solid?.kind !== 'table') return clean(line);
    const rows = line.solid.rows.map((row) => row.map((cell) => cell.map(clean)));
    return { ...line, solid: { ...line.solid, rows } };
  });
}
