import { byteWriter, join, longs, utf16, words } from './byte-writer.ts';
import { compoundFile } from './compound.ts';

/** A stretch of a made-up Word 97 file. */
export interface DocRun {
  text: string;
  /** Changes of its formatting as Word stores them: code and value. */
  changes?: Uint8Array;
}

/** A paragraph of a made-up Word 97 file. */
export interface DocParagraph {
  runs: DocRun[];
  /** Number of its style: 0 text, 1 the outermost heading, 2 title. */
  style?: number;
  changes?: Uint8Array;
  /** What ends it: a cell's mark in a table. */
  end?: '\r' | '\u0007' | '\f';
}

/** What a made-up Word 97 file holds. */
export interface DocContent {
  body: DocParagraph[];
  /** Texts of footnotes; each is referred to by a character 2 of the body, in order. */
  footnotes?: string[];
  headers?: string;
  comments?: string;
  boxes?: string;
  /** The text as so many pieces, every other one stored in the other order, as a fast save does. */
  pieces?: number;
  /** Bits of the head besides those that are needed: 0x100 is a password. */
  flags?: number;
}

/** Formatting as Word stores it ([MS-DOC] 2.6). */
export const CHANGE = {
  bold: Uint8Array.of(0x35, 0x08, 1),
  deleted: Uint8Array.of(0x00, 0x08, 1),
  inserted: Uint8Array.of(0x01, 0x08, 1),
  hidden: Uint8Array.of(0x3c, 0x08, 1),
  special: Uint8Array.of(0x55, 0x08, 1),
  inTable: Uint8Array.of(0x16, 0x24, 1),
  centred: Uint8Array.of(0x03, 0x24, 1),
  numbered: Uint8Array.of(0x0b, 0x46, 1, 0),
} as const;

const TEXT_AT = 0x800;
const PAGE = 512;

/** The row-end mark of a table whose cells have these borders, in twentieths of a point. */
export function rowEnd(edges: readonly number[]): DocParagraph {
  const definition = join(
    words(0xd608, 2 + edges.length * 2),
    Uint8Array.of(edges.length - 1),
    words(...edges),
  );
  return { runs: [], end: '\u0007', changes: join(CHANGE.inTable, Uint8Array.of(0x17, 0x24, 1), definition) };
}

/** A paragraph of one run. */
export function plain(text: string, more: Partial<DocParagraph> = {}): DocParagraph {
  return { runs: [{ text }], ...more };
}

/** A cell of a table. */
export function cell(text: string): DocParagraph {
  return plain(text, { end: '\u0007', changes: CHANGE.inTable });
}

/** Makes a Word 97 file of its content. */
export function docFile(content: DocContent): Uint8Array {
  return compoundFile(docStreams(content));
}

/** The streams of a Word 97 file. */
export function docStreams(content: DocContent): Record<string, Uint8Array> {
  const notes = (content.footnotes ?? []).map((note) => `\u0002${note}\r`);
  const last = [content.headers, content.comments, content.boxes].map((text) => (text ? `${text}\r` : ''));
  const body = content.body
    .map(({ runs, end = '\r' }) => runs.map(({ text }) => text).join('') + end)
    .join('');
  const stories = [body, notes.join('') + (notes.length > 0 ? '\r' : ''), ...last];
  const text = stories.join('');
  const { order, pieces } = cutPieces(text, content.pieces ?? 1);
  const runs = formatRuns(content.body, text.length);
  const characters = formatPages(runs.characters, 'character', order);
  const paragraphs = formatPages(runs.paragraphs, 'paragraph', order);
  const firstPage = Math.ceil((TEXT_AT + text.length * 2) / PAGE);
  const tables: [number, Uint8Array][] = [
    [1, styleSheet()],
    [12, pageTable(characters, firstPage)],
    [13, pageTable(paragraphs, firstPage + characters.length)],
    [33, pieces],
    ...noteTables(body, notes),
    ...listTables(),
  ];
  const stream = byteWriter((firstPage + characters.length + paragraphs.length) * PAGE);
  for (const [at, part] of order) stream.put(at, utf16(part));
  for (const [index, { bytes }] of [...characters, ...paragraphs].entries())
    stream.put((firstPage + index) * PAGE, bytes);
  stream.put(0, head(content.flags ?? 0, stories, tables));
  return { WordDocument: stream.bytes, '1Table': join(...tables.map(([, bytes]) => bytes)) };
}

function head(
  flags: number,
  stories: readonly string[],
  tables: readonly [number, Uint8Array][],
): Uint8Array {
  const fib = byteWriter(0x9a + 93 * 8);
  fib.u16(0, 0xa5ec);
  fib.u16(2, 193);
  fib.u16(6, 0x804);
  fib.u16(0x0a, 0x200 | flags);
  const [body = '', notes = '', headers = '', comments = '', boxes = ''] = stories;
  for (const [index, story] of [body, notes, headers, '', comments, '', boxes].entries())
    fib.u32(0x4c + index * 4, story.length);
  let at = 0;
  for (const [index, { length }] of tables) {
    fib.u32(0x9a + index * 8, at);
    // The table of lists says only where its first part ends.
    fib.u32(0x9a + index * 8 + 4, index === 73 ? 30 : length);
    at += length;
  }
  return fib.bytes;
}

/** Where each piece of the text goes, and the table that says so. */
function cutPieces(text: string, count: number): { order: [number, string][]; pieces: Uint8Array } {
  const size = Math.ceil(text.length / count);
  const parts = Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
  const stored = [...parts.keys()].sort((a, b) => (b % 2) - (a % 2) || a - b);
  const places: number[] = [];
  let at = TEXT_AT;
  for (const index of stored) {
    places[index] = at;
    at += (parts[index]?.length ?? 0) * 2;
  }
  const starts = parts.map((_, index) => Math.min(index * size, text.length));
  const entries = places.flatMap((place) => [words(0), longs(place), words(0)]);
  const table = join(longs(...starts, text.length), ...entries);
  return {
    order: parts.map((part, index) => [places[index] ?? TEXT_AT, part]),
    pieces: join(Uint8Array.of(2), longs(table.length), table),
  };
}

interface Run {
  start: number;
  end: number;
  bytes: Uint8Array;
}

function formatRuns(body: readonly DocParagraph[], length: number): { characters: Run[]; paragraphs: Run[] } {
  const characters: Run[] = [];
  const paragraphs: Run[] = [];
  const nothing = new Uint8Array();
  let at = 0;
  for (const { runs, style = 0, changes = nothing } of body) {
    const start = at;
    for (const run of runs) {
      characters.push({ start: at, end: at + run.text.length, bytes: run.changes ?? nothing });
      at += run.text.length;
    }
    characters.push({ start: at, end: at + 1, bytes: nothing });
    at++;
    paragraphs.push({ start, end: at, bytes: join(words(style), changes) });
  }
  const rest = { start: at, end: length };
  if (at < length) {
    characters.push({ ...rest, bytes: nothing });
    paragraphs.push({ ...rest, bytes: words(0) });
  }
  return { characters, paragraphs };
}

interface FormatPage {
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** Runs of formatting by their places in the stream, on pages of 512 bytes. */
function formatPages(
  runs: readonly Run[],
  kind: 'character' | 'paragraph',
  order: readonly [number, string][],
): FormatPage[] {
  const placed = runs.flatMap((run) => placesOf(run, order)).sort((a, b) => a.start - b.start);
  const perPage = 12;
  return Array.from({ length: Math.ceil(placed.length / perPage) }, (_, index) => {
    const own = placed.slice(index * perPage, (index + 1) * perPage);
    return {
      start: own[0]?.start ?? 0,
      end: own.at(-1)?.end ?? 0,
      bytes: formatPage(own, kind),
    };
  });
}

/** A run may lie in several pieces. */
function placesOf({ start, end, bytes }: Run, order: readonly [number, string][]): Run[] {
  const found: Run[] = [];
  let first = 0;
  for (const [at, part] of order) {
    const from = Math.max(start, first);
    const to = Math.min(end, first + part.length);
    if (from < to) found.push({ start: at + (from - first) * 2, end: at + (to - first) * 2, bytes });
    first += part.length;
  }
  return found;
}

function formatPage(runs: readonly Run[], kind: 'character' | 'paragraph'): Uint8Array {
  const page = byteWriter(PAGE);
  const step = kind === 'character' ? 1 : 13;
  const table = (runs.length + 1) * 4;
  let free = PAGE - 2;
  for (const [index, { start, bytes }] of runs.entries()) {
    page.u32(index * 4, start);
    if (bytes.length === 0) continue;
    const padded = kind === 'paragraph' && bytes.length % 2 === 0;
    const size = bytes.length + (padded ? 2 : 1);
    free = (free - size) & ~1;
    if (kind === 'character') page.u8(free, bytes.length);
    else if (padded) page.u8(free + 1, bytes.length / 2);
    else page.u8(free, (bytes.length + 1) / 2);
    page.put(free + (padded ? 2 : 1), bytes);
    page.u8(table + index * step, free / 2);
  }
  page.u32(runs.length * 4, runs.at(-1)?.end ?? 0);
  page.u8(PAGE - 1, runs.length);
  return page.bytes;
}

function pageTable(pages: readonly FormatPage[], first: number): Uint8Array {
  const numbers = pages.map((_, index) => first + index);
  return longs(...pages.map(({ start }) => start), pages.at(-1)?.end ?? 0, ...numbers);
}

/** Text, the outermost heading, and the title. */
function styleSheet(): Uint8Array {
  const style = (id: number, base: number, name: string, paragraph: Uint8Array): Uint8Array => {
    const parts = join(words(paragraph.length), paragraph, words(0));
    const bytes = join(words(id, (base << 4) | 1, 2, 0, 0), words(name.length), utf16(name), words(0), parts);
    return join(words(bytes.length), bytes);
  };
  const text = style(0, 0xfff, 'Normal', words(0));
  const heading = style(1, 0, 'heading 1', join(words(1), Uint8Array.of(0x40, 0x26, 0)));
  const title = style(62, 0, 'Title', join(words(2), CHANGE.centred, Uint8Array.of(0)));
  return join(words(18), words(3, 10, 1, 0, 0, 0, 0, 0, 0), text, heading, title);
}

function noteTables(body: string, notes: readonly string[]): [number, Uint8Array][] {
  if (notes.length === 0) return [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word marks footnotes by a control character
  const places = Array.from(body.matchAll(/\u0002/g), ({ index }) => index).slice(0, notes.length);
  let at = 0;
  const starts = notes.map((note) => {
    at += note.length;
    return at;
  });
  return [
    [2, join(longs(...places, body.length), ...places.map(() => words(1)))],
    [3, longs(0, ...starts, at + 1)],
  ];
}

/** One list: 一、二、三、 */
function listTables(): [number, Uint8Array][] {
  const list = join(longs(7, 0), words(0, 0, 0, 0, 0, 0, 0, 0, 0), Uint8Array.of(1, 0));
  const level = byteWriter(28);
  level.u32(0, 1);
  level.u8(4, 39);
  const lists = join(words(1), list, level.bytes, words(2), utf16('\u0000、'));
  return [
    [73, lists],
    [74, longs(1, 7, 0, 0, 0)],
  ];
}
