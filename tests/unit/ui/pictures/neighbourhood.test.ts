import { describe, expect, test } from 'vitest';
import { tieLines, WIDTH } from '../../../../src/ui/pictures/neighbourhood-ties.ts';
import type { Neighbour } from '../../../../src/ui/pictures/neighbours.ts';

const node = (over: Partial<Neighbour>): Neighbour => ({
  key: 'k',
  href: '/',
  title: '云岭区听课办法',
  issuer: '云岭区教育局',
  number: null,
  held: 'held',
  dead: null,
  kind: 'cites',
  labels: [],
  times: 1,
  mutual: false,
  ...over,
});

describe('the lines of a neighbourhood', () => {
  test('lead from the document to the middle of each row, whatever the number of rows', () => {
    for (let rows = 1; rows <= 6; rows += 1) {
      const [ties] = tieLines(
        Array.from({ length: rows }, () => node({})),
        'out',
      );
      const ends = [...(ties?.d.matchAll(/M(\S+) (\S+)C.*?(\S+) (\d+)(?=M|$)/g) ?? [])];
      expect(ends.map(([, x, y, toX, toY]) => [x, y, toX, toY].map(Number))).toEqual(
        Array.from({ length: rows }, (_, index) => [WIDTH, rows, 0, 2 * index + 1]),
      );
    }
  });

  test('lie the other way for what points to the document', () => {
    expect(tieLines([node({})], 'in')).toEqual([{ name: undefined, d: 'M0 1C4.5 1 4.5 1 9 1' }]);
  });

  test('are told apart by what they mean: repeal, relation, citation, and what is missing', () => {
    const ties = tieLines(
      [
        node({ kind: 'repeals' }),
        node({ kind: 'implements', held: 'missing' }),
        node({ held: 'ambiguous' }),
        node({}),
        node({ held: 'record' }),
      ],
      'out',
    );
    expect(ties.map(({ name }) => name)).toEqual(['x r', 'r m', 'm', undefined]);
  });
});
