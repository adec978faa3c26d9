import { type Moment, nextDay } from './moments.ts';
import type { Status } from './status.ts';
import type { Deed, Life } from './status-on.ts';

/** Statuses that an editor can only write down of a document whose day of effect has come. */
const REACHED: readonly Status[] = ['现行有效', '已修改', '部分失效', '废止', '失效'];

/** The latest of ISO days; '' when there is none. */
export function latestDay(days: readonly (string | null | undefined)[]): string {
  return days.reduce<string>((latest, day) => (day && day > latest ? day : latest), '');
}

/**
 * The day that a document's entry proves to have come, ISO: what it says to hold has begun. An end or a change that it
 * states without a day is that of the first deed, or of the last day, that brings it about. '' when it proves none.
 */
export function provenDay({ status, statusSince, effectiveOn, expiresOn, deeds }: Life): string {
  if (!REACHED.includes(status)) return '';
  if (statusSince) return latestDay([statusSince, effectiveOn]);
  const first = (kind: Deed['kind']) =>
    earliestDay(deeds.flatMap((deed) => (deed.kind === kind && deed.at ? deed.at : [])));
  if (status === '废止') return latestDay([effectiveOn, first('repeals')]);
  if (status === '已修改') return latestDay([effectiveOn, first('amends')]);
  return latestDay([effectiveOn, status === '失效' && expiresOn ? nextDay(expiresOn) : null]);
}

function earliestDay(moments: readonly Moment[]): string | undefined {
  return moments.map(({ first }) => first).sort()[0];
}
