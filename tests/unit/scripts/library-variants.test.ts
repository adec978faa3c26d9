import { describe, expect, it } from 'vitest';
import { LibraryVariants } from '../../../scripts/search-index/library-variants.ts';
import { unpackVariants } from '../../../src/search/variants.ts';

const VARIANTS = unpackVariants('學学斈学號号說说説说');

describe('what a library needs of the table', () => {
  it('is, for a document, what stands in it', () => {
    const library = new LibraryVariants(VARIANTS);
    expect(library.add(['教学研究', '4号'])).toBe('');
    expect(library.add(['教學研究', '4號', '教學'])).toBe('學学號号');
    expect(library.add([])).toBe('');
  });

  it('is, for readers, every variant of what occurs in any form', () => {
    const library = new LibraryVariants(VARIANTS);
    expect(library.pack()).toBe('');
    library.add(['教学']);
    library.add(['説明']);
    expect(unpackVariants(library.pack())).toEqual(unpackVariants('學学斈学說说説说'));
  });

  it('sees through characters that are another only in looks', () => {
    const library = new LibraryVariants(unpackVariants('門门領领'));
    expect(library.add(['\u2FA8'])).toBe('門门');
    expect(library.add(['\uF9B4'])).toBe('領领');
    expect(library.add(['\u2FA8\uF9B4，。'])).toBe('門门領领');
  });
});
