/** How a figure grows with the number of documents. */

/** A figure at a size. */
export interface SizedValue {
  readonly documents: number;
  readonly value: number;
}

/**
 * The power of the number of documents with which a figure grew from one size to the next: 1 is in proportion, 2 with
 * the square. Undefined without growth of the number, or of nothing.
 */
export function growthPower(from: SizedValue, to: SizedValue): number | undefined {
  if (to.documents <= from.documents || from.documents <= 0 || from.value <= 0 || to.value <= 0)
    return undefined;
  return Math.log(to.value / from.value) / Math.log(to.documents / from.documents);
}

/** Beyond this a figure counts as growing faster than the number of documents: two runs of the same differ as much. */
export const SUPERLINEAR = 1.1;

/** From each size to the next, the first having none before it. */
export function growthPowers(values: readonly SizedValue[]): (number | undefined)[] {
  return values.map((to, index) => {
    const from = values[index - 1];
    return from && growthPower(from, to);
  });
}
