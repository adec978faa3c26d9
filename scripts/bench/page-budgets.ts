import { type HtmlPart, htmlParts } from './html-parts.ts';
import type { PagePart, PageWeight } from './page-weight.ts';

/** What a page may weigh with an empty cache, gzipped bytes; see `PageWeight` for what is counted. */
export interface Budget {
  readonly total: number;
  /** Of scripts, those in the page included. */
  readonly scripts: number;
}

/**
 * By kind of page. A document's holds for one of up to 5,000 characters. The others stand on a library of ordinary size
 * and leave room for about a quarter more than a page has today; what a page does decides what it may load:
 * - a page to read or to choose from answers in two round trips of a new connection (14.6 KB, then twice that);
 * - search is used while it loads: what it needs before the first letter is typed;
 * - the pages that read numbers in any print bring the program that does so.
 */
export const BUDGETS = {
  document: { total: 20_000, scripts: 4000 },
  home: { total: 14_600, scripts: 4000 },
  list: { total: 14_600, scripts: 4000 },
  help: { total: 14_600, scripts: 2000 },
  search: { total: 24_000, scripts: 16_000 },
  register: { total: 24_000, scripts: 9000 },
  compare: { total: 28_000, scripts: 19_000 },
  number: { total: 32_000, scripts: 26_000 },
} as const satisfies Record<string, Budget>;

export type BudgetKind = keyof typeof BUDGETS;

/** Why a page exceeds its budget, with what it loads by size; undefined when it keeps to it. */
export function excessOf(weight: PageWeight, budget: Budget, html: string): string | undefined {
  const over: string[] = [];
  if (weight.total > budget.total)
    over.push(`HTML, CSS and JS are ${weight.total} bytes gzipped, ${weight.total - budget.total} too many`);
  if (weight.scripts > budget.scripts)
    over.push(`scripts are ${weight.scripts} bytes gzipped, ${weight.scripts - budget.scripts} too many`);
  if (over.length === 0) return undefined;
  return [`${weight.page}: ${over.join('; ')}.`, ...listParts(weight, htmlParts(html))].join('\n');
}

/** Lines beyond which a part of the HTML is no explanation any more. */
const MOST_PARTS = 12;

function listParts({ parts }: PageWeight, html: readonly HtmlPart[]): string[] {
  const row = (bytes: number, what: string): string => `${String(bytes).padStart(8)}  ${what}`;
  return [
    'What it loads:',
    ...parts.map(({ file, gzip }: PagePart) => row(gzip, file)),
    'What the HTML would weigh less without:',
    ...html.slice(0, MOST_PARTS).map(({ name, gzip }) => row(gzip, name)),
  ];
}
