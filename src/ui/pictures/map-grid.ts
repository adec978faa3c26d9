/** The whole library by year and level: what stands in each cell, and who cites whom. No geometry. */
import { compareText } from '../../core/compare-text.ts';
import { numberSortKey } from '../../core/number-sort-key.ts';
import { type TimeColumn, timeColumns } from './map-columns.ts';

/** A document as the map shows it. */
export interface MapDocument {
  id: string;
  url: string;
  title: string;
  issuer: string;
  docNumber: string | null;
  /** Ascending; empty when no source tells. */
  years: readonly number[];
  /** 国家级 … 校级, or 未知. */
  level: string;
  /** Only the bibliographic record is held. */
  record: boolean;
  /** 废止 or 失效, else null. */
  dead: string | null;
}

export interface Cell {
  column: number;
  row: number;
  /** All that belong here; a school year's document belongs to both of its years, as it does on the years' pages. */
  members: MapDocument[];
  /** Those that are drawn here: each document of the library once, in its first year. */
  home: MapDocument[];
}

/** How many citations go from documents of one kind of place to those of another. */
export interface Flow<End> {
  from: End;
  to: End;
  count: number;
}

export interface MapGrid {
  columns: TimeColumn[];
  /** The levels that occur, highest first. */
  rows: string[];
  /** Those with documents, row by row. */
  cells: Cell[];
  /** Between documents, the most frequent first. */
  flows: Flow<MapDocument>[];
  /** Between different cells, the strongest first. */
  cellFlows: Flow<Cell>[];
  /** Citations whose both ends stand in the same cell. */
  within: ReadonlyMap<Cell, number>;
}

/** Sorts documents and the citations between them into the cells; `levels` are all levels, highest first. */
export function buildMapGrid(
  documents: readonly MapDocument[],
  citations: readonly { from: string; to: string | null }[],
  levels: readonly string[],
): MapGrid {
  const rows = levels.filter((level) => documents.some((document) => document.level === level));
  const columns = timeColumns(documents);
  const { cells, homes } = fillCells(documents, columns, rows);
  const flows = countFlows(citations, new Map(documents.map((document) => [document.id, document])));
  const between = joinFlows(flows, homes);
  return {
    ...{ columns, rows, cells, flows },
    cellFlows: between.filter(({ from, to }) => from !== to),
    within: new Map(between.flatMap(({ from, to, count }) => (from === to ? [[from, count] as const] : []))),
  };
}

function fillCells(
  documents: readonly MapDocument[],
  columns: readonly TimeColumn[],
  rows: readonly string[],
) {
  const columnOf = new Map(
    columns.flatMap((column, index) => column.years.map((year) => [year, index] as const)),
  );
  const cells = new Map<number, Cell>();
  const homes = new Map<string, Cell>();
  const ordered = [...documents].sort(
    (a, b) =>
      compareText(numberSortKey(a.docNumber), numberSortKey(b.docNumber)) ||
      compareText(a.title, b.title) ||
      compareText(a.id, b.id),
  );
  for (const document of ordered) {
    const row = rows.indexOf(document.level);
    const places = new Set(document.years.map((year) => columnOf.get(year) ?? columns.length - 1));
    if (places.size === 0) places.add(columns.length - 1);
    for (const column of places) {
      const key = row * columns.length + column;
      const cell = cells.get(key) ?? { column, row, members: [], home: [] };
      cells.set(key, cell);
      cell.members.push(document);
      if (homes.has(document.id)) continue;
      homes.set(document.id, cell);
      cell.home.push(document);
    }
  }
  return { cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column), homes };
}

function countFlows(
  citations: readonly { from: string; to: string | null }[],
  byId: ReadonlyMap<string, MapDocument>,
): Flow<MapDocument>[] {
  const counted = new Map<string, Flow<MapDocument>>();
  for (const citation of citations) {
    const [from, to] = [byId.get(citation.from), byId.get(citation.to ?? '')];
    if (!from || !to) continue;
    const key = `${from.id}\n${to.id}`;
    const flow = counted.get(key);
    if (flow) flow.count += 1;
    else counted.set(key, { from, to, count: 1 });
  }
  return [...counted]
    .sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b))
    .map(([, flow]) => flow);
}

function joinFlows(flows: readonly Flow<MapDocument>[], homes: ReadonlyMap<string, Cell>): Flow<Cell>[] {
  const joined = new Map<Cell, Map<Cell, Flow<Cell>>>();
  for (const { from, to, count } of flows) {
    const [start, end] = [homes.get(from.id), homes.get(to.id)];
    if (!start || !end) continue;
    const own = joined.get(start) ?? new Map<Cell, Flow<Cell>>();
    joined.set(start, own);
    const flow = own.get(end) ?? { from: start, to: end, count: 0 };
    own.set(end, flow);
    flow.count += count;
  }
  const place = ({ from, to }: Flow<Cell>): number[] => [from.row, from.column, to.row, to.column];
  return [...joined.values()]
    .flatMap((own) => [...own.values()])
    .sort((a, b) => b.count - a.count || compareNumbers(place(a), place(b)));
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
