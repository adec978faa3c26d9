import type { Element, ElementContent, Root } from 'hast';
import { elementsIn, textOf } from './element-text.ts';

/** A table of so many columns doesn't fit beside itself on a phone: its rows are folded into cards, each cell named. */
const FOLDS_FROM = 4;
/** Headings that name a table to a screen reader. */
const NAMED_BY = 3;

/** An amount, a percentage or a range of them; not a date or a code. */
const FIGURE = /^[-−+]?\d[\d,，]*(?:\.\d+)?[%％‰]?(?:[-–—~～][\d,.]+[%％]?)?$/;
/** What stands in a column of figures where there is none. */
const NO_FIGURE = /^[-–—/／无]*$/;

/**
 * Puts each table into a frame of its own, in which a wide one scrolls, reachable by keyboard, so that the page never
 * does. The frame is named by the table's first headings; columns of figures are set right; the cells of a table of many
 * columns bear their heading as `data-label`, by which a small screen shows each row as a card.
 */
export function frameTables(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'table') parent.children[index] = framed(child);
    else frameTables(child);
  }
}

function framed(table: Element): Element {
  const [heads = [], ...rows] = rowsOf(table);
  const names = heads.map((head) => textOf(head).trim());
  alignFigures(heads, rows);
  const folds = names.length >= FOLDS_FROM;
  if (folds) labelCells(names, rows);
  return frame(table, names, folds);
}

function rowsOf(table: Element): Element[][] {
  const rows = elementsIn(table).flatMap((part) => elementsIn(part));
  return rows.map((row) => elementsIn(row));
}

/** Sets right what has no alignment of its own, where a column holds figures and nothing else. */
function alignFigures(heads: readonly Element[], rows: readonly Element[][]): void {
  for (const [column, head] of heads.entries()) {
    const cells = rows.flatMap((row) => row[column] ?? []);
    const texts = cells.map((cell) => textOf(cell).trim());
    const holdsFigures = texts.some((text) => FIGURE.test(text));
    if (!holdsFigures || !texts.every((text) => FIGURE.test(text) || NO_FIGURE.test(text))) continue;
    for (const cell of [head, ...cells]) cell.properties['align'] ??= 'right';
  }
}

function labelCells(names: readonly string[], rows: readonly Element[][]): void {
  for (const [column, cell] of rows.flatMap((row) => [...row.entries()]))
    if (names[column]) cell.properties['dataLabel'] = names[column];
}

function frame(table: Element, names: readonly string[], folds: boolean): Element {
  const named = names.filter((name) => name !== '').slice(0, NAMED_BY);
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: folds ? ['table-frame', 'folds'] : ['table-frame'],
      role: 'region',
      ariaLabel: named.length === 0 ? '表格' : `表格：${named.join('、')}`,
      tabIndex: 0,
    },
    children: [table as ElementContent],
  };
}
