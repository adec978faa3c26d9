/** Cutting a long list to a length so that everything in it gets its fair part. */

/**
 * Divides `room` among demands: nobody gets more than it asks for, and what one leaves the others share. Whole numbers;
 * never more than `room` in all.
 */
export function shareOut(demands: readonly number[], room: number): number[] {
  const grants = demands.map(() => 0);
  const order = demands.map((_demand, index) => index).sort((a, b) => (demands[a] ?? 0) - (demands[b] ?? 0));
  let left = Math.max(0, Math.floor(room));
  for (const [place, index] of order.entries()) {
    const grant = Math.min(demands[index] ?? 0, Math.floor(left / (order.length - place)));
    grants[index] = grant;
    left -= grant;
  }
  return grants;
}

/** A unit in writing: its head, and its lines, each with the line feed at its end. */
export interface WrittenUnit {
  head: string;
  lines: string[];
}

/** What is kept of a unit: undefined for one that is left out. `omitted` counts lines. */
export type KeptUnit = { head: string; lines: string[]; omitted: number } | undefined;

/** The note that stands for lines left out, at its longest. */
const NOTE = 40;
/** Part of the room that heads may take when there are very many units. */
const HEADS = 0.6;

/** Keeps what fits into `room` characters: heads first, in each section its own share, then lines in equal shares. */
export function fitUnits(sections: readonly (readonly WrittenUnit[])[], room: number): KeptUnit[][] {
  const cost = ({ head }: WrittenUnit): number => head.length + NOTE;
  const demands = sections.map((units) => units.reduce((sum, unit) => sum + cost(unit), 0));
  const all = demands.reduce((sum, demand) => sum + demand, 0);
  const grants = shareOut(demands, Math.min(all, room * (all > room * HEADS ? HEADS : 1)));
  const chosen = sections.map((units, index) => {
    let left = grants[index] ?? 0;
    return units.map((unit) => {
      left -= cost(unit);
      return left >= 0;
    });
  });
  const kept = sections.flatMap((units, index) => units.filter((_unit, place) => chosen[index]?.[place]));
  const spent = kept.reduce((sum, unit) => sum + cost(unit), 0);
  const lengths = kept.map(({ lines }) => lines.reduce((sum, line) => sum + line.length, 0));
  const shares = new Map(shareOut(lengths, room - spent).map((share, index) => [kept[index], share]));
  return sections.map((units, index) =>
    units.map((unit, place) => (chosen[index]?.[place] ? cutUnit(unit, shares.get(unit) ?? 0) : undefined)),
  );
}

function cutUnit({ head, lines }: WrittenUnit, share: number): KeptUnit {
  let left = share;
  const fitting = lines.findIndex((line) => {
    left -= line.length;
    return left < 0;
  });
  const count = fitting < 0 ? lines.length : fitting;
  return { head, lines: lines.slice(0, count), omitted: lines.length - count };
}
