import { describe, expect, it } from 'vitest';
import {
  ENTRIES_PER_PAGE,
  entriesOfPage,
  furtherPages,
  isListPage,
  LONGEST_LIST,
  listPagePath,
  pageOfEntry,
  pageSteps,
  pagesOfList,
} from '../../../src/core/list-pages.ts';

const list = (length: number): number[] => Array.from({ length }, (_, index) => index);

describe('the pages of a list', () => {
  it('are one as long as a reader can take it in', () => {
    expect(pagesOfList(0)).toBe(1);
    expect(pagesOfList(LONGEST_LIST)).toBe(1);
    expect(entriesOfPage(list(LONGEST_LIST), 1)).toHaveLength(LONGEST_LIST);
    expect(furtherPages(LONGEST_LIST)).toEqual([]);
  });

  it.each([LONGEST_LIST + 1, 2 * ENTRIES_PER_PAGE, 2 * ENTRIES_PER_PAGE + 1, 2317])(
    'hold each of %i entries once and in order',
    (length) => {
      const entries = list(length);
      const pages = [1, ...furtherPages(length)];
      expect(pages).toHaveLength(pagesOfList(length));
      expect(pages.flatMap((page) => entriesOfPage(entries, page))).toEqual(entries);
      for (const index of entries)
        expect(entriesOfPage(entries, pageOfEntry(index, length))).toContain(index);
    },
  );

  it('have addresses that no document has', () => {
    expect(listPagePath(1)).toBe('');
    expect(isListPage(`/policies/${listPagePath(2)}`)).toBe(true);
    expect(isListPage('/summaries/2012/')).toBe(false);
    expect(isListPage('/policies/page/')).toBe(false);
  });

  it('are led through by the ends, the neighbours and the tens', () => {
    expect(pageSteps(14, 40)).toEqual([1, 10, 11, 12, 13, 14, 15, 16, 17, 20, 30, 40]);
    expect(pageSteps(1, 2)).toEqual([1, 2]);
  });
});
