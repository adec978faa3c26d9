import type { LibraryDocument } from './library.ts';
import { resolvedRelations } from './relations.ts';
import { hasText } from './series.ts';
import { UNSIGNED } from './unsigned.ts';

/** What pairing needs to know of a document. */
export type PairedDocument = Pick<
  LibraryDocument,
  'id' | 'collection' | 'issuer' | 'period' | 'completeness' | 'docNumber' | 'aliases' | 'relations'
>;

/** Which plans each summary reports on, and which summaries report on each plan, by id. */
export interface ReportPairs<Document> {
  plansOf: ReadonlyMap<string, readonly Document[]>;
  summariesOf: ReadonlyMap<string, readonly Document[]>;
}

/**
 * Pairs summaries with plans of a whole library: by what a summary says that it reports on; else by the same issuer and the same period,
 * if there is exactly one plan and one summary of them and neither is spoken for. Whatever is ambiguous is not paired.
 */
export function pairReports<Document extends PairedDocument>(
  documents: readonly Document[],
): ReportPairs<Document> {
  const plansOf = new Map<string, Document[]>();
  const summariesOf = new Map<string, Document[]>();
  const pair = (summary: Document, plan: Document): void => {
    plansOf.set(summary.id, [...(plansOf.get(summary.id) ?? []), plan]);
    summariesOf.set(plan.id, [...(summariesOf.get(plan.id) ?? []), summary]);
  };
  for (const [summary, plan] of statedPairs(documents)) pair(summary, plan);
  for (const [summary, plan] of samePeriodPairs(documents)) {
    if (!summariesOf.has(plan.id)) pair(summary, plan);
  }
  return { plansOf, summariesOf };
}

/** By the relation that a summary's frontmatter names, if it leads to one document and that is a plan. */
function statedPairs<Document extends PairedDocument>(
  documents: readonly Document[],
): [summary: Document, plan: Document][] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const said = new Set<string>();
  return resolvedRelations(documents).flatMap(({ kind, from, to }) => {
    const summary = byId.get(from);
    const plan = to === null ? undefined : byId.get(to);
    if (kind !== 'reportsOn' || summary?.collection !== 'summaries' || plan?.collection !== 'plans')
      return [];
    // Named by its number and its id alike, it is paired once.
    const once = `${from} ${to}`;
    if (said.has(once)) return [];
    said.add(once);
    return [[summary, plan] as [Document, Document]];
  });
}

function samePeriodPairs<Document extends PairedDocument>(
  documents: readonly Document[],
): [summary: Document, plan: Document][] {
  const dated = documents.filter(
    ({ collection, issuer, period }) => collection !== 'policies' && issuer !== UNSIGNED && period !== null,
  );
  const groups = Map.groupBy(dated, ({ issuer, period }) => JSON.stringify([issuer, period]));
  return [...groups.values()].flatMap((group) => {
    const [plan, otherPlan] = group.filter(({ collection }) => collection === 'plans');
    const [summary, otherSummary] = group.filter(({ collection }) => collection === 'summaries');
    if (!plan || !summary || otherPlan || otherSummary) return [];
    // What the summary says of itself goes before what can be concluded, also when the library lacks that plan.
    if ((summary.relations.reportsOn ?? []).length > 0) return [];
    return [[summary, plan] as [Document, Document]];
  });
}

/** The one plan whose measures can be looked for in a summary, if both have a text. */
export function planToCheck<Document extends PairedDocument>(
  summary: PairedDocument,
  { plansOf }: ReportPairs<Document>,
): Document | undefined {
  const plans = (plansOf.get(summary.id) ?? []).filter(hasText);
  return hasText(summary) && plans.length === 1 ? plans[0] : undefined;
}
