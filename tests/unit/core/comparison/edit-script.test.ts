import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addEdit, editScript, type Stretch } from '../../../../src/core/comparison/edit-script.ts';

/** What the package diff gives, edits in a row joined. */
function byPackage(left: string[], right: string[], most: number): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  const changes = diffArrays(left, right, { maxEditLength: most });
  for (const { added, removed, count } of changes ?? []) {
    if (!added && !removed) stretches.push({ same: true, left: count, right: count });
    else addEdit(stretches, { same: false, left: removed ? count : 0, right: added ? count : 0 });
  }
  return changes ? stretches : undefined;
}

/** The script for tokens that are told by their numbers. */
const scriptOf = (left: string[], right: string[], most: number): Stretch[] | undefined => {
  const known = [...new Set([...left, ...right])];
  const numbered = (texts: string[]) => ({
    count: texts.length,
    numbers: Int32Array.from([...texts.map((text) => known.indexOf(text)), 0]),
  });
  return editScript(numbered(left), numbered(right), most);
};

const tokens = (letters: string, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { maxLength, size: 'max' });

describe('an edit script', () => {
  test('is that of the package diff, whatever the tokens', () => {
    for (const [letters, length] of [
      ['甲乙', 40],
      ['甲乙丙丁', 60],
      ['甲乙丙丁戊己庚辛壬癸12', 30],
    ] as const) {
      fc.assert(
        fc.property(tokens(letters, length), tokens(letters, length), (left, right) => {
          expect(scriptOf(left, right, 1500)).toEqual(byPackage(left, right, 1500));
        }),
        { numRuns: 300 },
      );
    }
  });

  test('is that of the package diff where the texts are near to one another', () => {
    const edited = fc.record({
      text: tokens('甲乙丙丁戊己', 80),
      cuts: fc.array(fc.tuple(fc.nat(80), fc.nat(6), tokens('甲乙丙丁戊己', 6)), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(edited, ({ text, cuts }) => {
        const after = [...text];
        for (const [at, count, put] of cuts) after.splice(at, count, ...put);
        expect(scriptOf(text, after, 1500)).toEqual(byPackage(text, after, 1500));
      }),
      { numRuns: 300 },
    );
  });

  test('gives up where the package does', () => {
    fc.assert(
      fc.property(tokens('甲乙丙', 20), tokens('甲乙丙', 20), fc.nat(20), (left, right, most) => {
        expect(scriptOf(left, right, most)).toEqual(byPackage(left, right, most));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nothing', '', '', []],
    ['the same', '甲乙', '甲乙', [{ same: true, left: 2, right: 2 }]],
    ['all new', '', '甲乙', [{ same: false, left: 0, right: 2 }]],
    ['all gone', '甲乙', '', [{ same: false, left: 2, right: 0 }]],
    [
      'one replaced',
      '甲乙丙',
      '甲丁丙',
      [
        { same: true, left: 1, right: 1 },
        { same: false, left: 1, right: 1 },
        { same: true, left: 1, right: 1 },
      ],
    ],
  ])('of %s', (_name, left, right, stretches) => {
    expect(scriptOf([...left], [...right], 1500)).toEqual(stretches);
  });
});
