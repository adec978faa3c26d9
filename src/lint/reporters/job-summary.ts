import { escapeMarkdown } from '../../core/escape-markdown.ts';
import type { Issue } from '../issue.ts';
import { errorsFirst, mending, type Report, sentence, summary } from './report.ts';

/** GitHub refuses a step's summary of more than 1 MiB; a character is at most three bytes here. */
const MOST_CHARACTERS = 300_000;

/** The whole report as Markdown for the summary page of a GitHub run: a table, errors first, cut where GitHub would refuse it. */
export function reportJobSummary(report: Report): string {
  const head = ['## 内容检查', '', summary(report), ''];
  if (report.issues.length === 0) return `${head.join('\n')}\n`;
  const lines = [...head, '| 位置 | 程度 | 发现 | 改法 | 规则 |', '| --- | --- | --- | --- | --- |'];
  let room = MOST_CHARACTERS;
  const rows = errorsFirst(report.issues).map(row);
  const fitting = rows.filter((text) => {
    room -= text.length + 1;
    return room >= 0;
  });
  const left = rows.length - fitting.length;
  return `${[...lines, ...fitting, ...(left > 0 ? ['', `还有 ${left} 处，见运行记录。`] : [])].join('\n')}\n`;
}

function row(issue: Issue): string {
  const severity = issue.severity === 'error' ? '错误' : '警告';
  const cells = [`${issue.file}:${issue.line}`, severity, sentence(issue), mending(issue), issue.rule];
  return `| ${cells.map(escapeMarkdown).join(' | ')} |`;
}
