import { hadBegun, onDay } from '../../core/moments.ts';
import { RELATION_LABELS } from '../../core/relations.ts';
import { asOfDay, documentLives, momentOfEffect } from '../../core/settle-status.ts';
import type { Status } from '../../core/status.ts';
import { entriesOf, fileAndNumber, type LintEntry } from '../entries.ts';
import { distinctLinks, type RelationLink } from '../relation-links.ts';
import { defineRule, type Finding } from '../rule.ts';

/** What a document can no longer say of itself once another repeals it. */
const IN_FORCE: readonly Status[] = ['现行有效', '已修改', '部分失效', '尚未生效'];

/**
 * Two documents that contradict each other: one repeals the other, which says that it is in force. What takes effect
 * after the day as of which the site tells of the other contradicts nothing yet.
 */
export default defineRule({
  id: 'relation-asymmetric',
  severity: 'error',
  needs: ['documents', 'asOf'],
  *check({ documents, asOf }) {
    const entries = entriesOf(documents);
    const lives = documentLives(entries, asOfDay(entries, asOf));
    for (const link of distinctLinks(documents)) {
      const { name, from, to } = link;
      if (name !== 'repeals' || !IN_FORCE.includes(to.status)) continue;
      if (hasBegun(from, lives.get(to.id)?.day ?? '')) yield describe(link, to);
    }
  },
});

function hasBegun(entry: LintEntry, day: string): boolean {
  if (entry.status === '尚未生效' && !entry.effectiveOn) return false;
  return hadBegun(momentOfEffect(entry), onDay(day)) !== 'no';
}

function describe({ name, target, from, place }: RelationLink, to: LintEntry): Finding {
  const line = to.document.source.lineOf(['status']);
  return {
    ...place,
    found: `本文件“${RELATION_LABELS[name].forward}” ${target}，而 ${to.document.source.file} 第 ${line} 行写着${to.status}`,
    expected: '两份文件说法一致',
    fix: `确已废止的，把 ${fileAndNumber(to)} 的 status 改为 { name: 废止, date: 废止之日, basis: ${from.docNumber ?? from.id} }；只废止、改动一部分的，这里改用 amends；没有废止的，删去这一项`,
  };
}
