import type { SourceLine, Table } from '../manuscript.ts';

/** A row as read: the lines of each cell, and where the borders of its cells stand, in twentieths of a point. */
export interface WordRow {
  cells: SourceLine[][];
  /** One more than there are cells, when the file tells. */
  edges: number[];
}

/** Borders that lie nearer to one another are one. */
const NEAR = 40;

/** Puts rows under one another. A cell that spans columns of another row is followed by empty ones. */
export function tableOf(rows: readonly WordRow[]): Table | undefined {
  if (!rows.some(({ cells }) => cells.some((lines) => lines.length > 0))) return undefined;
  const told = rows.every(({ cells, edges }) => edges.length === cells.length + 1);
  const columns = told ? joinedEdges(rows) : [];
  const placed = rows.map(({ cells, edges }) => (told ? spread(cells, edges, columns) : cells));
  const width = Math.max(...placed.map((row) => row.length));
  return {
    kind: 'table',
    rows: placed.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? [])),
  };
}

function joinedEdges(rows: readonly WordRow[]): number[] {
  const all = rows.flatMap(({ edges }) => edges).sort((a, b) => a - b);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? 0) > NEAR);
}

function spread(
  cells: readonly SourceLine[][],
  edges: readonly number[],
  columns: readonly number[],
): SourceLine[][] {
  const row: SourceLine[][] = [];
  for (const [index, lines] of cells.entries()) {
    const column = columns.findLastIndex((edge) => edge <= (edges[index] ?? 0));
    while (row.length < column) row.push([]);
    row.push(lines);
  }
  return row;
}
