import { RELATION_LABELS } from '../../core/relations.ts';
import { claimedTargets } from '../claims.ts';
import { relationLinks } from '../relation-links.ts';
import { defineRule, isFaulty } from '../rule.ts';

/**
 * A relation to a document that the library doesn't hold: the link will lead to a 未收录 page. What a file with a fault
 * of its own lays claim to is told with that fault, what a draft does by links-to-draft; otherwise the site's own resolver
 * decides.
 */
export default defineRule({
  id: 'relation-missing',
  severity: 'warning',
  needs: ['documents', 'unreadable', 'drafts'],
  *check({ documents, unreadable, drafts }) {
    const claimed = claimedTargets({ documents: [...documents.filter(isFaulty), ...drafts], unreadable });
    for (const { name, target, answering, place } of relationLinks(documents)) {
      if (answering.length > 0 || claimed.has(target)) continue;
      yield {
        ...place,
        found: `文件关系“${RELATION_LABELS[name].forward}”（${name}）指向 ${target}，文库没有收录它`,
        expected: '已收录的文号或文件编号',
        fix: fixOf(target),
      };
    }
  },
});

/** A number may be of a paper that nobody has entered yet; an id is the library's own and should be there. */
function fixOf(target: string): string {
  return target.includes('/')
    ? `核对编号是否写错；那份文件改过文件名或文号的，改写成现在的编号，或在它的 aliases 里写上 ${target}；还没有收录的，改写它的文号，没有文号的，先录这份文件`
    : `核对是否写错；没有写错的，可为 ${target} 建一条题录（completeness: 题录），不建也能发布`;
}
