import type { Citation } from '../core/library.ts';

/** Citations gathered by a key, in the order in which each key first occurs; no group is empty. */
export function groupCitations(
  citations: readonly Citation[],
  key: (citation: Citation) => string,
): [Citation, ...Citation[]][] {
  return [...Map.groupBy(citations, key).values()] as [Citation, ...Citation[]][];
}
