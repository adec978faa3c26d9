/** One way from a node to another. */
export interface Edge<Label> {
  from: string;
  to: string;
  label: Label;
}

/** A graph may be made to hold more circles than there are atoms: of one knot of circles this many are told. */
const MOST_CYCLES = 20;
/** Steps spent on one knot. */
const MOST_STEPS = 20_000;

/**
 * Every circle of a graph once, each from its first node in the order of the edges; of parallel edges the first counts.
 * Of a knot with very many circles some are told. Edges from a node to itself are left out.
 */
export function findCycles<Label>(edges: readonly Edge<Label>[]): Edge<Label>[][] {
  const ways = new Map<string, Map<string, Edge<Label>>>();
  for (const edge of edges) {
    const out = ways.get(edge.from) ?? new Map<string, Edge<Label>>();
    if (edge.from !== edge.to && !out.has(edge.to)) out.set(edge.to, edge);
    ways.set(edge.from, out);
  }
  return knotsOf(ways).flatMap((knot) => cyclesIn(knot, ways));
}

/** Sets of nodes that all lead to one another, of two nodes or more, each in the order of the graph. */
function knotsOf<Label>(ways: Ways<Label>): string[][] {
  const place = new Map([...ways.keys()].map((node, index) => [node, index]));
  const placeOf = (node = ''): number => place.get(node) ?? 0;
  const back = reversed(ways);
  const done = new Set<string>();
  const knots: string[][] = [];
  for (const start of finishingOrder(ways).reverse()) {
    if (done.has(start)) continue;
    const members = reach(start, (node) => back.get(node) ?? [], done);
    if (members.length > 1) knots.push(members.sort((a, b) => placeOf(a) - placeOf(b)));
  }
  return knots.sort((a, b) => placeOf(a[0]) - placeOf(b[0]));
}

type Ways<Label> = ReadonlyMap<string, ReadonlyMap<string, Edge<Label>>>;

function reversed<Label>(ways: Ways<Label>): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const out of ways.values()) {
    for (const { from, to } of out.values()) {
      const sources = back.get(to);
      if (sources) sources.push(from);
      else back.set(to, [from]);
    }
  }
  return back;
}

/** All nodes, each after those that it leads to, as far as there is no circle. A loop: chains may be long. */
function finishingOrder<Label>(ways: Ways<Label>): string[] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const start of ways.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ node: start, next: [...(ways.get(start)?.keys() ?? [])] }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = top.next.shift();
      if (to === undefined) finished.push(path.pop()?.node ?? '');
      else if (!seen.has(to)) {
        seen.add(to);
        path.push({ node: to, next: [...(ways.get(to)?.keys() ?? [])] });
      }
    }
  }
  return finished;
}

function reach(start: string, next: (node: string) => Iterable<string>, done: Set<string>): string[] {
  const members: string[] = [];
  const waiting = [start];
  done.add(start);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    members.push(node);
    for (const to of next(node)) {
      if (done.has(to)) continue;
      done.add(to);
      waiting.push(to);
    }
  }
  return members;
}

/** The circles of a knot: from each node those that go through none before it, shorter ways not preferred. */
function cyclesIn<Label>(knot: readonly string[], ways: Ways<Label>): Edge<Label>[][] {
  const cycles: Edge<Label>[][] = [];
  const place = new Map(knot.map((node, index) => [node, index]));
  let steps = 0;
  for (const [first, start] of knot.entries()) {
    const path: Edge<Label>[] = [];
    const onPath = new Set([start]);
    const outOf = (node: string) =>
      [...(ways.get(node)?.values() ?? [])].filter(({ to }) => (place.get(to) ?? -1) >= first);
    const waiting = [outOf(start)];
    while (waiting.length > 0 && cycles.length < MOST_CYCLES && steps < MOST_STEPS) {
      steps += 1;
      const edge = waiting.at(-1)?.shift();
      if (!edge) {
        waiting.pop();
        const last = path.pop();
        if (last) onPath.delete(last.to);
      } else if (edge.to === start) cycles.push([...path, edge]);
      else if (!onPath.has(edge.to)) {
        path.push(edge);
        onPath.add(edge.to);
        waiting.push(outOf(edge.to));
      }
    }
  }
  return cycles.length > 0 ? cycles : [shortestCycle(knot, ways)];
}

/** The shortest way from a knot's first node back to it: there always is one, though the search above may give up. */
function shortestCycle<Label>(knot: readonly string[], ways: Ways<Label>): Edge<Label>[] {
  const [start = ''] = knot;
  const reached = new Map<string, Edge<Label>>();
  const waiting = [start];
  for (let at = 0; at < waiting.length && !reached.has(start); at += 1) {
    for (const edge of ways.get(waiting[at] ?? '')?.values() ?? []) {
      if (reached.has(edge.to)) continue;
      reached.set(edge.to, edge);
      waiting.push(edge.to);
    }
  }
  const cycle: Edge<Label>[] = [];
  for (let edge = reached.get(start); edge; edge = reached.get(edge.from)) {
    cycle.unshift(edge);
    if (edge.from === start) break;
  }
  return cycle;
}
