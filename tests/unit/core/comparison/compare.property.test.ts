import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePassages } from '../../../../src/core/comparison/compare.ts';
import { inlineDifference } from '../../../../src/core/comparison/inline-difference.ts';
import type { Passage } from '../../../../src/core/comparison/passages.ts';
import { passagesFrom } from './documents.ts';

const words = fc.constantFrom(
  ...'听课 评课 磨课 教研员 每学期 不少于60节 组织 开展 活动 教学常规 质量监测 小学语文 ， 、 。 ２０１２年 ** 20% \u{20BB7}野'.split(
    ' ',
  ),
);
const sentence = fc.array(words, { minLength: 1, maxLength: 14 }).map((parts) => `${parts.join('')}。`);
const line = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('# 一、', '# （二）', '# '), sentence).map((parts) => parts.join('')),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom('1.', '12.', '（3）', ''), sentence).map((parts) => parts.join('')),
  },
);
const documents = fc.array(line, { maxLength: 14 }).map((lines) => passagesFrom(lines.join('\n')));

const byAnchor = (passages: readonly Passage[]): string[] => passages.map(({ anchor }) => anchor).sort();

describe('any two documents', () => {
  test('have each of their passages in exactly one row', () => {
    fc.assert(
      fc.property(documents, documents, (left, right) => {
        const { rows, counts } = comparePassages(left, right);
        expect(byAnchor(rows.flatMap((row) => row.left ?? []))).toEqual(byAnchor(left));
        expect(rows.flatMap((row) => row.right ?? [])).toEqual(right);
        const measures = rows.filter((row) => !(row.right ?? row.left)?.heading).length;
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(measures);
      }),
      { numRuns: 300 },
    );
  });

  test('are mirrored when they change places', () => {
    fc.assert(
      fc.property(documents, documents, (left, right) => {
        const there = comparePassages(left, right).rows;
        const back = comparePassages(right, left).rows;
        const lone = (rows: typeof there, side: 'left' | 'right'): string[] =>
          byAnchor(rows.flatMap((row) => (row.left && row.right ? [] : (row[side] ?? []))));
        expect(lone(there, 'left')).toEqual(lone(back, 'right'));
        expect(lone(there, 'right')).toEqual(lone(back, 'left'));
      }),
      { numRuns: 300 },
    );
  });

  test('come out the same every time', () => {
    fc.assert(
      fc.property(documents, documents, (left, right) => {
        expect(comparePassages(left, right)).toEqual(comparePassages(left, right));
      }),
      { numRuns: 50 },
    );
  });
});

test('a document compared with itself has only stayed', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { rows } = comparePassages(document, document);
      expect(rows.every(({ kind, moved }) => kind === 'stayed' && !moved)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe('any inline difference', () => {
  const text = fc.array(words, { maxLength: 30 }).map((parts) => parts.join(''));
  const joined = (runs: readonly { text: string }[]): string => runs.map((run) => run.text).join('');

  test('gives back both texts, and what is common is common', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const difference = inlineDifference(left, right);
        expect(joined(difference.left)).toBe(left);
        expect(joined(difference.right)).toBe(right);
        const common = (runs: typeof difference.left): string =>
          joined(runs.filter(({ changed }) => !changed)).normalize('NFKC');
        expect(common(difference.left)).toBe(common(difference.right));
      }),
      { numRuns: 500 },
    );
  });
});
