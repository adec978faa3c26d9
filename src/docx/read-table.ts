import type { CellAlign, TableCell, TableRow } from './body-model.ts';
import { type HtmlElement, isElement } from './html-tree.ts';
import { readInlines } from './read-inlines.ts';

/** The rows of a table; those of its head, or made of head cells only, are repeated on each page. */
export function readTable(table: HtmlElement): TableRow[] {
  return rowsIn(table, false);
}

function rowsIn(parent: HtmlElement, inHead: boolean): TableRow[] {
  return parent.children.filter(isElement).flatMap((child) => {
    if (child.name !== 'tr') return rowsIn(child, inHead || child.name === 'thead');
    const cells = child.children.filter(isElement).filter(({ name }) => name === 'td' || name === 'th');
    return [{ cells: cells.map(readCell), head: inHead }];
  });
}

function readCell(cell: HtmlElement): TableCell {
  return {
    inlines: readInlines(cell.children),
    align: alignOf(cell),
    columns: span(cell.attribs['colspan']),
    rows: span(cell.attribs['rowspan']),
  };
}

function span(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

function alignOf({ attribs }: HtmlElement): CellAlign | undefined {
  const said = `${attribs['align'] ?? ''} ${attribs['style'] ?? ''} ${attribs['class'] ?? ''}`;
  return (['center', 'right', 'left'] as const).find((align) => said.includes(align));
}
