import type { Status } from './status.ts';

/** A status and the day from which it is that one; null for the first. */
export interface StatusPeriod {
  from: string | null;
  status: Status;
}

/** Periods as an attribute carries them: 现行有效 2018-01-01 失效. */
export function writePeriods(periods: readonly StatusPeriod[]): string {
  return periods.map(({ from, status }) => (from === null ? status : `${from} ${status}`)).join(' ');
}

/** The status that holds on an ISO day by an attribute's text. */
export function statusOfDay(written: string, day: string): string {
  const [first = '', ...changes] = written.split(' ');
  return changes.reduce((status, word, index) => {
    const from = changes[index - 1] ?? '';
    return index % 2 === 1 && from <= day ? word : status;
  }, first);
}
