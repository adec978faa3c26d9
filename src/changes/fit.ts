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

/** Keeps what fits into `room` characters: heads first, then lines; each section has its share, and in it each unit. */
export function fitUnits(sections: readonly (readonly WrittenUnit[])[], room: number): KeptUnit[][] {
  const kept = fitHeads(sections, room);
  const chosen = kept.map((units) => units.flatMap((unit) => unit ?? []));
  const spent = sum(chosen.flat().map(headCost));
  const shares = shareOut(
    chosen.map((units) => sum(units.map(restOf))),
    room - spent,
  );
  let left = room - spent;
  for (const [index, units] of chosen.entries()) {
    const grants = shareOut(units.map(restOf), shares[index] ?? 0);
    for (const [place, unit] of units.entries()) left -= addLines(unit, grants[place] ?? 0);
  }
  // What was too little for a line here may do for one there.
  for (const unit of chosen.flat()) left -= addLines(unit, left);
  return kept.map((units) => units.map((unit) => unit && finished(unit)));
}

/** A unit that is kept, with how many of its lines so far. */
interface Growing extends WrittenUnit {
  count: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const headCost = ({ head }: WrittenUnit): number => head.length + NOTE;
const restOf = ({ lines, count }: Growing): number => sum(lines.slice(count).map(({ length }) => length));

/** The units whose heads there is room for, from the first of each section on. */
function fitHeads(sections: readonly (readonly WrittenUnit[])[], room: number): (Growing | undefined)[][] {
  const demands = sections.map((units) => sum(units.map(headCost)));
  const shares = shareOut(demands, sum(demands) > room * HEADS ? room * HEADS : room);
  return sections.map((units, index) => {
    let left = shares[index] ?? 0;
    return units.map((unit) => {
      left -= headCost(unit);
      return left < 0 ? undefined : { ...unit, count: 0 };
    });
  });
}

/** Adds as many of a unit's next lines as there is room for, and tells how much they take. */
function addLines(unit: Growing, room: number): number {
  let taken = 0;
  for (let next = unit.lines[unit.count]; next !== undefined; next = unit.lines[unit.count]) {
    if (taken + next.length > room) break;
    taken += next.length;
    unit.count += 1;
  }
  return taken;
}

function finished({ head, lines, count }: Growing): KeptUnit {
  return { head, lines: lines.slice(0, count), omitted: lines.length - count };
}
