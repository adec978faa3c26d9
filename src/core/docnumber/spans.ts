/** Binary search over spans that are in order and do not overlap. */

/** Index of the last span that ends at or before `at` (UTF-16 offset), or -1. */
export function lastEndingBefore(spans: ReadonlyArray<{ end: number }>, at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
