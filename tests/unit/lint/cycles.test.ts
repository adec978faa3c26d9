import { describe, expect, it } from 'vitest';
import { type Edge, findCycles } from '../../../src/lint/cycles.ts';

/** `ab bc ca` as edges; each circle as the nodes that it goes through. */
function cycles(ways: string): string[] {
  const edges = ways
    .split(' ')
    .filter(Boolean)
    .map((way): Edge<string> => ({ from: way[0] ?? '', to: way[1] ?? '', label: way }));
  return findCycles(edges).map((cycle) => cycle.map(({ from }) => from).join(''));
}

describe('findCycles', () => {
  it.each([
    ['', []],
    ['ab bc ac', []],
    ['aa', []],
    ['ab ba', ['ab']],
    ['ab bc ca', ['abc']],
    ['ab bc cd de ea', ['abcde']],
    ['xa ab bc ca cy', ['abc']],
    ['ab ab ba', ['ab']],
  ])('of %s finds %o', (ways, expected) => {
    expect(cycles(ways)).toEqual(expected);
  });

  it('tells two circles that share a node, and two that share a way, each once', () => {
    expect(cycles('ab ba bc cb')).toEqual(['ab', 'bc']);
    expect(cycles('ab bc ca bd da')).toEqual(['abc', 'abd']);
    expect(cycles('ab ba xy yz zx')).toEqual(['ab', 'xyz']);
  });

  it('tells some of a knot of a great many, and comes to an end', () => {
    const nodes = [...'abcdefghijklmnop'];
    const all = nodes.flatMap((from) => nodes.filter((to) => to !== from).map((to) => from + to));
    expect(cycles(all.join(' '))).toHaveLength(20);
  });

  it('tells at least one of a knot in which the search loses itself', () => {
    // From the start one comes into a thicket that only its last node leaves; the way back is longest.
    const nodes = Array.from({ length: 40 }, (_none, index) => `t${String(index).padStart(2, '0')}`);
    const thicket = nodes.flatMap((from) =>
      nodes.filter((to) => to !== from).map((to) => ({ from, to, label: '' })),
    );
    const edges = [{ from: 's', to: 't00', label: '' }, ...thicket, { from: 't39', to: 's', label: '' }];
    const found = findCycles(edges);
    expect(found.length).toBeGreaterThan(0);
    for (const cycle of found) expect(cycle.at(-1)?.to).toBe(cycle[0]?.from);
  });

  it('follows a chain as long as a library', () => {
    const ids = Array.from({ length: 6000 }, (_none, index) => `d${index}`);
    const chain = ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to, label: '' }));
    expect(findCycles(chain)).toEqual([]);
    const [circle] = findCycles([...chain, { from: 'd5999', to: 'd0', label: '' }]);
    expect(circle).toHaveLength(6000);
  });
});
