import type { Collection } from './collections.ts';
import type { PairedDocument } from './report-pairs.ts';
import { pairReports, planToCheck } from './report-pairs.ts';
import { buildSeries, comparedWith, type SeriesDocument } from './series.ts';

/** A page that compares two documents; `id` is that of the document below whose address it lies. */
export interface ComparisonPage<Document> {
  id: string;
  kind: 'changes' | 'against-plan';
  /** The earlier document, or the plan. */
  left: Document;
  /** The document itself. */
  right: Document;
}

/** Every page that compares a plan or summary with the one before it, or a summary with its plan. */
export function comparisonPages<Document extends SeriesDocument & PairedDocument>(
  documents: readonly Document[],
): ComparisonPage<Document>[] {
  const series = buildSeries(documents);
  const pairs = pairReports(documents);
  return documents.flatMap((right) => {
    const pages: ComparisonPage<Document>[] = [];
    const earlier = comparedWith(right, series.get(right.id) ?? []);
    if (earlier) pages.push({ id: right.id, kind: 'changes', left: earlier, right });
    const plan = right.collection === 'summaries' ? planToCheck(right, pairs) : undefined;
    if (plan) pages.push({ id: right.id, kind: 'against-plan', left: plan, right });
    return pages;
  });
}

/** The kinds of comparison that a document of a collection may have below its address. */
const KINDS: Record<Collection, readonly ComparisonPage<unknown>['kind'][]> = {
  plans: ['changes'],
  summaries: ['changes', 'against-plan'],
  policies: [],
};

/**
 * Whether a path such as `/plans/2012-work-plan/changes/` is that of a comparison. Such a page follows from two documents
 * and goes with either of them: unlike a document's, its address is no promise.
 */
export function isComparisonPath(path: string): boolean {
  const [, collection, kind] = /^\/([^/]+)\/[^/]+\/([^/]+)\/$/.exec(path) ?? [];
  return Object.entries(KINDS).some(
    ([name, kinds]) => name === collection && kinds.some((own) => own === kind),
  );
}

/** Where the comparison of a former id leads. */
export interface FormerComparison<Document> {
  /** Path without slashes around it, e.g. plans/2012-work-plan/changes. */
  path: string;
  /** The document that bears the former id now. */
  document: Document;
  /** Its comparison of the same kind; without one the path leads to the document. */
  page: ComparisonPage<unknown> | undefined;
}

/** The comparisons below former ids (see `formerAddresses`), among them such as never were. */
export function formerComparisons<Document extends { id: string }>(
  former: ReadonlyMap<string, Document>,
  pages: readonly ComparisonPage<unknown>[],
): FormerComparison<Document>[] {
  const present = new Map(pages.map((page) => [`${page.id}/${page.kind}`, page]));
  return [...former].flatMap(([id, document]) => {
    const kinds = Object.entries(KINDS).find(([name]) => id.startsWith(`${name}/`))?.[1] ?? [];
    return kinds.map((kind) => ({
      path: `${id}/${kind}`,
      document,
      page: present.get(`${document.id}/${kind}`),
    }));
  });
}
