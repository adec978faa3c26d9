import type { TableRow as Row, TableCell } from './body-model.ts';
import { FONT, SIZE, TEXT_WIDTH } from './layout.ts';
import { paragraph } from './paragraph-xml.ts';
import type { RunLook } from './run-xml.ts';
import { type RunContext, runsOf } from './runs.ts';
import { STYLE } from './style-ids.ts';
import { element, valued } from './xml.ts';

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => element(`w:${side}`, { 'w:val': 'single', 'w:color': '000000', 'w:sz': 4 }))
  .join('');
const PROPERTIES = element(
  'w:tblPr',
  {},
  `${measured('tblW', TEXT_WIDTH)}<w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
);
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

/** A cell where it stands; one that takes several rows stands in each of them. */
interface Placed {
  cell: TableCell;
  width: number;
  /** Rows that it takes from this one on. */
  rows: number;
  continued: boolean;
}

/** A table across the page: rows stay whole, and rows of headings are repeated on each page. */
export function tableOf(rows: readonly Row[], context: RunContext): string {
  const widths = columnWidths(rows);
  const size: RunLook = widths.length > MANY_COLUMNS ? { size: SIZE.wuhao } : {};
  const grid = widths.map((width) => element('w:gridCol', { 'w:w': width })).join('');
  const placed = placeCells(rows, widths);
  const lines = rows.map(({ head }, index) => {
    const base: RunLook = head ? { ...size, font: FONT.hei } : size;
    const cells = (placed[index] ?? []).map((cell) => cellXml(cell, head, base, context));
    return `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl>${PROPERTIES}<w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** Puts a cell that takes several rows into each of them, where the columns before it end. */
function placeCells(rows: readonly Row[], widths: readonly number[]): Placed[][] {
  const placed = rows.map(({ cells }) =>
    cells.map((cell, column): Placed => {
      return { cell, width: widths[column] ?? 0, rows: cell.rows, continued: false };
    }),
  );
  for (const [index, row] of placed.entries()) {
    const next = placed[index + 1];
    let column = 0;
    for (const above of row) {
      if (next && above.rows > 1)
        next.splice(indexAt(next, column), 0, { ...above, rows: above.rows - 1, continued: true });
      column += above.cell.columns;
    }
  }
  return placed;
}

/** Index of the cell that begins at that column or after it. */
function indexAt(row: readonly Placed[], column: number): number {
  let taken = 0;
  const index = row.findIndex(({ cell }) => {
    if (taken >= column) return true;
    taken += cell.columns;
    return false;
  });
  return index < 0 ? row.length : index;
}

const PADDINGS = element(
  'w:tcMar',
  {},
  measured('top', 40) + measured('left', PADDING) + measured('bottom', 40) + measured('right', PADDING),
);

function cellXml(
  { cell, width, rows, continued }: Placed,
  head: boolean,
  base: RunLook,
  context: RunContext,
): string {
  const merged = continued ? 'continue' : rows > 1 ? 'restart' : undefined;
  const properties = [
    measured('tcW', width),
    cell.columns > 1 ? valued('w:gridSpan', cell.columns) : '',
    merged ? valued('w:vMerge', merged) : '',
    `${PADDINGS}<w:vAlign w:val="center"/>`,
  ].join('');
  const runs = continued ? '' : runsOf(cell.inlines, context, base, width - 2 * PADDING);
  const alignment = cell.align ?? (head ? 'center' : 'left');
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(STYLE.cell, { alignment }, runs)}</w:tc>`;
}

/** A width or distance in twips. */
function measured(name: string, twips: number): string {
  return element(`w:${name}`, { 'w:type': 'dxa', 'w:w': twips });
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
