import { defineRule } from '../rule.ts';

/** A file in a collection's folder that never becomes a page, such as a Word file put there instead of imported. */
export default defineRule({
  id: 'stray-file',
  severity: 'warning',
  needs: ['strays'],
  *check({ strays }) {
    for (const file of strays) {
      yield {
        file,
        line: 1,
        found: `${file} 不会显示在网站上`,
        expected: '文件夹里只有以 .mdx 结尾的文件',
        fix: 'Word、TXT、HTML 文件用 npm run import 导入；附件移到 public 文件夹；不需要的删去',
      };
    }
  },
});
