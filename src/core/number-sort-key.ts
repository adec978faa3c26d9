/**
 * A key under which canonical document numbers compare, by code units, as an office files them: 9号 before 10号.
 * An absent number comes first.
 */
export function numberSortKey(canonical: string | null): string {
  return (canonical ?? '').replace(/\d+/g, (digits) => digits.padStart(7, '0'));
}
