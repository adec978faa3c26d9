/** The map with each document drawn by itself: as a slip with its name where there is room, else as a dot. */
import type { Cell, Flow, MapDocument, MapGrid } from './map-grid.ts';
import { arrowLine } from './map-lines.ts';
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
import { slipLine } from './map-slips.ts';
import { shortTitle } from './short-title.ts';
import { fitText } from './text-width.ts';

/** More documents, or more lines between them, are no longer told apart by the eye. */
const MOST_DOCUMENTS = 80;
const MOST_LINES = 120;

const SLIP = {
  narrowest: 128,
  widest: 198,
  mostLines: 6,
  stacked: 3,
  height: 44,
  pitch: 54,
  between: 24,
  pad: 12,
};
const DOT = { mostInCell: 16, radius: 6, pitch: 25, stacked: 4, widest: 140, pad: 24 };

/** How the documents of a cell stand, and how much room each column and each row's margin take. */
interface Arrangement {
  slips: boolean;
  column: number;
  pad: number;
  pitch: number;
  /** Documents side by side, and how far their middles are apart. */
  abreast: number;
  across: number;
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
  const slips = arrangeSlips(fullest, room);
  if (slips) return slips;
  if (fullest > DOT.mostInCell || columns.some(({ years }) => years.length > 1)) return undefined;
  const { widest, pad, pitch, radius, stacked } = DOT;
  const column = Math.min(widest, room);
  const abreast = Math.max(1, Math.min(Math.ceil(fullest / stacked), Math.floor((column - 6) / pitch)));
  const size = radius * 2;
  return { slips: false, column, pad, pitch, across: pitch, abreast, width: size, height: size };
}

function arrangeSlips(fullest: number, room: number): Arrangement | undefined {
  const { narrowest, widest, mostLines, stacked, pad, pitch, height, between } = SLIP;
  const abreast = Math.max(1, Math.min(Math.floor(room / narrowest), Math.ceil(fullest / stacked)));
  const across = Math.min(widest, room / abreast);
  if (across < narrowest || fullest > mostLines * abreast) return undefined;
  return {
    slips: true,
    column: across * abreast,
    pad,
    pitch,
    across,
    abreast,
    width: across - between,
    height,
  };
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
  const { slips, column: step, pitch, abreast, across, width, height } = arrangement;
  const lines = Math.ceil(home.length / abreast);
  return home.map((document, index) => {
    const line = Math.floor(index / abreast);
    const inLine = Math.min(abreast, home.length - line * abreast);
    return {
      document,
      x: middleOf(column, step) + ((index % abreast) - (inLine - 1) / 2) * across,
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
    const line = slips
      ? slipLine(a, b, drawn)
      : { d: arrowLine({ ...a, r: DOT.radius }, { ...b, r: DOT.radius }) };
    return [{ ...line, from: start, to: end }];
  });
}
