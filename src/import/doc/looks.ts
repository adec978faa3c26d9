import { byteReader } from '../bytes.ts';
import type { Change } from './properties.ts';

/** What matters of a paragraph's formatting. */
export interface ParagraphLook {
  style: number;
  inTable: boolean;
  /** It ends a row. */
  endsRow: boolean;
  /** How many tables it lies in, one in the other. */
  depth: number;
  /** It ends a cell of a table within a table. */
  endsInnerCell: boolean;
  align: 'centre' | 'right' | undefined;
  /** 0 is the outermost level of headings, 9 is text. */
  outline: number;
  /** Its first line is set in. */
  indented: boolean;
  /** Number of its list, from 1; 0 is none. */
  list: number;
  listLevel: number;
  /** Right edges of the cells of the row that it ends, in twentieths of a point, the left edge of the first before them. */
  edges: number[];
}

/** What matters of a character's formatting. */
export interface CharacterLook {
  bold: boolean;
  italic: boolean;
  /** In points. */
  size: number;
  hidden: boolean;
  /** Deleted, with the deletion still to be accepted. */
  deleted: boolean;
  inserted: boolean;
  /** It stands for something else than its code says. */
  special: boolean;
  /** The character of a symbol font. */
  symbol: number;
}

export const PLAIN_PARAGRAPH: ParagraphLook = {
  ...{ style: 0, inTable: false, endsRow: false, depth: 0, endsInnerCell: false, align: undefined },
  ...{ outline: 9, indented: false, list: 0, listLevel: 0, edges: [] },
};
export const PLAIN_CHARACTER: CharacterLook = {
  ...{ bold: false, italic: false, size: 10, hidden: false, deleted: false, inserted: false },
  ...{ special: false, symbol: 0 },
};

const signed = (value: number): number => (value > 0x7fff ? value - 0x10000 : value);

/** A paragraph's look after changes. */
export function changeParagraph(look: ParagraphLook, changes: readonly Change[]): ParagraphLook {
  const next = { ...look };
  for (const { code, value } of changes) {
    const { u8, u16, u32 } = byteReader(value);
    if (code === 0x2416) next.inTable = u8(0) !== 0;
    else if (code === 0x2417) next.endsRow = u8(0) !== 0;
    else if (code === 0x6649) next.depth = Math.min(u32(0), 100);
    else if (code === 0x244b) next.endsInnerCell = u8(0) !== 0;
    else if (code === 0x244c) next.endsInnerCell ||= u8(0) !== 0;
    else if (code === 0x2403 || code === 0x2461)
      next.align = u8(0) === 1 ? 'centre' : u8(0) === 2 ? 'right' : undefined;
    else if (code === 0x2640) next.outline = u8(0);
    else if ([0x8411, 0x8460, 0x4457].includes(code)) next.indented = signed(u16(0)) > 0;
    else if (code === 0x260a) next.listLevel = Math.min(u8(0), 8);
    else if (code === 0x460b) next.list = u16(0) > 2046 ? 0 : u16(0);
    else if (code === 0xd608)
      next.edges = Array.from({ length: Math.min(u8(0), 63) + 1 }, (_, index) => signed(u16(1 + index * 2)));
  }
  return next;
}

/** A character's look after changes. `base` is that of its style, which some changes turn round. */
export function changeCharacter(
  look: CharacterLook,
  changes: readonly Change[],
  base: CharacterLook = look,
): CharacterLook {
  const next = { ...look };
  const toggle = (value: number, ofStyle: boolean): boolean =>
    value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0;
  for (const { code, value } of changes) {
    const { u8, u16 } = byteReader(value);
    if (code === 0x0835) next.bold = toggle(u8(0), base.bold);
    else if (code === 0x0836) next.italic = toggle(u8(0), base.italic);
    else if (code === 0x4a43) next.size = u16(0) / 2;
    else if (code === 0x083c) next.hidden = toggle(u8(0), base.hidden);
    else if (code === 0x0800) next.deleted = u8(0) !== 0;
    else if (code === 0x0801) next.inserted = u8(0) !== 0;
    else if (code === 0x0855) next.special = u8(0) !== 0;
    else if (code === 0x6a09) next.symbol = u16(2);
  }
  return next;
}
