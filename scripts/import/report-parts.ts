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
  /** In a trial run the whole content file that would be written. */
  text?: string;
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
  /** Files that an interrupted run did not come to. */
  notReached: number;
  /** What an earlier run, killed half way, had left to put in place. */
  finished: string[];
  files: FileReport[];
}

/** How a run ended, in one paragraph. */
export function closingOf({ dryRun, imported, refused, notReached, finished }: ImportReport): string {
  const verb = dryRun ? '可以导入' : '已导入';
  const others = refused > 0 ? `，${refused} 个未导入` : '';
  const rest = notReached > 0 ? `，${notReached} 个因中途停止没有处理（再运行一次，已导入的不会重复）` : '';
  const dry = dryRun ? '这是试运行，没有写入任何文件。' : '';
  const ended = finished.length > 0 ? `上次中断的导入已经补完：${finished.map(printable).join('、')}。` : '';
  return `${verb} ${imported} 个文件${others}${rest}。${dry}${ended}`;
}

/** A name as it can be printed: one with line ends or control characters must not pass for lines of the report. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (char) => {
    return `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** Findings under their headings, most pressing first. */
export function byKind(findings: readonly Finding[]): [FindingKind, Finding[]][] {
  return (Object.keys(FINDING_LABELS) as FindingKind[]).flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind);
    return found.length > 0 ? [[kind, found] satisfies [FindingKind, Finding[]]] : [];
  });
}

/** A finding with its place. */
export function formatFinding({ line, message }: Finding, unit: string): string {
  return `${line > 0 ? `第 ${line} ${unit}：` : ''}${message}`;
}
