import { defineRule } from '../rule.ts';

/** A file or folder that can't be read: no UTF-8 text, such as one saved as GBK or a renamed Word file; too large; forbidden. */
export default defineRule({
  id: 'file-encoding',
  severity: 'error',
  needs: ['unreadable'],
  *check({ unreadable }) {
    for (const { file, reason, fix } of unreadable) {
      yield {
        file,
        line: 1,
        found: `文件读不了：${reason}`,
        expected: 'UTF-8 编码的文本文件',
        fix,
      };
    }
  },
});
