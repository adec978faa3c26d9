import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutCircles, layoutNarrowMap, MOST_BANDS } from '../../../../src/ui/pictures/map-cells.ts';
import { timeColumns } from '../../../../src/ui/pictures/map-columns.ts';
import { buildMapGrid, type MapDocument } from '../../../../src/ui/pictures/map-grid.ts';
import { layoutMap } from '../../../../src/ui/pictures/map-layout.ts';
import { LABEL_SIZE, type MapPicture } from '../../../../src/ui/pictures/map-picture.ts';
import { describeCell, describeMap, explainMap } from '../../../../src/ui/pictures/map-words.ts';
import { textWidth } from '../../../../src/ui/pictures/text-width.ts';

const LEVELS = ['国家级', '省级', '市级', '县级', '乡镇级', '校级', '未知'];

function document(id: string, years: number[], level = '县级'): MapDocument {
  const docNumber = years[0] === undefined ? null : `云教发〔${years[0]}〕${id}号`;
  return {
    id,
    url: `/policies/${id}/`,
    title: `云岭区教育局第${id}号通知`,
    issuer: '云岭区教育局',
    ...{ docNumber, years, level, record: false, dead: null },
  };
}

/** A library of documents 0, 1, … and citations among them. */
const library = (most: number) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 2010, max: 2013 })),
        fc.constantFrom('one', 'school year', 'none'),
        fc.constantFrom(...LEVELS),
      ),
      { minLength: 1, maxLength: most },
    )
    .chain((drawn) => {
      const documents = drawn.map(([year, span, level], index) =>
        document(String(index), span === 'none' ? [] : span === 'one' ? [year] : [year, year + 1], level),
      );
      const id = fc.integer({ min: 0, max: drawn.length - 1 }).map(String);
      const citations = fc
        .array(fc.tuple(id, id), { maxLength: 200 })
        .map((pairs) => pairs.filter(([from, to]) => from !== to).map(([from, to]) => ({ from, to })));
      return fc.record({ documents: fc.constant(documents), citations });
    });

interface Extent {
  x: number;
  y: number;
  halfWidth: number;
  halfHeight: number;
}

const extents = ({ documents, cells }: MapPicture): Extent[] => [
  ...documents.map(({ x, y, width, height }) => ({ x, y, halfWidth: width / 2, halfHeight: height / 2 })),
  ...cells.map(({ x, y, r }) => ({ x, y, halfWidth: r, halfHeight: r })),
];

describe.each([
  ['for a wide screen', layoutMap],
  ['of circles', layoutCircles],
  ['for phones', layoutNarrowMap],
] as const)('the map %s', (_name, layout) => {
  test('keeps everything inside the picture and clear of the rest', () => {
    fc.assert(
      fc.property(library(120), ({ documents, citations }) => {
        const picture = layout(buildMapGrid(documents, citations, LEVELS));
        const all = extents(picture);
        for (const [index, a] of all.entries()) {
          expect(a.x - a.halfWidth).toBeGreaterThanOrEqual(0);
          expect(a.y - a.halfHeight).toBeGreaterThanOrEqual(0);
          expect(a.x + a.halfWidth).toBeLessThanOrEqual(picture.width);
          expect(a.y + a.halfHeight).toBeLessThanOrEqual(picture.height);
          for (const b of all.slice(index + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= a.halfWidth + b.halfWidth - 1e-6 ||
              Math.abs(a.y - b.y) >= a.halfHeight + b.halfHeight - 1e-6;
            expect(apart).toBe(true);
          }
        }
        for (const { d } of picture.flows) expect(d).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 60 },
    );
  });

  test('counts every document, and draws every flow between drawn ends or says how many are left out', () => {
    fc.assert(
      fc.property(library(120), ({ documents, citations }) => {
        const grid = buildMapGrid(documents, citations, LEVELS);
        const picture = layout(grid);
        if (picture.flowStyle === 'lines') {
          expect(picture.documents.map(({ document: { id } }) => id).sort()).toEqual(
            documents.map(({ id }) => id).sort(),
          );
          expect(picture.flows).toHaveLength(grid.flows.length);
          return;
        }
        const counted = new Set(picture.cells.flatMap(({ cell }) => cell.members));
        expect(counted.size).toBe(documents.length);
        expect(picture.flows).toHaveLength(Math.min(MOST_BANDS, grid.cellFlows.length));
        const left = grid.cellFlows.length - MOST_BANDS;
        if (left > 0) expect(explainMap(grid, picture)).toContain(`另有 ${left} 条未画`);
      }),
      { numRuns: 60 },
    );
  });

  test('lets labels of the axes stand apart, and numbers inside their circles', () => {
    fc.assert(
      fc.property(library(120), ({ documents, citations }) => {
        const picture = layout(buildMapGrid(documents, citations, LEVELS));
        for (const axis of [picture.columns, picture.rows]) {
          const above = axis.filter(({ x }) => x > 0);
          for (const [index, label] of above.slice(1).entries()) {
            const before = above[index] ?? label;
            const halves = ((textWidth(label.text) + textWidth(before.text)) * LABEL_SIZE) / 2;
            expect(label.x - before.x).toBeGreaterThanOrEqual(halves);
          }
        }
        for (const { cell, r } of picture.cells) {
          expect(textWidth(String(cell.members.length)) * LABEL_SIZE).toBeLessThanOrEqual(2 * r);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('documents drawn one by one turn into circles when they or their lines are too many', () => {
  const few = Array.from({ length: 12 }, (_, index) => document(String(index), [2010 + (index % 4)]));
  const many = Array.from({ length: 400 }, (_, index) => document(String(index), [2010 + (index % 4)]));
  expect(layoutMap(buildMapGrid(few, [], LEVELS)).documents.every(({ label }) => label.length === 2)).toBe(
    true,
  );
  const spread = Array.from({ length: 60 }, (_, index) => document(String(index), [2000 + (index % 20)]));
  expect(layoutMap(buildMapGrid(spread, [], LEVELS)).documents.every(({ label }) => label.length === 0)).toBe(
    true,
  );
  expect(layoutMap(buildMapGrid(many, [], LEVELS)).cells.map(({ cell }) => cell.members.length)).toEqual([
    100, 100, 100, 100,
  ]);
});

test('the order of documents and citations does not matter', () => {
  fc.assert(
    fc.property(library(40), ({ documents, citations }) => {
      const one = layoutMap(buildMapGrid(documents, citations, LEVELS));
      const other = layoutMap(buildMapGrid(documents.toReversed(), citations.toReversed(), LEVELS));
      expect(other).toEqual(one);
    }),
    { numRuns: 40 },
  );
});

describe('the axis of years', () => {
  const labels = (years: number[]) =>
    timeColumns(years.map((year) => ({ years: [year], level: '县级' }))).map(({ label }) => label);

  test('gives each year its own column while they are few, then spans', () => {
    expect(labels([2012, 2010, 2012])).toEqual(['2010', '2012']);
    expect(labels(Array.from({ length: 77 }, (_, index) => 1950 + index))).toEqual([
      ...['1950–54', '1955–59', '1960–64', '1965–69', '1970–74', '1975–79', '1980–84', '1985–89'],
      ...['1990–94', '1995–99', '2000–04', '2005–09', '2010–14', '2015–19', '2020–24', '2025–29'],
    ]);
  });

  test('marks where years are left out, and what has none', () => {
    const dated = [[2010], [2011], [2015], []].map((years) => ({ years, level: '县级' }));
    expect(timeColumns(dated)).toEqual([
      { label: '2010', years: [2010], gap: false },
      { label: '2011', years: [2011], gap: false },
      { label: '2015', years: [2015], gap: true },
      { label: '未详', years: [], gap: false },
    ]);
  });
});

describe('cells', () => {
  const grid = buildMapGrid(
    [document('1', [2011, 2012]), document('2', [2012]), document('3', [2012], '未知'), document('4', [])],
    [
      { from: '2', to: '1' },
      { from: '3', to: '1' },
      { from: '3', to: '1' },
      { from: '4', to: null },
    ],
    LEVELS,
  );

  test('count a school year in both of its years and draw it in the first', () => {
    expect(grid.rows).toEqual(['县级', '未知']);
    const seen = grid.cells.map(({ column, row, members, home }) => [
      column,
      row,
      members.length,
      home.length,
    ]);
    expect(seen).toEqual([
      [0, 0, 1, 1],
      [1, 0, 2, 1],
      [2, 0, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(grid.cellFlows.map(({ count }) => count)).toEqual([2, 1]);
  });

  test('and the whole are put into words', () => {
    expect(grid.cells.map((cell) => describeCell(grid, cell))).toEqual([
      '2011年县级：1 份',
      '2012年县级：2 份',
      '年份未详县级：1 份',
      '2012年、级别未知：1 份',
    ]);
    expect(describeMap(grid, 4)).toBe('4 份文件，2011 至 2012 年；两端都在库中的引用 3 处。');
  });
});
