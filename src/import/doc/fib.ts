import { byteReader } from '../bytes.ts';

/** Stretches of the text of a Word file, in the order in which they follow one another ([MS-DOC] 2.4.1). */
export const STORIES = [
  'body',
  'footnotes',
  'headers',
  'macros',
  'comments',
  'endnotes',
  'boxes',
  'headerBoxes',
] as const;
export type Story = (typeof STORIES)[number];

/** Tables of a Word file that are read here, by their place in the list of all ([MS-DOC] 2.5.6). */
const TABLES = {
  styles: 1,
  footnotePlaces: 2,
  footnoteTexts: 3,
  headerTexts: 11,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  endnotePlaces: 46,
  endnoteTexts: 47,
  lists: 73,
  listOverrides: 74,
} as const;
export type TableName = keyof typeof TABLES;

/** The head of a Word file: where everything in it is. */
export interface Fib {
  /** Version: 101 to 105 are Word 6 and 95, 193 and above Word 97 and later. */
  version: number;
  /** Language of the program that wrote it; 0x804 is Chinese. */
  language: number;
  encrypted: boolean;
  /** Name of the stream that holds the tables. */
  tableStream: '0Table' | '1Table';
  /** Characters of each story. */
  lengths: Record<Story, number>;
  /** Where a table stands in its stream, in bytes. */
  table(name: TableName): { at: number; length: number };
}

/** Reads the head of the WordDocument stream; undefined when it is none of Word's. */
export function readFib(stream: Uint8Array): Fib | undefined {
  const { u16, u32 } = byteReader(stream);
  if (u16(0) !== 0xa5ec && u16(0) !== 0xa5dc) return undefined;
  const flags = u16(0x0a);
  const lengths = STORIES.map((story, index) => [story, u32(0x4c + index * 4) & 0x7fffffff]);
  return {
    version: u16(2),
    language: u16(6),
    encrypted: (flags & 0x100) !== 0,
    tableStream: (flags & 0x200) === 0 ? '0Table' : '1Table',
    lengths: Object.fromEntries(lengths) as Record<Story, number>,
    table(name) {
      const at = 0x9a + TABLES[name] * 8;
      return { at: u32(at), length: u32(at + 4) };
    },
  };
}
