/** Lines and bands of the library's map, as SVG paths. Lengths are units of the picture. */

export interface Point {
  x: number;
  y: number;
}

/** A thing that a line begins or ends at. */
export interface Disc extends Point {
  r: number;
}

/** Where a line between two points bends: to its left by `bend` times its length, but no more than `most`. */
export function control(from: Point, to: Point, bend: number, most: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const offset = Math.min(bend * length, most);
  return { x: (from.x + to.x) / 2 - (dy / length) * offset, y: (from.y + to.y) / 2 + (dx / length) * offset };
}

/** The point `distance` from `from` towards `to`. */
function towards(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: from.x + (dx / length) * distance, y: from.y + (dy / length) * distance };
}

/** A bent line from disc to disc with an arrowhead at its end. */
export function arrowLine(from: Disc, to: Disc): string {
  const bend = control(from, to, 0.14, 36);
  const start = towards(from, bend, from.r);
  const end = towards(to, bend, to.r + 2);
  return `M${at(start)}Q${at(bend)} ${at(end)}${arrowHead(end, bend)}`;
}

/** An open arrowhead at `end` of a line that comes from `before`. */
export function arrowHead(end: Point, before: Point): string {
  const back = towards(end, before, 6);
  const [px, py] = [(back.y - end.y) * 0.6, (end.x - back.x) * 0.6];
  return `M${at({ x: back.x + px, y: back.y + py })}L${at(end)} ${at({ x: back.x - px, y: back.y - py })}`;
}

/**
 * A band from centre to centre by way of a control point, `width` wide at its beginning and tapering to a quarter: the
 * wide end cites.
 */
export function taperedBand(from: Point, to: Point, by: Point, width: number): string {
  const [a1, a2] = sides(from, by, width / 2);
  const [b2, b1] = sides(to, by, width / 8);
  const [m1, m2] = sides(by, { x: by.x + to.x - from.x, y: by.y + to.y - from.y }, width / 3.2);
  return `M${at(a1)}Q${at(m1)} ${at(b1)}L${at(b2)}Q${at(m2)} ${at(a2)}Z`;
}

/** The points `half` to the right and to the left of a point, for one who looks towards another. */
function sides(point: Point, toward: Point, half: number): [Point, Point] {
  const step = towards(point, toward, half);
  const [px, py] = [-(step.y - point.y), step.x - point.x];
  return [
    { x: point.x + px, y: point.y + py },
    { x: point.x - px, y: point.y - py },
  ];
}

/** `x y`, to a tenth. */
export function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
