/** Values of forms: what is empty in them means nothing, for no field of a document is ever empty on purpose. */

/** A value without what is empty in it; undefined when nothing is left. `false` says no more than its absence. */
export function cleaned(value: unknown): unknown {
  if (value === null || value === undefined || value === false) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(cleaned).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).flatMap(([name, part]) => {
    const kept = cleaned(part);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** Whether two values of YAML say the same, whatever the order of their fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A set of named values; empty for anything else. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  const isSet = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isSet ? (value as Record<string, unknown>) : {};
}
