import { describe, expect, it } from 'vitest';
import { topicGrid } from '../../../../src/ui/pictures/topic-grid.ts';

const of = (topics: string[], ...years: number[]) => ({ topics, years });

describe('topics by year', () => {
  const grid = topicGrid(
    ['听课', '磨课'],
    [of(['听课'], 2011), of(['听课', '磨课'], 2013), of(['听课'], 2013), of([], 2005), of(['磨课'])],
  );

  it('has a column for each year in which a topic may stand, and for none else', () => {
    expect(grid.columns.map((column) => column?.label)).toEqual(['2011', '2012', '2013']);
  });

  it('counts, and says how full a cell is', () => {
    expect(grid.rows.map(({ cells }) => cells.map((cell) => [cell?.count, cell?.heat]))).toEqual([
      [
        [1, 2],
        [0, 0],
        [2, 4],
      ],
      [
        [0, 0],
        [0, 0],
        [1, 2],
      ],
    ]);
    expect(grid.rows.map(({ count }) => count)).toEqual([3, 2]);
  });
});

describe('topics over many years', () => {
  const years = Array.from({ length: 40 }, (_, index) => 1985 + index);
  const grid = topicGrid(['听课'], [...years.map((year) => of(['听课'], year)), of(['听课'], 1986, 1987)]);

  it('are put together in spans that can be hit, each document once in a span', () => {
    expect(grid.columns.length).toBeLessThanOrEqual(26);
    expect(grid.columns[0]).toMatchObject({ from: 1984, to: 1985, label: '1984—85' });
    const counts = grid.rows[0]?.cells.map((cell) => cell?.count ?? 0) ?? [];
    expect(counts[1]).toBe(3);
    expect(grid.rows[0]?.cells[1]?.year).toBe(1987);
  });
});
