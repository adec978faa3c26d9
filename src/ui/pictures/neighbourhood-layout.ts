/** Where everything of a neighbourhood's picture stands. Two layouts: side by side, and one below the other for phones. */
import type { Neighbour, Neighbourhood, Side } from './neighbours.ts';
import { shortTitle } from './short-title.ts';
import { fitText, textWidth, wrapText } from './text-width.ts';

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

/** The document in the middle. */
export interface Middle {
  title: string;
  issuer: string;
  number: string | null;
}

/** Font sizes; styles/neighbourhood.css sets the same. */
export const TITLE_SIZE = 14;
export const SMALL_SIZE = 13;

const PAD = 12;
const BOX_HEIGHT = 54;
/** Room above a box, in which its label stands on the upper edge. */
const GAP = 16;
const PITCH = BOX_HEIGHT + GAP;
const HEADING = 36;
const MORE = 30;

const SIDE_WIDTH = 214;
const MIDDLE_WIDTH = 180;
const BRIDGE = 76;

/** What it points to on the left, the document in the middle, what points to it on the right. */
export function layoutWide(middle: Middle, { out, in: into }: Neighbourhood): Picture {
  const left = out.shown.length > 0 ? SIDE_WIDTH + BRIDGE : 0;
  const right = into.shown.length > 0 ? SIDE_WIDTH + BRIDGE : 0;
  const centre = layoutCentre(middle, left + 1, 0, MIDDLE_WIDTH - 2);
  const tallest = Math.max(columnHeight(out), columnHeight(into), centre.height);
  const move = HEADING + (tallest - centre.height) / 2;
  const placed = shiftCentre(centre, move);
  const top = (side: Side): number => HEADING + (tallest - columnHeight(side)) / 2;
  const drawnOut = layoutSide(out, '它提到的', 1, top(out), SIDE_WIDTH - 2);
  const drawnIn = layoutSide(into, '提到它的', left + MIDDLE_WIDTH + BRIDGE + 1, top(into), SIDE_WIDTH - 2);
  return {
    width: left + MIDDLE_WIDTH + right,
    height: HEADING + tallest + (Math.max(out.more, into.more) > 0 ? MORE : 2),
    centre: placed,
    out: drawnOut,
    in: drawnIn,
    edges: [...fanOut(placed, drawnOut), ...fanIn(placed, drawnIn)],
  };
}

const NARROW_WIDTH = 320;
/** The lines from which the branches go: the nearest to the boxes, and how far apart they stand. */
const TRUNK = 26;
const TRUNK_STEP = 10;
const INDENT = 44;

/** For phones: what it points to, below it the document, below that what points to it. */
export function layoutNarrow(middle: Middle, { out, in: into }: Neighbourhood): Picture {
  const width = NARROW_WIDTH - INDENT - 1;
  const drawnOut = layoutSide(out, '它提到的', INDENT, HEADING, width);
  const above = drawnOut ? HEADING + columnHeight(out) + (out.more > 0 ? MORE : 0) + 20 : 1;
  const centre = layoutCentre(middle, 1, above, NARROW_WIDTH - 2);
  const below = above + centre.height + 12 + HEADING;
  const drawnIn = layoutSide(into, '提到它的', INDENT, below, width);
  const end = drawnIn ? below + columnHeight(into) + (into.more > 0 ? MORE : 2) : above + centre.height + 2;
  return {
    width: NARROW_WIDTH,
    height: end,
    centre,
    out: drawnOut,
    in: drawnIn,
    edges: [...branchUp(centre, drawnOut), ...branchDown(centre, drawnIn)],
  };
}

function columnHeight({ shown }: Side): number {
  return shown.length === 0 ? 0 : shown.length * PITCH - GAP;
}

function layoutSide(side: Side, name: string, x: number, y: number, width: number): DrawnSide | undefined {
  if (side.shown.length === 0) return undefined;
  const boxes = side.shown.map((node, index) => layoutNode(node, x, y + index * PITCH, width));
  const total = side.shown.length + side.more;
  const end = y + columnHeight(side) + 22;
  return {
    heading: { text: `${name} ${total} 份`, x, y: y - 18 },
    boxes,
    more: side.more > 0 ? { text: `另有 ${side.more} 份，见下面的列表`, x: x + PAD, y: end } : undefined,
  };
}

function layoutNode(node: Neighbour, x: number, y: number, width: number): NodeBox {
  const room = (width - 2 * PAD) / TITLE_SIZE;
  const { title, number, issuer } = node;
  const named = number !== null && title !== number;
  const lines = named
    ? [fitText(shortTitle(title, issuer), room)]
    : wrapText(number ?? shortTitle(title, issuer), room, 2);
  const first = lines.length + (named ? 1 : 0) === 1 ? y + 32 : y + 23;
  return {
    node,
    ...{ x, y, width, height: BOX_HEIGHT },
    titles: lines.map((text, index) => ({ text, x: x + PAD, y: first + index * 19 })),
    number: named
      ? { text: fitText(number, (width - 2 * PAD) / SMALL_SIZE), x: x + PAD, y: y + 42 }
      : undefined,
    ...layoutLabels(node, x, y, width),
  };
}

const STATES = { held: '', record: '题录', missing: '未收录', ambiguous: '有歧义' } as const;

/** Relations stand on the left of the upper edge, the state on the right. */
function layoutLabels({ labels, held, dead }: Neighbour, x: number, y: number, width: number) {
  const state = [STATES[held], dead].filter(Boolean).join(' · ');
  const stateWidth = textWidth(state) * SMALL_SIZE;
  const room = (width - stateWidth - 3 * PAD) / SMALL_SIZE;
  const relation = fitText(labels.join('、'), room);
  return {
    relation: relation === '' ? undefined : { text: relation, x: x + PAD, y: y + 4 },
    state: state === '' ? undefined : { text: state, x: x + width - PAD, y: y + 4 },
  };
}

function layoutCentre(
  { title, issuer, number }: Middle,
  x: number,
  y: number,
  width: number,
): Picture['centre'] {
  const lines = wrapText(shortTitle(title, issuer), (width - 2 * PAD) / (TITLE_SIZE + 1), 3);
  const titles = lines.map((text, index) => ({ text, x: x + width / 2, y: y + 27 + index * 21 }));
  const last = y + 27 + (lines.length - 1) * 21;
  const shown = number === null ? undefined : fitText(number, (width - PAD) / SMALL_SIZE);
  return {
    ...{ x, y, width, height: last - y + (shown ? 36 : 17) },
    titles,
    number: shown ? { text: shown, x: x + width / 2, y: last + 21 } : undefined,
  };
}

function shiftCentre(centre: Picture['centre'], by: number): Picture['centre'] {
  const move = (line: TextLine): TextLine => ({ ...line, y: line.y + by });
  return {
    ...centre,
    y: centre.y + by,
    titles: centre.titles.map(move),
    number: centre.number && move(centre.number),
  };
}

function styleOf({ node }: NodeBox): LineStyle {
  return node.kind === 'repeals' || node.kind === 'cites' ? node.kind : 'relates';
}

/** Lines of one style meet in one point at the middle's side; the styles stand apart. */
function ports(centre: Box, boxes: readonly NodeBox[]): (box: NodeBox) => number {
  const styles = [...new Set(boxes.map(styleOf))];
  const middle = centre.y + centre.height / 2;
  return (box) => middle + (styles.indexOf(styleOf(box)) - (styles.length - 1) / 2) * 20;
}

/** A line arrives level for so long, so that its arrowhead stands straight. */
const LEVEL = 10;

function fanOut(centre: Box, side: DrawnSide | undefined): Edge[] {
  const boxes = side?.boxes ?? [];
  const port = ports(centre, boxes);
  return boxes.map((box): Edge => {
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    const from = port(box);
    const half = (x + LEVEL + centre.x) / 2;
    const line = `M${centre.x} ${from}C${half} ${from} ${half} ${y} ${x + LEVEL} ${y}H${x}`;
    return edge(box, line, arrow(box, x + 1, y, -1, 0), arrow(box, centre.x - 1, from, 1, 0));
  });
}

function fanIn(centre: Box, side: DrawnSide | undefined): Edge[] {
  const boxes = side?.boxes ?? [];
  const port = ports(centre, boxes);
  const end = centre.x + centre.width;
  return boxes.map((box): Edge => {
    const y = box.y + box.height / 2;
    const to = port(box);
    const half = (box.x + end + LEVEL) / 2;
    const line = `M${box.x} ${y}C${half} ${y} ${half} ${to} ${end + LEVEL} ${to}H${end}`;
    return edge(box, line, arrow(box, end + 1, to, -1, 0), arrow(box, box.x - 1, y, 1, 0));
  });
}

/** Each style has a trunk of its own; what is nearest to the middle has the one nearest to the boxes: none crosses another. */
function trunks(fromNearest: readonly NodeBox[]): (box: NodeBox) => number {
  const styles = [...new Set(fromNearest.map(styleOf))];
  return (box) => TRUNK - styles.indexOf(styleOf(box)) * TRUNK_STEP;
}

function branchUp(centre: Box, side: DrawnSide | undefined): Edge[] {
  const boxes = side?.boxes ?? [];
  const trunk = trunks(boxes.toReversed());
  return boxes.map((box): Edge => {
    const [x, y] = [trunk(box), box.y + box.height / 2];
    const line = `M${x} ${centre.y}V${y + 8}Q${x} ${y} ${x + 8} ${y}H${box.x}`;
    return edge(box, line, arrow(box, box.x - 1, y, 1, 0), arrow(box, x, centre.y - 1, 0, 1));
  });
}

function branchDown(centre: Box, side: DrawnSide | undefined): Edge[] {
  const boxes = side?.boxes ?? [];
  const trunk = trunks(boxes);
  const end = centre.y + centre.height;
  return boxes.map((box): Edge => {
    const [x, y] = [trunk(box), box.y + box.height / 2];
    const line = `M${box.x} ${y}H${x + 8}Q${x} ${y} ${x} ${y - 8}V${end}`;
    return edge(box, line, arrow(box, x, end + 1, 0, -1), arrow(box, box.x - 1, y, 1, 0));
  });
}

function edge(box: NodeBox, line: string, head: string, back: string): Edge {
  const { held, mutual } = box.node;
  const missing = held === 'missing' || held === 'ambiguous';
  return { line, head: mutual ? head + back : head, style: styleOf(box), missing };
}

/** An arrowhead at a point, for a line that comes in direction (dx, dy); what repeals ends in a bar, which stops. */
function arrow(box: NodeBox, x: number, y: number, dx: number, dy: number): string {
  if (styleOf(box) === 'repeals') {
    const [a, b] = [x - 4 * dx, y - 4 * dy];
    return `M${a - 6 * dy} ${b - 6 * dx}L${a + 6 * dy} ${b + 6 * dx}`;
  }
  const [a, b] = [x - 6 * dx, y - 6 * dy];
  return `M${a - 4 * dy} ${b - 4 * dx}L${x} ${y}L${a + 4 * dy} ${b + 4 * dx}`;
}
