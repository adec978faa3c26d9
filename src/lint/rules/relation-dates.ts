import { isDay, issueMoment, type Moment } from '../../core/moments.ts';
import { RELATION_LABELS, type RelationKind } from '../../core/relations.ts';
import { fileAndNumber, type LintEntry } from '../entries.ts';
import { distinctLinks } from '../relation-links.ts';
import { defineRule } from '../rule.ts';

/** Deeds that only the later of two documents can do. */
const LATER: readonly RelationKind[] = ['repeals', 'amends', 'implements', 'forwards', 'reportsOn'];

/**
 * A document that repeals, amends or implements one issued after it. An editor's note on `relations` silences the
 * rule: old papers bear wrong dates.
 */
export default defineRule({
  id: 'relation-dates',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    for (const { name, target, from, to, place } of distinctLinks(documents)) {
      const own = issueMoment(from);
      const other = issueMoment(to);
      if (!LATER.includes(name) || !own || !other || !isBefore(own, other)) continue;
      if (from.document.data.notes?.some(({ field }) => field === 'relations')) continue;
      yield {
        ...place,
        found: `本文件${dated(from)}，却“${RELATION_LABELS[name].forward}” ${target}，后者${dated(to)}`,
        expected: `所“${RELATION_LABELS[name].forward}”的文件先于本文件`,
        fix: `核对两份文件的日期与文号；关系写反了的，删去这一项，写到 ${fileAndNumber(to)} 里；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: relations }`,
      };
    }
  },
});

/**
 * Two days are compared as days, two years of numbers as years. Between a day and a year a year of grace is left: a
 * number may be drawn in December for a paper of January, or the other way round.
 */
function isBefore(own: Moment, other: Moment): boolean {
  if (isDay(own) === isDay(other)) return own.last < other.first;
  return yearOf(own) + 1 < yearOf(other);
}

function yearOf({ first }: Moment): number {
  return Number(first.slice(0, 4));
}

function dated(entry: LintEntry): string {
  const moment = issueMoment(entry);
  if (moment && isDay(moment)) return `成文于 ${moment.first}`;
  return `的文号是 ${entry.docNumber}（${moment?.first.slice(0, 4)} 年）`;
}
