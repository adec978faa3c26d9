import { COLLECTIONS } from '../../core/collections.ts';
import { defineRule } from '../rule.ts';

/** A file that never becomes a page: a Word file put into a collection instead of imported, a document beside the collections. */
export default defineRule({
  id: 'stray-file',
  severity: 'warning',
  needs: ['strays'],
  *check({ strays }) {
    for (const file of strays) {
      const placed = COLLECTIONS.some((collection) => file.startsWith(`${collection}/`));
      yield placed
        ? {
            file,
            line: 1,
            found: `${file} 不会显示在网站上`,
            expected: '文件夹里只有以 .mdx 结尾的文件',
            fix: 'Word、TXT、HTML 文件用 npm run import 导入；附件移到 files 文件夹；不需要的删去',
          }
        : {
            file,
            line: 1,
            found: `${file} 不会显示在网站上，因为它不在 ${COLLECTIONS.join('、')} 三个文件夹里`,
            expected: '计划放在 plans，总结放在 summaries，政策文件放在 policies',
            fix: '移到相应的文件夹；是草稿的，文件名前加下划线',
          };
    }
  },
});
