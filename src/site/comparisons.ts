import type { Collection } from '../core/collections.ts';
import { type ComparisonPage, comparisonPages } from '../core/comparison-pages.ts';
import { pairReports, type ReportPairs } from '../core/report-pairs.ts';
import { buildSeries } from '../core/series.ts';
import { getSite, type Site, type SiteDocument } from './library.ts';
import { documentsKey } from './page-keys.ts';
import { link } from './urls.ts';
import { deriveFromSite } from './watched-site.ts';

/** What the site's documents have to do with their neighbours: worked out once for a site. */
export interface SiteComparisons {
  /** Document id → its series, in order. */
  series: ReadonlyMap<string, readonly SiteDocument[]>;
  pairs: ReportPairs<SiteDocument>;
  pages: readonly ComparisonPage<SiteDocument>[];
  /** Document id → its comparison pages. */
  pagesOf: ReadonlyMap<string, readonly ComparisonPage<SiteDocument>[]>;
}

/** The comparisons of a site; a build asks once for each page of a document. */
export const comparisonsOf = deriveFromSite('comparisons', compareDocuments);

function compareDocuments(site: Site): SiteComparisons {
  const documents = [...site.pages.values()];
  const pages = comparisonPages(documents);
  return {
    series: buildSeries(documents),
    pairs: pairReports(documents),
    pages,
    pagesOf: Map.groupBy(pages, ({ id }) => id),
  };
}

/** Address of a comparison page, below its document's. */
export function comparisonUrl({ id, kind }: Pick<ComparisonPage<unknown>, 'id' | 'kind'>): string {
  return link(`${id}/${kind}/`);
}

/** A comparison in which a document takes part, as its own page leads to it. */
export interface ComparisonLink {
  href: string;
  label: string;
  /** The document on the other side. */
  other: SiteDocument;
}

/** The comparisons of a document with the one before it, and with its plan or its summaries. */
export function comparisonLinks(site: Site, document: SiteDocument): ComparisonLink[] {
  const { pagesOf, pairs } = comparisonsOf(site);
  const own = (pagesOf.get(document.id) ?? []).map((page) => ({
    href: comparisonUrl(page),
    label: page.kind === 'changes' ? `与${page.left.period ?? '上一期'}对照` : '与计划对照',
    other: page.left,
  }));
  const summaries = (pairs.summariesOf.get(document.id) ?? []).flatMap((summary) => {
    const page = pagesOf
      .get(summary.id)
      ?.find(({ kind, left }) => kind === 'against-plan' && left.id === document.id);
    return page ? { href: comparisonUrl(page), label: '与总结对照', other: summary } : [];
  });
  return [...own, ...summaries];
}

/**
 * Static paths of the comparison pages of one kind in a collection; each gets its two documents. Those of a series come
 * in its order, so that a text that one of them has read is at hand for the next.
 */
export async function comparisonPaths(collection: Collection, kind: ComparisonPage<unknown>['kind']) {
  const { pages, series } = comparisonsOf(await getSite());
  const members = [...new Set(series.values())].flat();
  const places = new Map(members.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: ComparisonPage<SiteDocument>): number => places.get(id) ?? members.length;
  return pages
    .filter((page) => page.kind === kind && page.right.collection === collection)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map(({ id, left, right }) => ({
      params: { slug: id.slice(collection.length + 1) },
      props: { left, right },
      cacheKey: documentsKey(left, right),
    }));
}
