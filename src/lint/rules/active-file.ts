import { defineRule } from '../rule.ts';

/** An attachment that could run something on a reader's computer, or is something else than its name says. */
export default defineRule({
  id: 'active-file',
  severity: 'error',
  needs: ['dangerousFiles'],
  *check({ dangerousFiles }) {
    for (const [file, dangers] of dangerousFiles) {
      for (const { severity, found, fix } of dangers) {
        yield {
          ...{ file, line: 1, severity, fix },
          found: `文件 ${file} ${found}`,
          expected: '读者打开时什么也不会运行、内容与扩展名相符的文件',
        };
      }
    }
  },
});
