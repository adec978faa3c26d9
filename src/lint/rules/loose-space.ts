import type { TextEdit } from '../issue.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';
import { bodyOffset, filePlace } from '../source-offsets.ts';

/** Space at the ends of lines, and line ends of several kinds: nobody sees them, and every later change shows them. */
export default defineDocumentRule({
  id: 'loose-space',
  severity: 'warning',
  *check(document) {
    const space = trailingSpace(document);
    if (space[0])
      yield {
        ...finding(document, space[0], space),
        found: `行末有空格${space.length > 1 ? `，共 ${space.length} 行` : ''}`,
        expected: '一行以文字或标点结束',
        fix: '删去行末的空格；要在段中换行的，行末写一个反斜线',
      };
    const ends = mixedLineEnds(document.source.text);
    if (ends[0])
      yield {
        ...finding(document, ends[0], ends),
        found: '一个文件里有几种换行符',
        expected: '全文用同一种换行符',
        fix: '用编辑器把换行符统一为 LF 再存',
      };
  },
});

function finding(
  { source }: LintDocument,
  first: TextEdit,
  edits: readonly TextEdit[],
): Pick<Finding, 'file' | 'line' | 'edits'> {
  return { file: source.file, line: filePlace(source, first.start).line, edits };
}

/** Two spaces before a line of the same paragraph break the line: they stay. */
function trailingSpace({ source }: LintDocument): TextEdit[] {
  const body = bodyOffset(source);
  return [...source.text.matchAll(/(?<![ \t\u00a0\u3000])[ \t\u00a0\u3000]+(?=\r?\n|\r|$)/g)].flatMap(
    ({ index, 0: space }) => {
      const end = index + space.length;
      const next = /^(?:\r\n|\n|\r)([^\r\n]*)/.exec(source.text.slice(end, end + 200))?.[1] ?? '';
      const breaks = index >= body && / {2}$/.test(space) && next.trim() !== '';
      return breaks ? [] : [{ start: index, end, text: '' }];
    },
  );
}

function mixedLineEnds(text: string): TextEdit[] {
  if (!text.includes('\r')) return [];
  const ends = [...text.matchAll(/\r\n|\n|\r/g)];
  if (ends.every(({ 0: end }) => end === ends[0]?.[0])) return [];
  return ends.flatMap(({ index, 0: end }) =>
    end === '\n' ? [] : [{ start: index, end: index + end.length, text: '\n' }],
  );
}
