/** On which page of a list an entry stands. A list that a reader can take in is one page; a longer one has several. */

/** The most that one page lists: about 25 KB compressed and 3,000 elements, which an old machine still draws at once. */
export const LONGEST_LIST = 300;
/** Entries on each page of a list that is longer. */
export const ENTRIES_PER_PAGE = 200;

/** How many pages a list of so many entries has; an empty one has its page too. */
export function pagesOfList(entries: number): number {
  return entries <= LONGEST_LIST ? 1 : Math.ceil(entries / ENTRIES_PER_PAGE);
}

/** The entries of a page, counted from 1. */
export function entriesOfPage<Entry>(entries: readonly Entry[], page: number): readonly Entry[] {
  if (pagesOfList(entries.length) === 1) return entries;
  return entries.slice((page - 1) * ENTRIES_PER_PAGE, page * ENTRIES_PER_PAGE);
}

/** The page, counted from 1, of the entry at `index` in a list of so many entries. */
export function pageOfEntry(index: number, entries: number): number {
  return pagesOfList(entries) === 1 ? 1 : Math.floor(index / ENTRIES_PER_PAGE) + 1;
}

/** The path of a page below its list's: '' or page/2/. No document stands there: theirs are one step below a list. */
export function listPagePath(page: number): string {
  return page === 1 ? '' : `page/${page}/`;
}

/** The numbers of a list's further pages, which have addresses of their own. */
export function furtherPages(entries: number): number[] {
  return Array.from({ length: pagesOfList(entries) - 1 }, (_, index) => index + 2);
}

/** Whether a path, such as /policies/page/2/, is a further page of a list: what stands there moves as the library grows. */
export function isListPage(path: string): boolean {
  return /\/page\/\d+\/$/.test(path);
}

/** Which pages the row of page numbers links: the ends, the neighbours and every tenth, so that a hundred pages are no wall. */
export function pageSteps(page: number, pages: number): number[] {
  const near = (to: number): boolean => to === 1 || to === pages || to % 10 === 0 || Math.abs(to - page) <= 3;
  return Array.from({ length: pages }, (_, index) => index + 1).filter(near);
}
