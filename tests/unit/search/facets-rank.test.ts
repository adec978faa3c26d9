import { describe, expect, it } from 'vitest';
import {
  countFacets,
  type FacetRow,
  filterRows,
  packFacets,
  toFilters,
  unpackFacets,
} from '../../../src/search/facets.ts';
import { rank, type Signals, toSort } from '../../../src/search/rank.ts';

function row(order: number, type: string, year: string[], topic: string[] = []): FacetRow {
  const values = { type: [type], year, issuer: ['云岭区教研室'], level: ['县级'], topic, status: ['未核实'] };
  return { id: order.toString(36), order, dated: year.length > 0, values };
}

const rows = [
  row(0, 'plans', ['2010']),
  row(1, 'plans', ['2011'], ['磨课', '教研']),
  row(2, 'summaries', ['2011', '2012']),
];

describe('facets', () => {
  it('come back as they were packed', () => {
    const library = [row(0, 'plans', []), ...rows.map((each) => ({ ...each, order: each.order + 1 }))];
    const numbered = library.map((each) => ({ ...each, id: each.order.toString(36) }));
    expect(unpackFacets(packFacets(numbered))).toEqual(numbered);
    expect(packFacets(numbered)).toMatchObject({ documents: 4, undated: 1 });
  });

  it('filter: any value within a filter, every filter', () => {
    const orders = (filters: Parameters<typeof filterRows>[1]): number[] =>
      filterRows(rows, filters).map(({ order }) => order);
    expect(orders({ year: ['2010', '2012'] })).toEqual([0, 2]);
    expect(orders({ year: ['2011'], type: ['plans'] })).toEqual([1]);
    expect(orders({ year: [] })).toEqual([0, 1, 2]);
  });

  it('count each filter as if it alone were not set', () => {
    const counts = countFacets(rows, { type: ['plans'], year: ['2011'] });
    expect(counts.type).toEqual({ plans: 1, summaries: 1 });
    expect(counts.year).toEqual({ '2010': 1, '2011': 1 });
    expect(counts.topic).toEqual({ 磨课: 1, 教研: 1 });
  });

  it('count values that are called like something every object has', () => {
    const odd = [
      row(0, 'plans', ['2010'], ['constructor', '__proto__']),
      row(1, 'plans', ['2010'], ['__proto__']),
    ];
    const { topic } = countFacets(odd, {});
    expect(Object.entries(topic)).toEqual([
      ['constructor', 1],
      ['__proto__', 2],
    ]);
    expect(topic['toString']).toBeUndefined();
  });
});

describe('what a caller writes', () => {
  it('may be one value or several, words or numbers', () => {
    expect(toFilters({ type: 'plans', year: [2011, '2012'], topic: undefined })).toEqual({
      type: ['plans'],
      year: ['2011', '2012'],
    });
    expect(toSort({ date: 'desc' })).toBe('date');
    expect(toSort('date-asc')).toBe('date-asc');
    expect(toSort(undefined)).toBe('relevance');
    const wrong = JSON.parse('"__proto__"');
    expect(() => toSort(wrong)).toThrow('发现排序 __proto__，应为 relevance、date');
  });

  it('is refused when there is no such filter', () => {
    expect(() => toFilters({ kind: '通知' })).toThrow('发现筛选 kind，应为 type、year');
  });
});

describe('rank', () => {
  const hit = (order: number, more: Partial<Signals> = {}): Signals => ({
    ...{ id: String(order), order, dated: true, inNumber: 0, inTitle: 0, inHeading: 0 },
    ...{ together: false, density: 0, dead: false },
    ...more,
  });
  const order = (hits: Signals[], sort: 'relevance' | 'date' | 'date-asc' = 'relevance'): number[] =>
    rank(hits, sort).map((ranked) => ranked.order);

  it('puts number before title before heading before density before date', () => {
    const hits = [
      hit(6, { inNumber: 1 }),
      hit(5, { inTitle: 1, inHeading: 1 }),
      hit(4, { inHeading: 1 }),
      hit(3, { density: 2 }),
      hit(2, { density: 1 }),
      hit(1),
      hit(0, { dated: false }),
    ];
    expect(order([...hits].reverse())).toEqual([6, 5, 4, 3, 2, 1, 0]);
    expect(order([hit(7), ...hits])).toEqual([6, 5, 4, 3, 2, 7, 1, 0]);
  });

  it('puts a dead document after a living one that says as much', () => {
    expect(order([hit(1, { dead: true }), hit(0)])).toEqual([0, 1]);
    expect(order([hit(1, { dead: true, inHeading: 1 }), hit(0, { density: 1 })])).toEqual([0, 1]);
    expect(order([hit(1, { dead: true, inTitle: 1 }), hit(0, { inHeading: 1 })])).toEqual([1, 0]);
  });

  it('sorts by date, unknown dates last', () => {
    const hits = [hit(0, { dated: false }), hit(1), hit(2, { inTitle: 1 })];
    expect(order(hits, 'date')).toEqual([2, 1, 0]);
    expect(order(hits, 'date-asc')).toEqual([1, 2, 0]);
  });
});
