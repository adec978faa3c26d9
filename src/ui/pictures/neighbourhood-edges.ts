/** The lines of a neighbourhood's picture. */
import type { Box, Edge, LineStyle, NodeBox } from './neighbourhood-picture.ts';

/** The lines from which the branches go: the nearest to the boxes, and how far apart they stand. */
const TRUNK = 26;
const TRUNK_STEP = 10;
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

/** Lines from the middle to what stands on its left. */
export function fanOut(centre: Box, boxes: readonly NodeBox[]): Edge[] {
  const port = ports(centre, boxes);
  return boxes.map((box): Edge => {
    const [x, y] = [box.x + box.width, box.y + box.height / 2];
    const from = port(box);
    const half = (x + LEVEL + centre.x) / 2;
    const line = `M${centre.x} ${from}C${half} ${from} ${half} ${y} ${x + LEVEL} ${y}H${x}`;
    return edge(box, line, arrow(box, x + 1, y, -1, 0), arrow(box, centre.x - 1, from, 1, 0));
  });
}

/** Lines to the middle from what stands on its right. */
export function fanIn(centre: Box, boxes: readonly NodeBox[]): Edge[] {
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

/** Lines from the middle to what stands above it. */
export function branchUp(centre: Box, boxes: readonly NodeBox[]): Edge[] {
  const trunk = trunks(boxes.toReversed());
  return boxes.map((box): Edge => {
    const [x, y] = [trunk(box), box.y + box.height / 2];
    const line = `M${x} ${centre.y}V${y + 8}Q${x} ${y} ${x + 8} ${y}H${box.x}`;
    return edge(box, line, arrow(box, box.x - 1, y, 1, 0), arrow(box, x, centre.y - 1, 0, 1));
  });
}

/** Lines to the middle from what stands below it. */
export function branchDown(centre: Box, boxes: readonly NodeBox[]): Edge[] {
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
