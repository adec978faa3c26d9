import { bodyFinding } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** A place at which the body is no well-formed MDX. */
export default defineDocumentRule({
  id: 'mdx-syntax',
  severity: 'error',
  *check(document) {
    if (document.body.problems.length === 0) return;
    const lines = document.source.body.split(/\r\n|\n|\r/);
    for (const { line, column, message } of document.body.problems) {
      const excerpt = excerptAround((lines[line - 1] ?? '').trimEnd(), column);
      yield bodyFinding(
        document,
        { line, column },
        {
          found: `正文读不了：${message}；这一行是“${excerpt}”`,
          expected: '成对的标签；正文里的 < 和 { 前面加反斜线',
          fix: '是正文里的符号，就写作 \\< 或 \\{；是标签，就补上或删去一半',
        },
      );
    }
  },
});

function excerptAround(line: string, column: number): string {
  if (line.length <= 60) return line.trimStart();
  const start = Math.max(0, Math.min(column - 30, line.length - 60));
  return `${start > 0 ? '……' : ''}${line.slice(start, start + 60)}${start + 60 < line.length ? '……' : ''}`;
}
