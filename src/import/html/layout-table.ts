import { elementsBelow, type PageElement, textOf } from './page-tree.ts';

/** A cell that holds more of its table's text than this share, and more than so many characters, is a page's frame. */
const FRAME_SHARE = 0.7;
const FRAME_LENGTH = 400;
const MOST_COLUMNS = 100;

/** Rows of a table without those of tables within it. */
export function rowsOf(table: PageElement): PageElement[] {
  return table.children.flatMap((child) => {
    if (child.kind !== 'element') return [];
    if (child.name === 'tr') return [child];
    return ['tbody', 'thead', 'tfoot'].includes(child.name) ? rowsOf(child) : [];
  });
}

/** Cells of a row. */
export function cellsOf(row: PageElement): PageElement[] {
  return row.children.filter((child): child is PageElement => {
    return child.kind === 'element' && (child.name === 'td' || child.name === 'th');
  });
}

/** How many columns or rows a cell covers. */
export function spanOf({ attributes }: PageElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attributes[name] ?? '1', 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), MOST_COLUMNS) : 1;
}

/**
 * True for a table that only arranges a page: one with another in it, one of a single column or of rows with a single
 * filled cell, one whose text stands nearly all in one cell.
 */
export function isLayoutTable(table: PageElement): boolean {
  const below = elementsBelow(table);
  if (below.some(({ name }) => name === 'table' || name === 'h1')) return true;
  const rows = rowsOf(table).map((row) => cellsOf(row).map((cell) => textOf(cell).length));
  if (!rows.some((cells) => cells.filter((length) => length > 0).length > 1)) return true;
  const lengths = rows.flat();
  const longest = Math.max(0, ...lengths);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return longest > FRAME_LENGTH && longest > total * FRAME_SHARE;
}

/** The cells of a real table in a full grid: what another cell covers is undefined. */
export function gridOf(table: PageElement): (PageElement | undefined)[][] {
  const rows = rowsOf(table);
  const grid: (PageElement | null | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const width = spanOf(cell, 'colspan');
      const height = cell.attributes['rowspan'] === '0' ? rows.length : spanOf(cell, 'rowspan');
      for (let down = 0; down < height && y + down < rows.length; down++) {
        for (let right = 0; right < width; right++) {
          const line = grid[y + down];
          if (line) line[x + right] = down === 0 && right === 0 ? cell : null;
        }
      }
      x += width;
    }
  }
  const columns = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? undefined));
}
