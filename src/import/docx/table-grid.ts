import { attribute, child, elements, isOn, type XmlElement } from './xml.ts';

/** Wider tables than any that Word can make. */
const MOST_COLUMNS = 200;

/** A cell that shows something of its own. */
export interface GridCell {
  element: XmlElement;
  row: number;
  /** First of the columns that it covers. */
  column: number;
  columns: number;
  /** Cells that go on in this one, across or down: what is in them is not shown, or shown here. */
  hidden: XmlElement[];
  /** True when it covers other cells. */
  merged: boolean;
}

/** The cells of a table by rows, columns counted across the whole table. */
export interface Grid {
  rows: GridCell[][];
  columns: number;
  /** Rows and cells that a tracked change takes away. */
  deleted: XmlElement[];
  /** What stands in it outside any cell, as no program should leave it. */
  loose: XmlElement[];
}

/** Lays out a table. No column is left in which no cell begins. */
export function gridOf(table: XmlElement): Grid {
  const deleted: XmlElement[] = [];
  const loose: XmlElement[] = [];
  const rows: GridCell[][] = [];
  const open = new Map<number, GridCell>();
  for (const row of within(table, 'w:tr', loose)) {
    if (child(row, 'w:trPr', 'w:del')) {
      deleted.push(row);
      continue;
    }
    rows.push(rowOf(row, rows.length, open, { deleted, loose }));
  }
  return compress({
    rows: rows.filter((row) => row.length > 0 || rows.length === 1),
    columns: 0,
    deleted,
    loose,
  });
}

/** Rows of a table or cells of a row, those in content controls included. */
function within(parent: XmlElement, name: string, loose: XmlElement[]): XmlElement[] {
  return elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)$/.test(each.name))
      return within(each, name, loose);
    if (!/(?:Pr|PrEx|Grid)$/.test(each.name)) loose.push(each);
    return [];
  });
}

function rowOf(
  row: XmlElement,
  index: number,
  open: Map<number, GridCell>,
  { deleted, loose }: Pick<Grid, 'deleted' | 'loose'>,
): GridCell[] {
  const cells: GridCell[] = [];
  let column = count(attribute(child(row, 'w:trPr', 'w:gridBefore'), 'w:val'), 0);
  for (const element of within(row, 'w:tc', loose)) {
    const properties = child(element, 'w:tcPr');
    if (child(properties, 'w:cellDel')) {
      deleted.push(element);
      continue;
    }
    const columns = count(attribute(child(properties, 'w:gridSpan'), 'w:val'), 1);
    const left = cells.at(-1);
    const above = open.get(column);
    if (left && mergeOf(properties, 'w:hMerge') === 'continue') {
      left.columns += columns;
      left.merged = true;
      left.hidden.push(element);
    } else if (above && mergeOf(properties, 'w:vMerge') === 'continue') {
      above.hidden.push(element);
      above.merged = true;
    } else {
      const cell = { element, row: index, column, columns, hidden: [], merged: columns > 1 };
      cells.push(cell);
      if (mergeOf(properties, 'w:vMerge') === 'restart') open.set(column, cell);
      else open.delete(column);
    }
    column = Math.min(column + columns, MOST_COLUMNS);
  }
  return cells;
}

function mergeOf(properties: XmlElement | undefined, name: string): 'restart' | 'continue' | undefined {
  const merge = child(properties, name);
  if (!merge || isOn(merge) === false) return undefined;
  return attribute(merge, 'w:val') === 'restart' ? 'restart' : 'continue';
}

function count(value: string | undefined, least: number): number {
  const number = Number(value ?? least);
  return Number.isInteger(number) ? Math.min(Math.max(number, least), MOST_COLUMNS) : least;
}

/** Leaves out the columns that are there only because cells end at different places. */
function compress({ rows, deleted, loose }: Grid): Grid {
  const starts = [...new Set(rows.flat().map(({ column }) => column))].sort((a, b) => a - b);
  const place = new Map(starts.map((column, at) => [column, at]));
  const compressed = rows.map((row) =>
    row.map((cell) => {
      const column = place.get(cell.column) ?? 0;
      const covered = starts.filter((start) => start >= cell.column && start < cell.column + cell.columns);
      return { ...cell, column, columns: Math.max(1, covered.length) };
    }),
  );
  return { rows: compressed, columns: starts.length, deleted, loose };
}
