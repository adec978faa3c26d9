/** The map with each document drawn by itself: as a slip with its name where there is room, else as a dot. */
import type { Cell, Flow, MapDocument, MapGrid } from './map-grid.ts';
import { arrowHead, arrowLine, at } from './map-lines.ts';
import {
  AXIS,
  BASELINE,
  type DrawnDocument,
  type DrawnFlow,
  HEAD,
  LABEL_SIZE,
  type MapPicture,
  WIDTH,
} from './map-picture.ts';
import { shortTitle } from './short-title.ts';
import { fitText } from './text-width.ts';

/** More documents, or more lines between them, are no longer told apart by the eye. */
const MOST_DOCUMENTS = 80;
const MOST_LINES = 120;

const SLIP = { mostColumns: 8, mostInCell: 6, height: 44, pitch: 54, between: 24, widest: 198, pad: 12 };
const DOT = { mostInCell: 16, radius: 6, pitch: 25, stacked: 4, widest: 140, pad: 24 };

/** How the documents of a cell stand, and how much room each column and each row's margin take. */
interface Arrangement {
  slips: boolean;
  column: number;
  pad: number;
  pitch: number;
  /** Documents side by side. */
  abreast: number;
  width: number;
  height: number;
}

/** The map with every document, or nothing when they would not find room. */
export function layoutDocuments(grid: MapGrid): MapPicture | undefined {
  const arrangement = arrange(grid);
  if (!arrangement) return undefined;
  const { columns, rows, cells } = grid;
  const { column: step, pad, pitch, abreast } = arrangement;
  const heights = rows.map((_, row) => {
    const own = cells.filter((cell) => cell.row === row);
    return Math.max(1, ...own.map(({ home }) => Math.ceil(home.length / abreast))) * pitch + pad;
  });
  const tops = [...rows, ''].map((_, row) => heights.slice(0, row).reduce((sum, own) => sum + own, HEAD));
  const middles = rows.map((_, row) => (tops[row] ?? 0) + (heights[row] ?? 0) / 2);
  const drawn = cells.flatMap((cell) =>
    placeCell(cell, middles[cell.row] ?? 0, columns[cell.column]?.years[0], arrangement),
  );
  const width = AXIS + step * columns.length;
  return {
    ...{ width, height: (tops.at(-1) ?? 0) + 1, flowStyle: 'lines', documents: drawn, cells: [] },
    columns: columns.map(({ label }, index) => ({ index, text: label, x: middleOf(index, step), y: 20 })),
    rows: rows.map((text, index) => ({ index, text, x: 0, y: (middles[index] ?? 0) + BASELINE })),
    rules: tops.map((y) => ({ x1: 0, y1: y, x2: width, y2: y })),
    gaps: columns.flatMap(({ gap }, index) => (gap ? [{ x: AXIS + index * step, y: 20 }] : [])),
    flows: drawLines(grid.flows, drawn, arrangement.slips),
  };
}

function arrange({ columns, cells, flows }: MapGrid): Arrangement | undefined {
  const documents = cells.reduce((sum, { home }) => sum + home.length, 0);
  if (documents > MOST_DOCUMENTS || flows.length > MOST_LINES) return undefined;
  const fullest = Math.max(0, ...cells.map(({ home }) => home.length));
  const room = (WIDTH - AXIS) / columns.length;
  if (columns.length <= SLIP.mostColumns && fullest <= SLIP.mostInCell) {
    const { widest, between, pad, pitch, height } = SLIP;
    const column = Math.min(widest, room);
    return { slips: true, column, pad, pitch, abreast: 1, width: column - between, height };
  }
  if (fullest > DOT.mostInCell || columns.some(({ years }) => years.length > 1)) return undefined;
  const { widest, pad, pitch, radius, stacked } = DOT;
  const column = Math.min(widest, room);
  const abreast = Math.max(1, Math.min(Math.ceil(fullest / stacked), Math.floor((column - 6) / pitch)));
  return { slips: false, column, pad, pitch, abreast, width: radius * 2, height: radius * 2 };
}

function middleOf(column: number, step: number): number {
  return AXIS + (column + 0.5) * step;
}

/** Stands a cell's documents around its middle, line by line. */
function placeCell(
  { column, home }: Cell,
  middle: number,
  year: number | undefined,
  arrangement: Arrangement,
): DrawnDocument[] {
  const { slips, column: step, pitch, abreast, width, height } = arrangement;
  const lines = Math.ceil(home.length / abreast);
  return home.map((document, index) => {
    const line = Math.floor(index / abreast);
    const inLine = Math.min(abreast, home.length - line * abreast);
    return {
      document,
      x: middleOf(column, step) + ((index % abreast) - (inLine - 1) / 2) * pitch,
      y: middle + (line - (lines - 1) / 2) * pitch,
      ...{ width, height },
      label: slips ? slipLabel(document, year, width) : [],
    };
  });
}

/** The year is that of the column, and need not be said again. */
function slipLabel(document: MapDocument, year: number | undefined, width: number): string[] {
  const room = (width - 12) / LABEL_SIZE;
  const { title, issuer, docNumber } = document;
  const name = shortTitle(title, issuer).replace(new RegExp(`^${year}年度?(?=.{2})`, 'u'), '');
  const number = docNumber?.replace(`〔${year}〕`, '') ?? (title.startsWith(issuer) ? issuer : '');
  return [fitText(name, room), fitText(number, room)].filter(Boolean);
}

function drawLines(
  flows: readonly Flow<MapDocument>[],
  drawn: readonly DrawnDocument[],
  slips: boolean,
): DrawnFlow[] {
  const places = new Map(drawn.map(({ document }, index) => [document.id, index]));
  return flows.flatMap(({ from, to }) => {
    const [start, end] = [places.get(from.id) ?? -1, places.get(to.id) ?? -1];
    const [a, b] = [drawn[start], drawn[end]];
    if (!a || !b) return [];
    const d = slips ? slipLine(a, b) : arrowLine({ ...a, r: DOT.radius }, { ...b, r: DOT.radius });
    return [{ d, from: start, to: end }];
  });
}

/** From the near side of one slip to the near side of the other; around the right when they stand in one column. */
function slipLine(a: DrawnDocument, b: DrawnDocument): string {
  const same = a.x === b.x;
  const away = same || b.x > a.x ? 1 : -1;
  const start = { x: a.x + (away * a.width) / 2, y: a.y };
  const end = { x: b.x + (same ? 1 : -away) * (b.width / 2 + 1.5), y: b.y };
  const reach = same ? 22 : Math.max(24, Math.abs(end.x - start.x) / 2);
  const [c1, c2] = [
    { x: start.x + away * reach, y: start.y },
    { x: end.x + (same ? 1 : -away) * reach, y: end.y },
  ];
  return `M${at(start)}C${at(c1)} ${at(c2)} ${at(end)}${arrowHead(end, c2)}`;
}
