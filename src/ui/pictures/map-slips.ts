/** Lines between the slips of the library's map, led past other slips. */
import { arrowHead, at, type Point } from './map-lines.ts';
import type { DrawnFlow } from './map-picture.ts';

/** A slip, by its middle. */
export interface Slip extends Point {
  width: number;
  height: number;
}

type Cubic = readonly [Point, Point, Point, Point];

type End = 'side' | 'above' | 'below';

/** A way to lead a line: how far it is bent at either end, how soon it turns, and at which sides it leaves and arrives. */
interface Way {
  bends: readonly [number, number];
  /** What part of the distance it keeps its first direction. */
  turn: number;
  ends: readonly [End, End];
}

const BENDS = [0, -28, 28, -56, 56, -84, 84, -120, 120];
const ENDS: readonly End[] = ['side', 'above', 'below'];
const PLAIN: Way = { bends: [0, 0], turn: 0.5, ends: ['side', 'side'] };
const SAMPLES = 32;

/** All ways but the plain one, the plainest first. */
const WAYS: readonly Way[] = BENDS.flatMap((first) =>
  BENDS.flatMap((last) =>
    [0.5, 0.25].flatMap((turn) =>
      ENDS.flatMap((leaves) =>
        ENDS.map((arrives): Way => ({ bends: [first, last], turn, ends: [leaves, arrives] })),
      ),
    ),
  ),
).sort((a, b) => detourOf(a) - detourOf(b));

/** How far a way is from the plain one: a bend to both sides winds, a short turn without a bend is stiff. */
function detourOf({ bends: [first, last], turn, ends }: Way): number {
  const sideways = ends.filter((end) => end !== 'side').length * 40;
  const winding = first * last < 0 ? 60 : 0;
  const stiff = (turn === 0.25) === (first === 0 && last === 0) ? 20 : 0;
  return Math.abs(first) + Math.abs(last) + sideways + winding + stiff;
}

/**
 * From one slip to another, the plainest way that passes behind no third one: a line that comes out behind a slip would
 * seem to begin there. Where there is none, the way behind the fewest.
 */
export function slipLine(a: Slip, b: Slip, all: readonly Slip[]): Pick<DrawnFlow, 'd' | 'behind'> {
  const highest = Math.min(...all.map(({ y, height }) => y - height / 2)) - 6;
  const lowest = Math.max(...all.map(({ y, height }) => y + height / 2)) + 6;
  const hitsOf = (line: Cubic): number => {
    const points = sample(line);
    return all.filter((slip) => points.some((point) => isInside(point, slip))).length;
  };
  let line = curve(a, b, PLAIN);
  let hits = hitsOf(line);
  for (const way of WAYS) {
    if (hits === 0) break;
    const other = curve(a, b, way);
    if (sample(other).some(({ y }) => y < highest || y > lowest)) continue;
    const fewer = hitsOf(other);
    if (fewer < hits) [line, hits] = [other, fewer];
  }
  const [start, c1, c2, end] = line;
  const d = `M${at(start)}C${at(c1)} ${at(c2)} ${at(end)}${arrowHead(end, c2)}`;
  return { d, behind: hits > 0 };
}

function curve(a: Slip, b: Slip, { bends, turn, ends }: Way): Cubic {
  const below = Math.abs(a.x - b.x) < 1;
  const away = below || b.x > a.x ? 1 : -1;
  const back = below ? 1 : -away;
  const start = edge(a, ends[0], away, 0);
  const end = edge(b, ends[1], back, 1.5);
  const reach = below ? 22 : Math.max(24, Math.abs(end.x - start.x) * turn);
  return [
    start,
    handle(start, ends[0], away * reach, bends[0]),
    handle(end, ends[1], back * reach, bends[1]),
    end,
  ];
}

/** Where a line meets a slip, at some distance from its edge. */
function edge(slip: Slip, end: End, side: number, distance: number): Point {
  if (end === 'side') return { x: slip.x + side * (slip.width / 2 + distance), y: slip.y };
  return { x: slip.x, y: slip.y + (end === 'above' ? -1 : 1) * (slip.height / 2 + distance) };
}

/** The control point that belongs to an end. */
function handle(point: Point, end: End, reach: number, bend: number): Point {
  if (end === 'side') return { x: point.x + reach, y: point.y + bend };
  return { x: point.x, y: point.y + (end === 'above' ? -1 : 1) * (16 + Math.abs(bend)) };
}

function sample([p0, p1, p2, p3]: Cubic): Point[] {
  return Array.from({ length: SAMPLES - 1 }, (_, index) => {
    const t = (index + 1) / SAMPLES;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return {
      x: a * p0.x + b * p1.x + c * p2.x + d * p3.x,
      y: a * p0.y + b * p1.y + c * p2.y + d * p3.y,
    };
  });
}

function isInside({ x, y }: Point, slip: Slip): boolean {
  return Math.abs(x - slip.x) < slip.width / 2 && Math.abs(y - slip.y) < slip.height / 2;
}
