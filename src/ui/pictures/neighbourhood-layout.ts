/** Where everything of a neighbourhood's picture stands. Two layouts: side by side, and one below the other for phones. */
import { STATE_CHIPS } from '../../core/register-labels.ts';
import { branchDown, branchUp, fanIn, fanOut } from './neighbourhood-edges.ts';
import {
  type DrawnSide,
  type NodeBox,
  type Picture,
  SMALL_SIZE,
  type TextLine,
  TITLE_SIZE,
} from './neighbourhood-picture.ts';
import type { Neighbour, Neighbourhood, Side } from './neighbours.ts';
import { shortTitle } from './short-title.ts';
import { fitText, textWidth, wrapText } from './text-width.ts';

/** The document in the middle. */
export interface Middle {
  title: string;
  issuer: string;
  number: string | null;
}

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
    edges: [...fanOut(placed, drawnOut?.boxes ?? []), ...fanIn(placed, drawnIn?.boxes ?? [])],
  };
}

const NARROW_WIDTH = 320;
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
    edges: [...branchUp(centre, drawnOut?.boxes ?? []), ...branchDown(centre, drawnIn?.boxes ?? [])],
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

/** Relations stand on the left of the upper edge, the state on the right. */
function layoutLabels({ labels, held, dead }: Neighbour, x: number, y: number, width: number) {
  const state = [STATE_CHIPS[held], dead].filter(Boolean).join(' · ');
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
