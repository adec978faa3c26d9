import { defineRule } from '../rule.ts';

/** A file whose bytes are no UTF-8 text, such as one saved as GBK or a Word file renamed to .mdx. */
export default defineRule({
  id: 'file-encoding',
  severity: 'error',
  needs: ['unreadable'],
  *check({ unreadable }) {
    for (const { file, reason } of unreadable) {
      yield {
        file,
        line: 1,
        found: `文件读不了：${reason}`,
        expected: 'UTF-8 编码的文本文件',
        fix: '用记事本打开，另存为时编码选 UTF-8；若本是 Word 文件，用 npm run import 导入，不要只改后缀',
      };
    }
  },
});
