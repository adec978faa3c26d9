import { mayBeExcepted } from '../../schema/severity.ts';
import { namesOf } from '../named-files.ts';
import { defineRule } from '../rule.ts';

/** An entry of exceptions.yml to which no issue answers any more: it would silence a new one that nobody has looked at. */
export default defineRule({
  id: 'exception-unused',
  severity: 'warning',
  needs: ['exceptions', 'unusedExceptions', 'documents', 'unreadable', 'strays', 'contentFiles', 'ruleIds'],
  *check(context) {
    const { exceptions, unusedExceptions, ruleIds } = context;
    const names = namesOf(context);
    for (const index of unusedExceptions) {
      const { rule, document, found } = exceptions.entries[index] ?? {};
      // What names nothing is told by exception-target.
      if (!rule || !document || !ruleIds.includes(rule) || !mayBeExcepted(rule) || !names.has(document))
        continue;
      yield {
        file: exceptions.file,
        line: exceptions.lineOf([index]),
        found: `规则 ${rule} 在 ${document} 里没有${found === undefined ? '任何问题' : `含“${found}”的问题`}，这条例外没有用到`,
        expected: '每条例外都对应报告里的问题',
        fix:
          found === undefined
            ? '问题已经改正的，删去这一条'
            : '问题已经改正的，删去这一条；还有问题的，从报告“发现”一句照抄',
      };
    }
  },
});
