import type { Citation } from '../core/library.ts';

/** Citations gathered by a key, in the order in which each key first occurs; no group is empty. */
export function groupCitations(
  citations: readonly Citation[],
  key: (citation: Citation) => string,
): [Citation, ...Citation[]][] {
  return [...Map.groupBy(citations, key).values()] as [Citation, ...Citation[]][];
}

/** Places in the same sentence, which a list shows once and says how often. */
export interface ShownPlace {
  citation: Citation;
  times: number;
}

/** The places of citations of one thing in one document, those in the same sentence together, in text order. */
export function shownPlaces(citations: readonly Citation[]): ShownPlace[] {
  return groupCitations(citations, ({ anchor, sentence }) => `${anchor}\n${sentence}`).map((group) => ({
    citation: group[0],
    times: group.length,
  }));
}
