import type { Finding } from './finding.ts';
import type { SourceLine } from './manuscript.ts';

/** Markdown that an editor would expect to become formatting, in a line in which it was not plain enough to be read. */
const MARKS: [RegExp, string][] = [
  [/^-{3,}$|^\*{3,}$/, '分隔线或著录信息的边线'],
  [/\*\*[^*]+\*\*|__[^_]+__/, '加粗'],
  [/\[[^\]]+\]\([^)]+\)/, '链接或图片'],
  [/^\|.*\|$/, '表格'],
  [/^(?:```|~~~)/, '代码块'],
  [/^[-*+]\s/, '列表'],
  [/^>/, '引用'],
];

/** One finding for each kind of Markdown in a .md file that was kept as text. */
export function markdownFindings(lines: readonly SourceLine[]): Finding[] {
  return MARKS.flatMap(([pattern, name]) => {
    const first = lines.find(({ text }) => pattern.test(text));
    if (!first) return [];
    const message = `Markdown 的${name}记号按文字照录，没有转成格式；如需要，请在导入后改写`;
    return [{ kind: 'attention', line: first.line, message } satisfies Finding];
  });
}
