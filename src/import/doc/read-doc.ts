import { byteReader } from '../bytes.ts';
import { SAVE_AS_DOCX } from '../foreign.ts';
import { lineBuilder } from '../line-builder.ts';
import { type DroppedText, footnotesIn, type ReadSource, type SourceLine } from '../manuscript.ts';
import { numberingOf } from '../numbering.ts';
import { type CompoundFile, readCompoundFile } from '../ole/compound-file.ts';
import { readStory } from './body.ts';
import { type Fib, readFib, type Story, type TableName } from './fib.ts';
import { docFindings } from './findings.ts';
import { inlineState } from './inline.ts';
import { makeNumberer } from './lists.ts';
import { readOldWord } from './old-word.ts';
import { readPieces } from './pieces.ts';
import { withoutFields } from './plain.ts';
import { readFormatRuns } from './properties.ts';
import { readStyles } from './styles.ts';
import { type WordText, wordText } from './word-text.ts';

/** Word 97 is the first whose text is stored in the way that is read here. */
const FIRST_VERSION = 193;
const OLD_FORMAT = 'Word 97-2003 文档（.doc）';

/**
 * Reads a Word 97-2003 file, which WPS writes too ([MS-DOC]): body, tables, footnotes, boxes, with styles, bold and
 * automatic numbers. Never throws for a bad file, and every loop ends with the file.
 */
export function readDoc(bytes: Uint8Array): ReadSource {
  const file = readCompoundFile(bytes);
  const main = file?.stream('WordDocument');
  const fib = main && readFib(main.bytes);
  if (!file || !main || !fib)
    return refuse('文件头已经损坏的 .doc 文件', '完好的 .doc 文件', '找一份完好的原件');
  if (fib.encrypted) {
    const mend = '用密码打开，去掉密码（WPS 在「文件」→「文档加密」），另存为「Word 文档(*.docx)」，再导入';
    return refuse('有打开密码的 .doc 文件', '没有密码的文件', mend);
  }
  if (fib.version < FIRST_VERSION) return readOldWord(main.bytes, fib);
  return readParts(file, main, fib);
}

function readParts(file: CompoundFile, main: { bytes: Uint8Array; whole: boolean }, fib: Fib): ReadSource {
  const tables = file.stream(fib.tableStream);
  if (!tables) return refuse('缺少文字目录的 .doc 文件', '完好的 .doc 文件', '找一份完好的原件');
  const part = (name: TableName): Uint8Array => {
    const { at, length } = fib.table(name);
    return tables.bytes.subarray(at, at + length);
  };
  const pieces = readPieces(part('pieces'), main.bytes);
  const expected = Object.values(fib.lengths).reduce((sum, length) => sum + length, 0);
  const found = pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (!main.whole || !tables.whole || found < expected) {
    return refuse(
      `残缺的 .doc 文件（应有 ${expected} 个字符，读到 ${found} 个）`,
      '完好的文件',
      `找一份完好的原件；或${SAVE_AS_DOCX}`,
    );
  }
  const text = wordText({
    ...{ fib, pieces, styles: readStyles(part('styles')) },
    paragraphRuns: readFormatRuns(part('paragraphPages'), main.bytes, 'paragraph'),
    characterRuns: readFormatRuns(part('characterPages'), main.bytes, 'character'),
  });
  const lists = fib.table('lists');
  const numberer = makeNumberer(tables.bytes.subarray(lists.at), lists.length, part('listOverrides'));
  return assemble(text, part, numberer);
}

function assemble(
  text: WordText,
  part: (name: TableName) => Uint8Array,
  numberer: ReturnType<typeof makeNumberer>,
): ReadSource {
  const builder = lineBuilder();
  const noteRanges = [
    ...readNotes(part('footnotePlaces'), part('footnoteTexts'), 2, 'footnotes'),
    ...readNotes(part('endnotePlaces'), part('endnoteTexts'), 2, 'endnotes'),
  ];
  const state = inlineState(new Map(noteRanges.map(({ place, id }) => [place, id])));
  const body = readStory(text.paragraphs('body'), { state, numberer, builder });
  const readRest = (story: Story, from?: number, to?: number): SourceLine[] => {
    const inner = { ...inlineState(), left: state.left, unwritten: state.unwritten };
    return readStory(text.paragraphs(story, from, to), { state: inner, numberer, builder }).lines;
  };
  const footnotes = new Map(
    noteRanges.map(({ id, story, from, to }) => [id, readRest(story, from, to).flatMap(flatten)]),
  );
  const boxes = readRest('boxes').map((line) => ({ ...line, line: 0 }));
  const referred = new Set(footnotesIn([...body.lines, ...boxes]));
  const strays = [...footnotes].filter(([id]) => !referred.has(id)).flatMap(([, lines]) => lines);
  for (const id of footnotes.keys()) if (!referred.has(id)) footnotes.delete(id);
  const lines = belowTitle([...body.lines, ...boxes, ...strays.map((line) => ({ ...line, line: 0 }))]);
  const dropped: DroppedText[] = [
    ...state.left.map((left) => ({ ...left, line: 0 })),
    ...leftStory(text, 'headers', '页眉、页脚'),
    ...leftStory(text, 'headerBoxes', '页眉、页脚里的文本框'),
    ...leftStory(text, 'comments', '批注'),
  ];
  if (lines.length === 0)
    return refuse('没有文字的 .doc 文件', '有文字的文档', '打开看看；若是扫描图片，先识别成文字（OCR）');
  const stories: Story[] = ['body', 'footnotes', 'endnotes', 'boxes', 'headers', 'headerBoxes', 'comments'];
  return {
    ok: true,
    manuscript: {
      ...{ format: OLD_FORMAT, unit: '段', lines, footnotes, dropped },
      findings: docFindings({
        state,
        nested: body.nested,
        framed: body.framed,
        boxes: boxes.length,
        strays: strays.length,
        tally: builder.tally,
      }),
      raw: [...stories.map((story) => withoutFields(text.raw(story))), ...state.unwritten].join('\n'),
    },
  };
}

interface NoteRange {
  id: string;
  story: Story;
  /** Place of its mark in the body. */
  place: number;
  from: number;
  to: number;
}

/** Where notes are referred to and where their texts stand ([MS-DOC] 2.8.18 and 2.8.19). */
function readNotes(places: Uint8Array, texts: Uint8Array, size: number, story: Story): NoteRange[] {
  const count = Math.max(0, Math.floor((places.length - 4) / (4 + size)));
  const at = byteReader(places);
  const text = byteReader(texts);
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `${story}-${index + 1}`, story, place: at.u32(index * 4) },
    ...{ from: text.u32(index * 4), to: text.u32(index * 4 + 4) },
  }));
}

/**
 * The outermost heading style is the title's only where one line alone has it and it has no number; elsewhere it is that
 * of the parts 一、二、, and the levels move down by one.
 */
function belowTitle(lines: readonly SourceLine[]): SourceLine[] {
  const first = lines.filter(({ marker }) => marker === 1);
  const isTitle = first.length === 1 && first[0] !== undefined && numberingOf(first[0].text) === undefined;
  if (isTitle) return [...lines];
  return lines.map((line) =>
    line.marker === undefined ? line : { ...line, marker: Math.min(line.marker + 1, 9) },
  );
}

/** Footnotes hold no tables: one in them is given line by line. */
function flatten(line: SourceLine): SourceLine[] {
  return line.solid?.kind === 'table' ? line.solid.rows.flat(2) : [line];
}

function leftStory(text: WordText, story: Story, reason: string): DroppedText[] {
  const plain = withoutFields(text.raw(story)).trim();
  return /[\p{L}]/u.test(plain) ? [{ text: plain, reason, line: 0 }] : [];
}

function refuse(found: string, expected: string, mend: string): ReadSource {
  return { ok: false, reason: `发现${found}，应为${expected}。改法：${mend}` };
}
