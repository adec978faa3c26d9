/** Years without a document in a row that are still shown as empty places; of more there is one break. */
const LONGEST_GAP = 4;

/**
 * The places of a time axis, earliest first: each year from the first to the last, so that what is missing shows, with
 * null for a break where many years in a row have nothing.
 */
export function yearAxis(years: Iterable<number>): (number | null)[] {
  const known = [...new Set(years)].sort((a, b) => a - b);
  return known.flatMap((year, index) => {
    const between = year - (known[index - 1] ?? year - 1) - 1;
    if (between > LONGEST_GAP) return [null, year];
    return Array.from({ length: between + 1 }, (_, step) => year - between + step);
  });
}
