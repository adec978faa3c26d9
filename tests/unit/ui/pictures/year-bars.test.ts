import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../../src/core/collections.ts';
import { collectionsShown, columnHeight, yearColumns } from '../../../../src/ui/pictures/year-bars.ts';

const of = (collection: Collection, ...years: number[]) => ({ collection, years });
const LIBRARY = [
  of('plans', 2011, 2012),
  of('plans', 2012),
  of('summaries', 2012),
  of('policies', 2014),
  of('policies'),
];

describe('the columns of a library', () => {
  const columns = yearColumns(LIBRARY);

  it('count each document in each of its years, and say so in words', () => {
    expect(columns.map((column) => column && [column.year, column.count])).toEqual([
      [2011, 1],
      [2012, 3],
      [2013, 0],
      [2014, 1],
    ]);
    expect(columns[1]?.words).toBe('共 3 份：计划 2，总结 1');
  });

  it('fill their height with their pieces, the first collection at the foot', () => {
    for (const column of columns) {
      const heights = column?.pieces.reduce((sum, { height }) => sum + height, 0) ?? 0;
      if (column?.count) expect(heights).toBeCloseTo(column.height, 0);
    }
    const [plans, summaries] = columns[1]?.pieces ?? [];
    expect(plans?.y).toBeGreaterThan(summaries?.y ?? Number.POSITIVE_INFINITY);
  });

  it('follow the years that they are told to', () => {
    const listed = yearColumns(LIBRARY, ({ years }) => years.slice(-1));
    expect(listed[0]).toMatchObject({ year: 2012, count: 3 });
  });

  it('know the collections that they show', () => {
    expect(collectionsShown(columns)).toEqual(['plans', 'summaries', 'policies']);
    expect(collectionsShown([])).toEqual([]);
  });
});

it('no column with something in it vanishes beside a full one', () => {
  expect(columnHeight(1, 500)).toBeGreaterThanOrEqual(3);
  expect(columnHeight(500, 500)).toBeGreaterThan(columnHeight(250, 500));
});
