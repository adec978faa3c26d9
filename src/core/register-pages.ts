/** On which page of the register a row stands. A short register is one page; a long state has pages of its own. */
import type { Resolution } from './references.ts';

/** Rows of one state on a page of its own, and the most that the first page shows of a state in full. */
export const ROWS_PER_PAGE = 100;
/** Rows that the first page shows of a state that has pages of its own. */
export const ROWS_SHOWN_FIRST = 50;

/** How many pages a state has of its own; none when the first page shows it in full. */
export function pagesOfState(rows: number): number {
  return rows <= ROWS_PER_PAGE ? 0 : Math.ceil(rows / ROWS_PER_PAGE);
}

/** The path of a state's own page, counted from 1, below the register's: missing/, missing/2/. */
export function statePage(state: Resolution, page: number): string {
  return page === 1 ? `${state}/` : `${state}/${page}/`;
}

/** The path, below the register's, of the page that holds the row at `index` of a state with `rows` rows; '' is the first page. */
export function pageOfRow(state: Resolution, index: number, rows: number): string {
  return pagesOfState(rows) === 0 ? '' : statePage(state, Math.floor(index / ROWS_PER_PAGE) + 1);
}
