/** Lines between the slips of the library's map, led past other slips as far as may be. */
import { arrowHead, at, type Point } from './map-lines.ts';

/** A slip, by its middle. */
export interface Slip extends Point {
  width: number;
  height: number;
}

type Cubic = readonly [Point, Point, Point, Point];

/** How far a line may be bent upwards or downwards to pass what stands in its way, the least first. */
const BENDS = [0, -28, 28, -56, 56, -84, 84, -120, 120];
/** Bending by so much is as bad as passing behind one more slip. */
const DETOUR = 70;
const SAMPLES = 24;

/** From the near side of one slip to the near side of the other; around the right when they stand one below the other. */
export function slipLine(a: Slip, b: Slip, all: readonly Slip[]): string {
  const others = all.filter((slip) => slip !== a && slip !== b);
  const highest = Math.min(...all.map(({ y, height }) => y - height / 2)) - 6;
  const lowest = Math.max(...all.map(({ y, height }) => y + height / 2)) + 6;
  let best = { line: curve(a, b, 0), cost: Number.POSITIVE_INFINITY };
  for (const bend of BENDS) {
    const line = curve(a, b, bend);
    const points = sample(line);
    if (bend !== 0 && points.some(({ y }) => y < highest || y > lowest)) continue;
    const hits = others.filter((slip) => points.some((point) => isInside(point, slip))).length;
    const cost = hits + Math.abs(bend) / DETOUR;
    if (cost < best.cost) best = { line, cost };
  }
  const [start, c1, c2, end] = best.line;
  return `M${at(start)}C${at(c1)} ${at(c2)} ${at(end)}${arrowHead(end, c2)}`;
}

function curve(a: Slip, b: Slip, bend: number): Cubic {
  const below = Math.abs(a.x - b.x) < 1;
  const away = below || b.x > a.x ? 1 : -1;
  const back = below ? 1 : -away;
  const start = { x: a.x + (away * a.width) / 2, y: a.y };
  const end = { x: b.x + back * (b.width / 2 + 1.5), y: b.y };
  const reach = below ? 22 : Math.max(24, Math.abs(end.x - start.x) / (bend === 0 ? 2 : 4));
  return [
    start,
    { x: start.x + away * reach, y: start.y + bend },
    { x: end.x + back * reach, y: end.y + bend },
    end,
  ];
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
