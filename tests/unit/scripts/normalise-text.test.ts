import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../../scripts/search-index/normalise-text.ts';
import { normalise } from '../../../src/search/normalise.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '教研',
    '２０１９〔Ａ〕',
    'e\u0301\u0308',
    'ｶﾞ',
    'ﾊﾟ',
    '각',
    '𠀀',
    '👨\u200d👩',
    '㈠',
    '㊫',
    '\ud800',
    '\udfff',
  ),
  fc.constantFrom('´', '΄', 'ﬁ', 'İ', '\u00ad', '\u3000', '教\u0301', '\u0301', '𝅗𝅥'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

describe('normalising long texts', () => {
  it('gives what normalising gives, of whatever text', () => {
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (each) => normaliseText(each) === normalise(each)),
      { numRuns: 3000 },
    );
  });

  it('gives it of every unit, alone and beside others', () => {
    const other = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).filter((unit) =>
      [unit, `教${unit}`, `${unit}研`, `${unit}\u0301`].some(
        (text) => normaliseText(text) !== normalise(text),
      ),
    );
    expect(other).toEqual([]);
  });
});
