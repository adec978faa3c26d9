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
import { inFont, STYLE } from './styles.ts';

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
/** A column is as wide as its longest cell, within these bounds, in characters. */
const NARROWEST = 3;
const WIDEST = 18;

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
              margins: { left: 85, right: 85, top: 40, bottom: 40 },
              children: [
                new Paragraph({
                  style: STYLE.cell,
                  alignment,
                  children: runsOf(cell.inlines, context, base),
                }),
              ],
            });
          }),
        }),
    ),
  });
}

/** Widths in twips that make up the text's width, by what the columns hold. */
export function columnWidths(rows: readonly Row[]): number[] {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.columns, 0)));
  const weights = Array.from({ length: count }, (_none, column) =>
    Math.max(NARROWEST, ...rows.map(({ cells }) => Math.min(WIDEST, lengthOf(cells[column])))),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((weight / total) * TEXT_WIDTH));
  const rest = TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, column) => (column === count - 1 ? width + rest : width));
}

/** Length in characters, a Latin one counting half; a cell across columns says nothing of one. */
function lengthOf(cell: Row['cells'][number] | undefined): number {
  if (!cell || cell.columns > 1) return 0;
  const text = cell.inlines.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return [...text].reduce((sum, character) => sum + (character < '\u2e80' ? 0.5 : 1), 0);
}
