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

export { formatMarkdownReport } from './report-markdown.ts';
export type { FileReport, ImportReport, OutputReport } from './report-parts.ts';

/** No trial run shows more of a document, in lines; the whole of it is in the JSON report. */
const LONGEST_PREVIEW = 80;

/** The report as text for a person: each document with its fields, what needs an eye, what was guessed and changed. */
export function formatReport(report: ImportReport): string {
  return `${[...report.files.map(formatFile), closingOf(report)].join('\n\n')}\n`;
}

function formatFile(file: FileReport): string {
  if (!file.ok) return `✗ ${printable(file.file)}\n  未导入：${printable(file.reason ?? '')}。`;
  const parts = file.outputs.length > 1 ? `，含 ${file.outputs.length} 份文件` : '';
  return [
    `✓ ${printable(file.file)}（${file.format ?? '上次已转换'}${parts}）`,
    ...file.outputs.map((output) => formatOutput(output, file.unit)),
  ].join('\n');
}

function formatOutput(output: OutputReport, unit = '行'): string {
  const pictures = output.files.map((file) => `  → ${file}（图片）`);
  const lines = [`  → ${output.path}`, ...pictures, '  著录项（值｜把握｜依据）'];
  for (const { field, value, confidence, evidence } of output.fields) {
    lines.push(`    ${field}：${value ?? '（留空）'}｜${confidence}｜${evidence}`);
  }
  if (output.observations.length > 0) lines.push('  文中辨认出的公文要素（留在正文里；内容｜把握｜依据）');
  for (const { field, value, confidence, evidence, line } of output.observations) {
    lines.push(`    ${field}：${value ?? ''}｜${confidence}｜第 ${line} ${unit}，${evidence}`);
  }
  if (output.cites.length > 0) lines.push(`  文中引用的文号：${output.cites.join('、')}`);
  for (const [kind, found] of byKind(output.findings)) {
    lines.push(
      `  ${FINDING_LABELS[kind]}（${found.length}）`,
      ...found.map((finding) => `    ${formatFinding(finding, unit)}`),
    );
  }
  return [...lines, ...previewOf(output.text)].map(printable).join('\n');
}

function previewOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  const lines = text.trimEnd().split('\n');
  const rest = lines.length - LONGEST_PREVIEW;
  return [
    '  将写入的文件',
    ...lines.slice(0, LONGEST_PREVIEW).map((line) => `  | ${line}`),
    ...(rest > 0 ? [`  | ……（还有 ${rest} 行；全文见 --json 的 text）`] : []),
  ];
}
