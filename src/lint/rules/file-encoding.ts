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
        expected: '读得出的 UTF-8 文本文件，不超过 8 MB',
        fix,
      };
    }
  },
});
