/** The map with one circle for each cell, for a large library and for phones. */
import type { TimeColumn } from './map-columns.ts';
import type { Cell, Flow, MapGrid } from './map-grid.ts';
import { control, type Point, round, taperedBand } from './map-lines.ts';
import {
  AXIS,
  type AxisLabel,
  BASELINE,
  type DrawnCell,
  type DrawnFlow,
  HEAD,
  LABEL_SIZE,
  type MapPicture,
  WIDTH,
} from './map-picture.ts';
import { textWidth } from './text-width.ts';

/** Bands between cells that are drawn at most. */
export const MOST_BANDS = 30;
const NARROW_WIDTH = 340;
/** Room for a circle, across the years and across the levels. */
const WIDE_ROOM = { year: 104, level: 72 };
const NARROW_YEAR = 46;

/** Where the circles, the labels and the rules stand. */
interface Places {
  width: number;
  height: number;
  circle: (column: number, row: number) => Point;
  /** The largest circle's radius. */
  largest: number;
  /** How far an arc along a level may rise from the circles' line. */
  rise: (row: number) => number;
  rules: number[];
  gap: (column: number) => Point;
  turned: boolean;
}

/** For a wide screen: years to the right, levels downwards, and above each level room for the arcs along it. */
export function layoutCircles(grid: MapGrid): MapPicture {
  const step = Math.min(WIDE_ROOM.year, (WIDTH - AXIS) / Math.max(1, grid.columns.length));
  const half = WIDE_ROOM.level / 2;
  const rises = grid.rows.map((_, row) => highestArc(grid, row, step));
  const heights = rises.map((rise) => Math.max(half, rise + 8) + half);
  const tops = [...heights, 0].map((_, row) => heights.slice(0, row).reduce((sum, own) => sum + own, HEAD));
  return drawMap(grid, {
    width: AXIS + grid.columns.length * step,
    height: (tops.at(-1) ?? HEAD) + 1,
    circle: (column, row) => ({ x: AXIS + (column + 0.5) * step, y: (tops[row + 1] ?? 0) - half }),
    largest: Math.min(half, step / 2) - 3,
    rise: (row) => rises[row] ?? 0,
    rules: tops,
    gap: (column) => ({ x: AXIS + column * step, y: 20 }),
    turned: false,
  });
}

/** For phones: years downwards, levels to the right. */
export function layoutNarrowMap(grid: MapGrid): MapPicture {
  const axis = Math.max(0, ...grid.columns.map(({ label }) => textWidth(label) * LABEL_SIZE)) + 10;
  const step = (NARROW_WIDTH - axis) / Math.max(1, grid.rows.length);
  const rules = [...grid.columns, undefined].map((_, column) => HEAD + column * NARROW_YEAR);
  return drawMap(grid, {
    width: NARROW_WIDTH,
    height: (rules.at(-1) ?? HEAD) + 1,
    circle: (column, row) => ({ x: axis + (row + 0.5) * step, y: HEAD + (column + 0.5) * NARROW_YEAR }),
    largest: Math.min(NARROW_YEAR, step) / 2 - 3,
    rise: () => step / 2 - 8,
    rules,
    gap: (column) => ({ x: axis / 3, y: (rules[column] ?? 0) + 3 }),
    turned: true,
  });
}

function drawMap({ columns, rows, cells, cellFlows }: MapGrid, places: Places): MapPicture {
  const { width, height, circle, turned } = places;
  const drawn = drawCircles(cells, circle, places.largest);
  return {
    ...{ width, height, flowStyle: 'bands', documents: [], cells: drawn },
    ...layoutAxes(columns, rows, circle, turned),
    rules: places.rules.map((y) => ({ x1: 0, y1: y, x2: width, y2: y })),
    gaps: columns.flatMap(({ gap }, index) => (gap ? [places.gap(index)] : [])),
    flows: drawBands(cellFlows, drawn, places.rise),
  };
}

/** How far an arc rises that spans a distance: the longer above the shorter. */
function arcRise(distance: number): number {
  return 4.2 * Math.sqrt(distance);
}

function highestArc({ cellFlows }: MapGrid, row: number, step: number): number {
  const along = cellFlows.slice(0, MOST_BANDS).filter(({ from, to }) => from.row === row && to.row === row);
  return Math.max(0, ...along.map(({ from, to }) => arcRise(Math.abs(from.column - to.column) * step)));
}

/** Labels above stand over the middle of what they name, those beside it begin at the left edge. */
function layoutAxes(
  columns: readonly TimeColumn[],
  rows: readonly string[],
  place: (column: number, row: number) => Point,
  turned: boolean,
): Pick<MapPicture, 'columns' | 'rows'> {
  const label = (index: number, text: string, { x, y }: Point, above: boolean): AxisLabel =>
    above ? { index, text, x, y: 20 } : { index, text, x: 0, y: y + BASELINE };
  return {
    columns: columns.map((column, index) => label(index, column.label, place(index, 0), !turned)),
    rows: rows.map((level, index) => {
      const text = turned ? level.replace(/级$/u, '') : level;
      return label(index, text, place(0, index), turned);
    }),
  };
}

/** Areas go by the number of documents, but no circle is too small for its number. */
function drawCircles(
  cells: readonly Cell[],
  place: (column: number, row: number) => Point,
  largest: number,
): DrawnCell[] {
  const most = Math.max(1, ...cells.map(({ members }) => members.length));
  return cells.map((cell) => {
    const count = cell.members.length;
    const readable = Math.max(11, (textWidth(String(count)) * LABEL_SIZE) / 2 + 4);
    const r = Math.max(Math.min(largest, readable), largest * Math.sqrt(count / most));
    return { cell, ...place(cell.column, cell.row), r: round(r) };
  });
}

function drawBands(
  flows: readonly Flow<Cell>[],
  drawn: readonly DrawnCell[],
  rise: (row: number) => number,
): DrawnFlow[] {
  const indexes = new Map(drawn.map(({ cell }, index) => [cell, index]));
  const strongest = flows[0]?.count ?? 1;
  return flows.slice(0, MOST_BANDS).flatMap(({ from, to, count }) => {
    const [start, end] = [indexes.get(from) ?? -1, indexes.get(to) ?? -1];
    const [a, b] = [drawn[start], drawn[end]];
    if (!a || !b) return [];
    const width = Math.max(1.5, Math.min(16, a.r * 1.4) * Math.sqrt(count / strongest));
    const by = from.row === to.row ? overArc(a, b, rise(from.row)) : control(a, b, 0.16, 40);
    return [{ d: taperedBand(a, b, by, width), from: start, to: end }];
  });
}

/** The control point of an arc along a level, on the side where such arcs have room: above, or to the right. */
function overArc(a: Point, b: Point, most: number): Point {
  // A curve of this kind comes half as far as its control point.
  const lift = 2 * Math.min(most, arcRise(Math.hypot(b.x - a.x, b.y - a.y)));
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return a.y === b.y ? { ...middle, y: middle.y - lift } : { ...middle, x: middle.x + lift };
}
