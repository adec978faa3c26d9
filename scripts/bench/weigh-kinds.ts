import { BUDGETS, type Budget } from './page-budgets.ts';
import { samplePages } from './page-kinds.ts';
import { weighPage } from './page-weight.ts';
import { kilobytes, type Table } from './print-table.ts';

/** One page as an example of its kind; gzipped bytes. */
export interface KindFigures {
  readonly name: string;
  readonly path: string;
  readonly html: number;
  readonly css: number;
  /** Scripts, those in the page included, which `html` holds too. */
  readonly scripts: number;
  /** HTML, stylesheets and files of scripts. */
  readonly total: number;
  readonly budget: Budget | null;
}

/** Weighs one page of each kind of a site at the root of its host. */
export async function weighKinds(outDir: string): Promise<KindFigures[]> {
  const figures: KindFigures[] = [];
  for (const { name, path, budget } of await samplePages(outDir)) {
    const { html, css, scripts, total } = await weighPage({ dir: outDir, base: '/' }, `${path}index.html`);
    figures.push({ name, path, html, css, scripts, total, budget: budget ? BUDGETS[budget] : null });
  }
  return figures;
}

/** Rows for the report; what exceeds its limit has an exclamation mark. */
export function kindTable(kinds: readonly KindFigures[]): Table {
  const limit = (value: number, most: number | undefined): string =>
    most === undefined ? '-' : `${value > most ? '! ' : ''}${kilobytes(most)}`;
  return [
    ['', 'HTML', 'CSS', 'scripts', 'limit', 'total', 'limit', 'page'],
    ...kinds.map(({ name, path, html, css, scripts, total, budget }) => [
      name,
      ...[html, css, scripts].map(kilobytes),
      limit(scripts, budget?.scripts),
      kilobytes(total),
      limit(total, budget?.total),
      `/${path}`,
    ]),
  ];
}
