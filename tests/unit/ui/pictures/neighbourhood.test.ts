import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutNarrow, layoutWide } from '../../../../src/ui/pictures/neighbourhood-layout.ts';
import {
  type Box,
  type Picture,
  SMALL_SIZE,
  TITLE_SIZE,
} from '../../../../src/ui/pictures/neighbourhood-picture.ts';
import { limitNeighbours, MOST_A_SIDE, type Neighbour } from '../../../../src/ui/pictures/neighbours.ts';
import { textWidth } from '../../../../src/ui/pictures/text-width.ts';

const word = fc.string({
  unit: fc.constantFrom(...'关于进一步加强《听课》、评课办法2012mW〔〕，。'),
  minLength: 1,
  maxLength: 60,
});

const neighbour: fc.Arbitrary<Neighbour> = fc.record({
  key: fc.uuid(),
  href: fc.webPath(),
  title: word,
  issuer: fc.constant('云岭区教研室'),
  number: fc.option(word),
  held: fc.constantFrom('held', 'record', 'missing', 'ambiguous'),
  dead: fc.constantFrom(null, '废止', '失效'),
  kind: fc.constantFrom('repeals', 'amends', 'implements', 'cites'),
  labels: fc.subarray(['废止', '被废止于', '被修改于', '贯彻它的']),
  times: fc.nat(9),
  mutual: fc.boolean(),
});
const side = fc.record({ shown: fc.array(neighbour, { maxLength: MOST_A_SIDE }), more: fc.nat(5000) });
const found = fc
  .record({ out: side, in: side })
  .filter((sides) => sides.out.shown.length + sides.in.shown.length > 0);
const middle = fc.record({ title: word, issuer: fc.constant('云岭区教研室'), number: fc.option(word) });

const nodesOf = (picture: Picture) => [picture.out, picture.in].flatMap((drawn) => drawn?.boxes ?? []);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe.each([
  ['side by side', layoutWide],
  ['one below the other', layoutNarrow],
] as const)('a neighbourhood drawn %s', (_name, layout) => {
  test('keeps every box inside the picture and clear of the others', () => {
    fc.assert(
      fc.property(middle, found, (document, sides) => {
        const picture = layout(document, sides);
        const boxes = [picture.centre, ...nodesOf(picture)];
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
          expect(box.y + box.height).toBeLessThanOrEqual(picture.height);
        }
        for (const [index, a] of boxes.entries()) {
          for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false);
        }
      }),
    );
  });

  test('draws every neighbour that is to be shown, with one line each, and counts the rest', () => {
    fc.assert(
      fc.property(middle, found, (document, sides) => {
        const picture = layout(document, sides);
        const shown = [...sides.out.shown, ...sides.in.shown];
        expect(nodesOf(picture).map(({ node }) => node)).toEqual(shown);
        expect(picture.edges).toHaveLength(shown.length);
        for (const key of ['out', 'in'] as const) {
          const { shown: own, more } = sides[key];
          if (own.length === 0) continue;
          expect(picture[key]?.heading.text).toContain(`${own.length + more} 份`);
          expect(picture[key]?.more?.text).toBe(more > 0 ? `另有 ${more} 份，见下面的列表` : undefined);
        }
      }),
    );
  });

  test('lets no text leave its box, nor the labels of a box meet', () => {
    fc.assert(
      fc.property(middle, found, (document, sides) => {
        const picture = layout(document, sides);
        for (const box of nodesOf(picture)) {
          const end = box.x + box.width;
          for (const { text, x, y } of box.titles) {
            expect(x + textWidth(text) * TITLE_SIZE).toBeLessThanOrEqual(end);
            expect(y).toBeLessThan(box.y + box.height - 3);
          }
          const { number, relation, state } = box;
          if (number) expect(number.x + textWidth(number.text) * SMALL_SIZE).toBeLessThanOrEqual(end);
          const relationEnd = relation ? relation.x + textWidth(relation.text) * SMALL_SIZE : box.x;
          const stateStart = state ? state.x - textWidth(state.text) * SMALL_SIZE : end;
          expect(relationEnd).toBeLessThan(stateStart);
        }
        for (const { text } of picture.centre.titles) {
          expect(textWidth(text) * (TITLE_SIZE + 1)).toBeLessThanOrEqual(picture.centre.width);
        }
      }),
    );
  });

  test('is the same every time', () => {
    fc.assert(
      fc.property(middle, found, (document, sides) => {
        expect(layout(document, sides)).toEqual(layout(document, structuredClone(sides)));
      }),
    );
  });
});

test('fewer are drawn on a small screen, and none is lost from the count', () => {
  fc.assert(
    fc.property(found, fc.integer({ min: 1, max: MOST_A_SIDE }), (sides, most) => {
      const limited = limitNeighbours(sides, most);
      for (const key of ['out', 'in'] as const) {
        expect(limited[key].shown.length).toBeLessThanOrEqual(most);
        expect(limited[key].shown.length + limited[key].more).toBe(sides[key].shown.length + sides[key].more);
      }
    }),
  );
});
