import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Counts } from '../../../src/search/facets.ts';
import { LIBRARY_FORMAT, makeMark, readMark } from '../../../src/search/library-mark.ts';
import { rank, type Signals, type Sort } from '../../../src/search/rank.ts';
import { addCounts, rankUnion, type UnionHit } from '../../../src/search/union.ts';

const DATES = ['', '2008', '2009-03-01', '2010', '2010-05-06', '2011-01-02'];
const signals = (order: number): fc.Arbitrary<Signals> =>
  fc.record({
    id: fc.constant(order.toString(36)),
    order: fc.constant(order),
    dated: fc.constant(true),
    inNumber: fc.integer({ min: 0, max: 1 }),
    inTitle: fc.integer({ min: 0, max: 2 }),
    inHeading: fc.integer({ min: 0, max: 2 }),
    together: fc.boolean(),
    density: fc.constantFrom(0, 1, 2),
    dead: fc.boolean(),
  });

/** Some documents by date, as an index has them: those without a date first. */
const documents = fc
  .array(fc.constantFrom(...DATES), { maxLength: 25 })
  .map((dates) => [...dates].sort())
  .chain((dates) =>
    fc.tuple(
      ...dates.map((date, order) =>
        signals(order).map((each) => ({ date, signals: { ...each, dated: date !== '' } })),
      ),
    ),
  );

const sorts = fc.constantFrom<Sort>('relevance', 'date', 'date-asc');

it('puts the hits of libraries in the order in which one library of all their documents has them', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 4 }), sorts, (all, libraries, sort) => {
      // Dealt out in runs, so that those of one day are in the order of their libraries as well.
      const size = Math.ceil(Math.max(1, all.length) / libraries);
      const hits = all.map(({ date, signals: own }, place): UnionHit & { place: number } => ({
        ...{ date, place, library: libraries - 1 - Math.floor(place / size) },
        signals: { ...own, order: place % size, id: (place % size).toString(36) },
      }));
      const asOne = rank(
        all.map((each) => each.signals),
        sort,
      ).map(({ order }) => order);
      const dayOf = (place: number) => all[place]?.date;
      const united = rankUnion(hits, sort).map(({ place }) => place);
      expect(united.map(dayOf)).toEqual(asOne.map(dayOf));
      expect([...united].sort()).toEqual([...asOne].sort());
      if (sort !== 'date-asc') expect(united).toEqual(asOne);
    }),
  );
});

it('of equals in points and day lists the own library first, then the others in their order', () => {
  const plain = { inNumber: 0, inTitle: 0, inHeading: 0, together: false, density: 0, dead: false } as const;
  const hit = (library: number, order: number, date: string): UnionHit => ({
    ...{ library, date },
    signals: { ...plain, id: String(order), order, dated: date !== '' },
  });
  const hits = [hit(2, 9, '2010'), hit(1, 3, '2010'), hit(0, 1, '2010'), hit(1, 4, '2010'), hit(0, 0, '')];
  const places = (sort: Sort) =>
    rankUnion(hits, sort).map(({ library, signals: { order } }) => [library, order]);
  const newest = [
    [0, 1],
    [1, 4],
    [1, 3],
    [2, 9],
    [0, 0],
  ];
  expect(places('relevance')).toEqual(newest);
  expect(places('date')).toEqual(newest);
  expect(places('date-asc')).toEqual([
    [0, 1],
    [1, 3],
    [1, 4],
    [2, 9],
    [0, 0],
  ]);
});

it('adds the counts of filters up, values of whatever name', () => {
  const counts = (type: Record<string, number>, issuer: Record<string, number>): Counts => ({
    ...{ type, issuer, year: {}, level: {}, topic: {}, status: {} },
  });
  const sum = addCounts([
    counts({ plans: 2 }, { 云岭区教研室: 2 }),
    counts({ plans: 1, policies: 4 }, { constructor: 5 }),
  ]);
  expect(sum.type).toEqual({ plans: 3, policies: 4 });
  expect(sum.issuer).toEqual({ 云岭区教研室: 2, constructor: 5 });
  expect(sum.topic).toEqual({});
});

it('reads what it writes, tells other versions, and takes nothing else for a mark', () => {
  const mark = makeMark('abc', [
    { issuedOn: null, years: [] },
    { issuedOn: null, years: [2010, 2011] },
    { issuedOn: '2011-03-06', years: [2011] },
  ]);
  expect(mark).toEqual({ format: LIBRARY_FORMAT, folder: 'abc', dates: ['', '2011', '2011-03-06'] });
  expect(readMark(JSON.parse(JSON.stringify(mark)))).toEqual(mark);
  expect(readMark({ format: LIBRARY_FORMAT + 1 })).toBe('newer');
  expect(readMark({ ...mark, format: LIBRARY_FORMAT - 1 })).toBe('older');
  for (const other of [
    null,
    undefined,
    'text',
    [],
    {},
    { format: '1' },
    { ...mark, dates: [1] },
    { format: 1 },
  ])
    expect(readMark(other)).toBeUndefined();
});
