/** A document's neighbourhood as drawn. */
import type { Neighbour } from './neighbours.ts';

/** Font sizes; styles/neighbourhood.css sets the same. */
export const TITLE_SIZE = 14;
export const SMALL_SIZE = 13;

/** A line of text; `y` is its baseline. All lengths are units of the picture, which are about CSS pixels. */
export interface TextLine {
  text: string;
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A neighbour's box: title, number, and on its upper edge what it is to the document and what is amiss with it. */
export interface NodeBox extends Box {
  node: Neighbour;
  titles: TextLine[];
  number: TextLine | undefined;
  relation: TextLine | undefined;
  state: TextLine | undefined;
}

/** How a tie is drawn: what repeals, what is related otherwise, what only cites. */
export type LineStyle = 'repeals' | 'relates' | 'cites';

/** A line between the middle and a neighbour, with its arrowhead. */
export interface Edge {
  line: string;
  head: string;
  style: LineStyle;
  /** The line is drawn with dashes, as is the box. */
  missing: boolean;
}

export interface DrawnSide {
  heading: TextLine;
  boxes: NodeBox[];
  /** 另有 n 份. */
  more: TextLine | undefined;
}

export interface Picture {
  width: number;
  height: number;
  centre: Box & { titles: TextLine[]; number: TextLine | undefined };
  out: DrawnSide | undefined;
  in: DrawnSide | undefined;
  edges: Edge[];
}
