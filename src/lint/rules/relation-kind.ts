import { fileAndNumber } from '../entries.ts';
import { distinctLinks } from '../relation-links.ts';
import { defineRule } from '../rule.ts';

/** 总结 turned round: a plan that reports on something, or something that reports on a summary. */
export default defineRule({
  id: 'relation-kind',
  severity: 'warning',
  needs: ['documents'],
  *check({ documents }) {
    for (const { name, target, from, to, place } of distinctLinks(documents)) {
      if (name !== 'reportsOn') continue;
      const plan = from.document.source.collection === 'plans';
      const summary = to.document.source.collection === 'summaries';
      if (!plan && !summary) continue;
      yield {
        ...place,
        found: plan
          ? `本文件是工作计划，却写着总结（reportsOn）${target}`
          : `总结（reportsOn）所指的 ${target} 本身是一份工作总结`,
        expected: '由工作总结写明它总结哪份计划',
        fix: summary
          ? `关系写反了的，删去这一项，在 ${fileAndNumber(to)} 的 relations 里写 reportsOn: [${from.docNumber ?? from.id}]`
          : '删去这一项；是贯彻某文件的，改用 implements',
      };
    }
  },
});
