/** The library's map as drawn. All lengths are units of the picture, about CSS pixels. */
import type { Cell, MapDocument } from './map-grid.ts';
import type { Point } from './map-lines.ts';

/** Font size of labels; styles/map.css sets the same. */
export const LABEL_SIZE = 13;
/** Width of the whole, of the labels of the levels beside it, and height of those of the years above it. */
export const WIDTH = 1120;
export const AXIS = 64;
export const HEAD = 36;
/** From the middle of a line of text down to its baseline. */
export const BASELINE = 4.5;

/** A document drawn by itself: a slip with its name, or a dot. */
export interface DrawnDocument extends Point {
  document: MapDocument;
  width: number;
  height: number;
  /** Lines of a slip; none in a dot. */
  label: string[];
}

/** A cell drawn as one circle with its number of documents. */
export interface DrawnCell extends Point {
  cell: Cell;
  r: number;
}

/** A line or band; the indexes are those of the two ends in `documents` or `cells`. */
export interface DrawnFlow {
  d: string;
  from: number;
  to: number;
  /** It passes behind a slip at neither of its ends. */
  behind?: boolean;
}

/** A label of an axis, in the middle of its column or row; `index` is the column's or row's. */
export interface AxisLabel extends Point {
  index: number;
  text: string;
}

export interface MapPicture {
  width: number;
  height: number;
  /** `lines`: arrows between documents; `bands` between cells, of which the strongest are drawn. */
  flowStyle: 'lines' | 'bands';
  columns: AxisLabel[];
  rows: AxisLabel[];
  /** Ends of the rules between the rows. */
  rules: { x1: number; y1: number; x2: number; y2: number }[];
  /** Where years are left out of the axis. */
  gaps: Point[];
  documents: DrawnDocument[];
  cells: DrawnCell[];
  flows: DrawnFlow[];
}
