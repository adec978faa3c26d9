import { compareText } from './compare-text.ts';
import type { Citation } from './library.ts';
import { numberSortKey } from './number-sort-key.ts';
import type { Resolution } from './references.ts';
import { registerAnchor } from './register-anchor.ts';

/** A row of the citation register: one cited number or title with everything that cites it. */
export interface RegisterRow {
  /** The canonical number cited most, or null for a title cited without one. */
  canonical: string | null;
  title: string | null;
  resolved: Resolution;
  to: string | null;
  citations: Citation[];
}

/** Rows by cited thing, most cited first, then by number or title so that the order never depends on input order. */
export function buildRegister(citations: readonly Citation[]): RegisterRow[] {
  const groups = Map.groupBy(citations, registerAnchor);
  const rows = [...groups.values()].map((group): RegisterRow => {
    const [first] = group;
    return {
      canonical: mostFrequent(group.map(({ canonical }) => canonical)),
      title: mostFrequent(group.map(({ title }) => title)),
      resolved: first?.resolved ?? 'missing',
      to: first?.to ?? null,
      citations: group,
    };
  });
  const name = (row: RegisterRow): string => numberSortKey(row.canonical ?? row.title);
  return rows.sort((a, b) => b.citations.length - a.citations.length || compareText(name(a), name(b)));
}

/** What occurs most among the values that are there; of equals the first by code points. */
function mostFrequent(values: readonly (string | null)[]): string | null {
  const counted = Map.groupBy(
    values.flatMap((value) => value ?? []),
    (value) => value,
  );
  const best = [...counted].sort(([a, one], [b, other]) => other.length - one.length || compareText(a, b))[0];
  return best?.[0] ?? null;
}
