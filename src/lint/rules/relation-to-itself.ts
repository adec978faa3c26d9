import { RELATION_LABELS } from '../../core/relations.ts';
import { relationLinks } from '../relation-links.ts';
import { defineRule } from '../rule.ts';

/** A document that says it repeals, amends or implements itself, by a present or a former name. */
export default defineRule({
  id: 'relation-to-itself',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    for (const { name, target, from, to, place } of relationLinks(documents)) {
      if (to !== from) continue;
      yield {
        ...place,
        found: `文件关系“${RELATION_LABELS[name].forward}”（${name}）指向本文件自己，即 ${target}`,
        expected: '另一份文件的文号或文件编号',
        fix: '改为所指的那份文件；没有这层关系就删去这一项',
      };
    }
  },
});
