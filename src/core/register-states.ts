import type { Resolution } from './references.ts';
import type { RegisterEntry } from './register-entry.ts';

/** The states in the order in which an editor deals with them: decide, look for, complete; the rest is done. */
export const REGISTER_STATES = [
  'ambiguous',
  'missing',
  'record',
  'held',
] as const satisfies readonly Resolution[];

/** Entries by state, in the order of `REGISTER_STATES`; every state is there. */
export function entriesByState(entries: readonly RegisterEntry[]): Map<Resolution, RegisterEntry[]> {
  return new Map(REGISTER_STATES.map((state) => [state, entries.filter((entry) => entry.state === state)]));
}

/** Entries by state, in the order of the page. */
export function inPageOrder(entries: readonly RegisterEntry[]): RegisterEntry[] {
  return [...entriesByState(entries).values()].flat();
}
