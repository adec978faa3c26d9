import type { LibraryDocument } from './library.ts';
import { numberKey } from './number-key.ts';
import { hasText } from './series.ts';
import { documentNumbers } from './target-index.ts';
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
 * Pairs summaries with plans: by what a summary says that it reports on; else by the same issuer and the same period,
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

/** By the relation that a summary's frontmatter names; a target that two plans answer to is ambiguous. */
function statedPairs<Document extends PairedDocument>(
  documents: readonly Document[],
): [summary: Document, plan: Document][] {
  const plans = new Map<string, Set<Document>>();
  for (const plan of documents.filter(({ collection }) => collection === 'plans')) {
    for (const name of [plan.id, ...plan.aliases, ...documentNumbers(plan).map(numberKey)]) {
      plans.set(name, (plans.get(name) ?? new Set()).add(plan));
    }
  }
  return documents.flatMap((summary) => {
    if (summary.collection !== 'summaries') return [];
    const targets = (summary.relations.reportsOn ?? []).flatMap((target) => {
      const [only, ...others] = plans.get(target) ?? plans.get(numberKey(target)) ?? [];
      return only && others.length === 0 ? only : [];
    });
    return [...new Set(targets)].map((plan): [Document, Document] => [summary, plan]);
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
