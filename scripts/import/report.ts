import { FINDING_LABELS, type Finding, type FindingKind } from '../../src/import/finding.ts';
import type { Draft } from '../../src/import/make-draft.ts';
import type { Manuscript } from '../../src/import/manuscript.ts';

/** What became of one document of an input file. */
export interface OutputReport
  extends Pick<Draft, 'collection' | 'fields' | 'observations' | 'findings' | 'cites'> {
  /** Where it was or would be written. */
  path: string;
  /** Where its pictures were or would be written. */
  files: string[];
}

/** What became of one input. */
export interface FileReport {
  file: string;
  ok: boolean;
  /** Why it was refused, in Chinese. */
  reason?: string;
  /** What the file was read as: an encoding or the name of a format. */
  format?: string;
  /** What the lines of the findings count. */
  unit?: Manuscript['unit'];
  outputs: OutputReport[];
}

/** The whole report; `--json` prints it as it is. */
export interface ImportReport {
  dryRun: boolean;
  imported: number;
  refused: number;
  files: FileReport[];
}

/** The report as text for a person: each document with its fields, what needs an eye, what was guessed and changed. */
export function formatReport(report: ImportReport): string {
  const verb = report.dryRun ? '可以导入' : '已导入';
  const closing = `${verb} ${report.imported} 个文件${report.refused > 0 ? `，${report.refused} 个未导入` : ''}。`;
  const dry = report.dryRun ? '这是试运行，没有写入任何文件。' : '';
  return `${[...report.files.map(formatFile), closing + dry].join('\n\n')}\n`;
}

function formatFile(file: FileReport): string {
  if (!file.ok) return `✗ ${file.file}\n  未导入：${file.reason}。`;
  const parts = file.outputs.length > 1 ? `，含 ${file.outputs.length} 份文件` : '';
  return [
    `✓ ${file.file}（${file.format}${parts}）`,
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
  for (const kind of Object.keys(FINDING_LABELS) as FindingKind[]) {
    const found = output.findings.filter((finding) => finding.kind === kind);
    if (found.length > 0)
      lines.push(
        `  ${FINDING_LABELS[kind]}（${found.length}）`,
        ...found.map((finding) => formatFinding(finding, unit)),
      );
  }
  return lines.join('\n');
}

function formatFinding({ line, message }: Finding, unit: string): string {
  return `    ${line > 0 ? `第 ${line} ${unit}：` : ''}${message}`;
}
