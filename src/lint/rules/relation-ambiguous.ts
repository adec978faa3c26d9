import { numberKey } from '../../core/number-key.ts';
import { RELATION_LABELS } from '../../core/relations.ts';
import { fileAndNumber } from '../entries.ts';
import { relationLinks } from '../relation-links.ts';
import { defineRule } from '../rule.ts';

/** A relation whose target several documents answer to: none is chosen, the relation leads nowhere. */
export default defineRule({
  id: 'relation-ambiguous',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    for (const { name, target, answering, place } of relationLinks(documents)) {
      // One number on two files is a fault of these, and reported there.
      const numbers = new Set(answering.map(({ docNumber }) => docNumber && numberKey(docNumber)));
      if (answering.length < 2 || (numbers.size === 1 && !numbers.has(null))) continue;
      yield {
        ...place,
        found: `文件关系“${RELATION_LABELS[name].forward}”（${name}）指向 ${target}，库中有 ${answering.length} 份文件都是它：${answering.map(fileAndNumber).join('、')}`,
        expected: '只有一份文件与它相应',
        fix: `改写成所指那份的文件编号：${answering.map(({ id }) => id).join(' 或 ')}`,
      };
    }
  },
});
