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
