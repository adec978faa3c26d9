import { escapeMarkdown } from '../../src/core/escape-markdown.ts';
import { FINDING_LABELS } from '../../src/import/finding.ts';
import {
  byKind,
  closingOf,
  type FileReport,
  formatFinding,
  type ImportReport,
  type OutputReport,
  printable,
} from './report-parts.ts';

/** The report as Markdown, to go with a pull request. Whatever a file says is shown as it is and is never markup. */
export function formatMarkdownReport(report: ImportReport): string {
  const files = report.files.map(formatFile);
  return `${['# 导入报告', escaped(closingOf(report)), ...files].join('\n\n')}\n`;
}

/** Text from a file as it stands, its unseen characters by their codes, as the report for a screen has them. */
const escaped = (text: string): string => escapeMarkdown(printable(text));

function formatFile(file: FileReport): string {
  const name = escaped(file.file);
  if (!file.ok) return `## ✗ ${name}\n\n未导入：${escaped(file.reason ?? '')}。`;
  const parts = file.outputs.length > 1 ? `，含 ${file.outputs.length} 份文件` : '';
  const head = `## ✓ ${name}（${escaped(file.format ?? '')}${parts}）`;
  return [head, ...file.outputs.map((output) => formatOutput(output, file.unit ?? '行'))].join('\n\n');
}

function formatOutput(output: OutputReport, unit: string): string {
  const row = (field: string, value: string, confidence: string, evidence: string): string =>
    `| ${[field, value, confidence, evidence].map(escaped).join(' | ')} |`;
  const rows = output.fields.map(({ field, value, confidence, evidence }) =>
    row(field, value ?? '（留空）', confidence, evidence),
  );
  const seen = output.observations.map(({ field, value, confidence, evidence, line }) =>
    row(field, value ?? '', confidence, `第 ${line} ${unit}，${evidence}`),
  );
  const blocks = [
    [output.path, ...output.files].map((file) => `- ${escaped(file)}`).join('\n'),
    ['| 著录项 | 值 | 把握 | 依据 |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
  if (seen.length > 0) {
    const head = [
      '文中辨认出的公文要素（留在正文里）',
      '',
      '| 要素 | 内容 | 把握 | 依据 |',
      '| --- | --- | --- | --- |',
    ];
    blocks.push([...head, ...seen].join('\n'));
  }
  if (output.cites.length > 0) blocks.push(`文中引用的文号：${escaped(output.cites.join('、'))}`);
  for (const [kind, found] of byKind(output.findings)) {
    const items = found.map((finding) => `- ${escaped(formatFinding(finding, unit))}`);
    blocks.push(`### ${FINDING_LABELS[kind]}（${found.length}）`, items.join('\n'));
  }
  return blocks.join('\n\n');
}
