import { RELATION_LABELS } from '../../core/relations.ts';
import { relationTargets } from '../relation-targets.ts';
import { defineDocumentRule } from '../rule.ts';

/** A document that says it repeals, amends or implements itself, by a present or a former name. */
export default defineDocumentRule({
  id: 'relation-to-itself',
  severity: 'error',
  *check(document) {
    const { source, id, data } = document;
    for (const { name, index, target } of relationTargets(document)) {
      if (target !== id && target !== data.docNumber && !data.aliases?.includes(target)) continue;
      yield {
        file: source.file,
        line: source.lineOf(['relations', name, index]),
        found: `文件关系“${RELATION_LABELS[name].forward}”（${name}）指向本文件自己，即 ${target}`,
        expected: '另一份文件的文号或文件编号',
        fix: '改为所指的那份文件；没有这层关系就删去这一项',
      };
    }
  },
});
