import { hadBegun, inYear, isDay, type Moment, onDay } from './moments.ts';
import type { SettledStatus } from './settle-status.ts';
import { deadWord, isDead } from './status.ts';

/** What of a document's status matters to one that cites it. */
export interface CitedStatus extends Pick<SettledStatus, 'status' | 'statusSince' | 'statusYear'> {
  /** ISO day from which it was in force, if known. */
  effectiveOn?: string | null | undefined;
}

/** How a dead document stood when it was cited. A citation of what was in force then is legitimate. */
export interface CitingStanding {
  /**
   * `unclear` when one of the two days isn't known, the years overlap or the day is the same (it may be what repeals
   * it), or when it was cited before it had taken effect.
   */
  whenCited: 'in-force' | 'dead' | 'unclear';
  /** False when it follows only from the year of a document number. */
  certain: boolean;
}

/**
 * How a dead document stood on the day of a citation; undefined for one that is not dead. `citing` is when the citing
 * document was issued; the day of its publication says nothing, old papers are published late.
 */
export function citingStanding(cited: CitedStatus, citing: Moment | undefined): CitingStanding | undefined {
  if (!isDead(cited.status)) return undefined;
  const since = deadSince(cited);
  if (!since || !citing) return { whenCited: 'unclear', certain: false };
  const begun = since.first === citing.first ? 'unclear' : hadBegun(since, citing);
  const inEffect = !cited.effectiveOn || hadBegun(onDay(cited.effectiveOn), citing) === 'yes';
  const whenCited = begun === 'yes' ? 'dead' : begun === 'no' && inEffect ? 'in-force' : 'unclear';
  return { whenCited, certain: isDay(since) && isDay(citing) };
}

function deadSince({ statusSince, statusYear }: CitedStatus): Moment | undefined {
  if (statusSince) return onDay(statusSince);
  return statusYear === undefined ? undefined : inYear(statusYear);
}

/** The mark on a link to a dead document, such as 现已废止（引用时有效）; undefined for one that is not dead. */
export function deadMark(cited: CitedStatus, citing: Moment | undefined): string | undefined {
  const standing = citingStanding(cited, citing);
  if (!standing) return undefined;
  const now = deadWord(cited.status);
  const { whenCited, certain } = standing;
  if (whenCited === 'unclear') return `现${now}`;
  if (whenCited === 'dead') return certain ? `引用时${now}` : `现${now}（据文号年份，引用时${now}）`;
  return certain ? `现${now}（引用时有效）` : `现${now}（据文号年份，引用时有效）`;
}
