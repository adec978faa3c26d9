import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { CellAlign, TableRow as Row } from './body-model.ts';
import { FONT, SIZE, TEXT_WIDTH } from './layout.ts';
import { type RunContext, runsOf } from './runs.ts';
import { inFont } from './setting.ts';
import { STYLE } from './style-ids.ts';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
const ALIGNMENTS: Record<CellAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
/** Beyond so many columns the text is set smaller. */
const MANY_COLUMNS = 7;
/** Twips that a character of 小四 takes, and the space beside a cell's text. */
const CHARACTER = 240;
const PADDING = 85;
/** Columns of up to so many characters keep to one line, if they leave the others room. */
const SHORT = 6;
const NARROWEST = 2;
/** What a cell holds beyond this makes its column no wider, in characters. */
const WIDEST = 18;

/** Word opens no table of more columns. */
const MOST_COLUMNS = 63;

/** A table in pieces that Word can open: the columns beyond the most that it takes make tables of their own below. */
export function narrowTables(rows: readonly Row[]): Row[][] {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const pieces = Math.ceil(count / MOST_COLUMNS);
  return Array.from({ length: pieces }, (_none, piece) =>
    rows
      .map((row) => ({ ...row, cells: row.cells.slice(piece * MOST_COLUMNS, (piece + 1) * MOST_COLUMNS) }))
      .filter(({ cells }) => cells.length > 0),
  );
}

/** A table across the page: rows stay whole, and rows of headings are repeated on each page. */
export function tableOf(rows: readonly Row[], context: RunContext): Table {
  const widths = columnWidths(rows);
  const run = widths.length > MANY_COLUMNS ? { size: SIZE.wuhao } : {};
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row.head,
          children: row.cells.map((cell, column) => {
            const base = row.head ? { ...run, ...inFont(FONT.hei) } : run;
            const alignment = ALIGNMENTS[cell.align ?? (row.head ? 'center' : 'left')];
            return new TableCell({
              columnSpan: cell.columns,
              rowSpan: cell.rows,
              width: { size: widths[column] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { left: PADDING, right: PADDING, top: 40, bottom: 40 },
              children: [
                new Paragraph({
                  style: STYLE.cell,
                  alignment,
                  children: runsOf(cell.inlines, context, base, (widths[column] ?? 0) - 2 * PADDING),
                }),
              ],
            });
          }),
        }),
    ),
  });
}

/** Widths in twips that make up the text's width: short columns as wide as their words, the others by what they hold. */
export function columnWidths(rows: readonly Row[]): number[] {
  const count = Math.max(1, ...rows.map(({ cells }) => sum(cells.map(({ columns }) => columns))));
  const lengths = Array.from({ length: count }, (_none, column) =>
    Math.max(NARROWEST, ...rows.map(({ cells }) => lengthOf(cells[column]))),
  );
  const natural = lengths.map((length) => Math.ceil(length * CHARACTER) + 2 * PADDING + 20);
  const isShort = lengths.map((length) => length <= SHORT);
  const taken = sum(natural.filter((_width, column) => isShort[column]));
  const fits = isShort.includes(false) && taken < TEXT_WIDTH * 0.6;
  const weights = lengths.map((length, column) => (fits && isShort[column] ? 0 : Math.min(WIDEST, length)));
  const shared = TEXT_WIDTH - (fits ? taken : 0);
  const widths = weights.map((weight, column) =>
    weight === 0 ? (natural[column] ?? 0) : Math.floor((weight / sum(weights)) * shared),
  );
  // What rounding left goes to the widest.
  const widest = widths.indexOf(Math.max(...widths));
  return widths.map((width, column) => (column === widest ? width + TEXT_WIDTH - sum(widths) : width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Length in characters, a Latin one counting half and its border on Chinese a quarter; a cell across columns says nothing of one. */
function lengthOf(cell: Row['cells'][number] | undefined): number {
  if (!cell || cell.columns > 1) return 0;
  const text = cell.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  const narrow = text.match(NARROW)?.length ?? 0;
  return [...text].length - narrow / 2 + (text.match(BORDERS_ON_CHINESE)?.length ?? 0) / 4;
}

const NARROW = /[^\u2e80-\uffff]/gu;
const BORDERS_ON_CHINESE = /(?<=[\da-z])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[\da-z])/giu;
