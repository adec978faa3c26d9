/** The lines of a neighbourhood: curves between the rows of a list and the document beside it, stretched to their height. */
import type { Neighbour } from './neighbours.ts';

/** Lines of one look; `name` is their class: `r` a relation, `x` a repeal, `m` to what is missing. */
export interface Ties {
  name: string | undefined;
  /** Path data in a box that is WIDTH wide and two units high for each row. */
  d: string;
}

/** Width of the box in its own units. */
export const WIDTH = 9;

/** Curves from the middle of each row to the middle of the other side; rows stand on the left for `out`, else on the right. */
export function tieLines(nodes: readonly Neighbour[], side: 'out' | 'in'): Ties[] {
  const [row, document] = side === 'out' ? [0, WIDTH] : [WIDTH, 0];
  const half = WIDTH / 2;
  const middle = nodes.length;
  const groups = new Map<string | undefined, string>();
  for (const [index, node] of nodes.entries()) {
    const y = 2 * index + 1;
    const name = lookOf(node);
    const line = `M${document} ${middle}C${half} ${middle} ${half} ${y} ${row} ${y}`;
    groups.set(name, (groups.get(name) ?? '') + line);
  }
  return [...groups].map(([name, d]) => ({ name, d }));
}

function lookOf({ kind, held }: Neighbour): string | undefined {
  const looks = [
    kind === 'repeals' && 'x',
    kind !== 'cites' && 'r',
    (held === 'missing' || held === 'ambiguous') && 'm',
  ].filter(Boolean);
  return looks.length === 0 ? undefined : looks.join(' ');
}
