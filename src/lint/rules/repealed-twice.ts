import { isDay, type Moment } from '../../core/moments.ts';
import { momentOfEffect } from '../../core/settle-status.ts';
import { fileAndNumber, type LintEntry } from '../entries.ts';
import { distinctLinks, type RelationLink } from '../relation-links.ts';
import { defineRule, type Finding } from '../rule.ts';

type Link = RelationLink & { to: LintEntry };

/**
 * Two documents that repeal one: what is repealed can hardly be repealed again. Silent where the two act on one day or
 * one of them has a relation to the other, and by an editor's note on `relations` of the later or `status` of the target.
 */
export default defineRule({
  id: 'repealed-twice',
  severity: 'warning',
  needs: ['documents'],
  *check({ documents }) {
    const links = distinctLinks(documents);
    const related = new Set(links.flatMap(({ from, to }) => [`${from.id} ${to.id}`, `${to.id} ${from.id}`]));
    const repeals = links.filter(({ name }) => name === 'repeals');
    for (const [to, repealers] of Map.groupBy(repeals, (link) => link.to)) {
      const [first, ...later] = repealers.toSorted(byMoment);
      if (!first || isNoted(to, 'status')) continue;
      for (const link of later) {
        const agree = related.has(`${first.from.id} ${link.from.id}`) || isSameDay(first, link);
        if (!agree && !isNoted(link.from, 'relations')) yield describe(link, first);
      }
    }
  },
});

/** The end of the moment decides: what is known by its year alone counts as the later. Unknown ones come last. */
function byMoment(a: Link, b: Link): number {
  const [first, second] = [a, b].map(({ from }) => momentOfEffect(from)?.last ?? '9999-12-31');
  return first === second ? 0 : (first ?? '') < (second ?? '') ? -1 : 1;
}

function isSameDay(a: Link, b: Link): boolean {
  const [first, second]: (Moment | undefined)[] = [a, b].map(({ from }) => momentOfEffect(from));
  return first !== undefined && isDay(first) && first.first === second?.first && first.last === second.last;
}

function isNoted({ document }: LintEntry, wanted: string): boolean {
  return document.data.notes?.some(({ field }) => field === wanted) ?? false;
}

function describe({ target, to, place }: Link, first: Link): Finding {
  return {
    ...place,
    found: `本文件“废止” ${target}，而 ${fileAndNumber(first.from)} 也写着“废止”它（第 ${first.place.line} 行）`,
    expected: '一份文件只由一份文件废止',
    fix: `核对原件，删去写错的一项；只废止一部分的，改用 amends；确有两份文件先后废止它的，在本文件的编者注（notes）加一条 - { text: 说明, field: relations }，或在 ${to.document.source.file} 加一条 field: status 的`,
  };
}
