import { compareText } from '../../src/core/compare-text.ts';
import type { Find } from './find-all.ts';

/** What one version finds otherwise than the other. */
export interface Comparison {
  gained: Find[];
  lost: Find[];
  /** Found by both, with another extent or meaning. */
  changed: { before: Find; after: Find }[];
}

/** Compares what two versions found in the same texts; by file, line and offset. */
export function compareFinds(before: readonly Find[], after: readonly Find[]): Comparison {
  const result: Comparison = { gained: [], lost: [], changed: [] };
  const old = Map.groupBy(before, placeOf);
  const now = Map.groupBy(after, placeOf);
  for (const place of new Set([...old.keys(), ...now.keys()]))
    compareAt(old.get(place) ?? [], now.get(place) ?? [], result);
  result.gained.sort(byPlace);
  result.lost.sort(byPlace);
  result.changed.sort((a, b) => byPlace(a.after, b.after));
  return result;
}

const byPlace = (a: Find, b: Find): number =>
  compareText(a.file, b.file) || a.line - b.line || a.start - b.start;

/** Texts of one file that are apart (the lines of a corpus) begin on different lines. */
const placeOf = ({ file, passage, passageLine, kind }: Find): string =>
  [file, passageLine, passage, kind].join('\n');

function compareAt(before: readonly Find[], after: readonly Find[], into: Comparison): void {
  const rest = new Set(after);
  for (const old of before) {
    const same =
      after.find((find) => rest.has(find) && find.start === old.start && find.end === old.end) ??
      after.find((find) => rest.has(find) && find.start < old.end && find.end > old.start);
    if (!same) into.lost.push(old);
    else {
      rest.delete(same);
      if (same.raw !== old.raw || same.means !== old.means) into.changed.push({ before: old, after: same });
    }
  }
  into.gained.push(...rest);
}
