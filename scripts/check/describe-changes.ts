import type { EditGroup } from '../../src/lint/apply-edits.ts';
import { filePlace } from '../../src/lint/source-offsets.ts';
import type { SourceDocument } from '../../src/schema/source.ts';
import type { FixReport } from './fix-content.ts';

/** What one rule changed in a file at once. */
export interface Change {
  rule: string;
  /** 1-based line of the first place, before the change. */
  line: number;
  /** How many places were changed. */
  places: number;
  /** The first place with what stands around it, before and after. */
  before: string;
  after: string;
}

/** How much of the line is shown around a change, in UTF-16 units. */
const AROUND = 8;

/** Describes the edits that were made in a text. */
export function changesOf(source: SourceDocument, groups: readonly EditGroup[]): Change[] {
  return groups.map(({ rule, edits }) => {
    const [first] = [...edits].sort((a, b) => a.start - b.start);
    const { start, end, text } = first ?? { start: 0, end: 0, text: '' };
    const lead = leadOf(source.text, start);
    const rest = /^[^\r\n]*/.exec(source.text.slice(end, end + AROUND))?.[0] ?? '';
    const show = (middle: string) => visible(lead + middle + rest);
    return {
      ...{ rule, line: filePlace(source, start).line, places: edits.length },
      ...{ before: show(source.text.slice(start, end)), after: show(text) },
    };
  });
}

/** What stands before a change on its line; a word that would be cut, such as a field's name, whole. */
function leadOf(text: string, start: number): string {
  const line = /[^\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const from = Math.max(0, line.length - AROUND);
  const cut = /[A-Za-z]{1,20}$/.exec(line.slice(0, from));
  return cut && /^[A-Za-z]/.test(line.slice(from)) ? line.slice(cut.index) : line.slice(from);
}

/** Unseen characters by their code points, so that a reader sees what went. */
function visible(text: string): string {
  return text
    .replace(/\r\n|[\r\n]/g, '⏎')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?<=^)[\s\u3000]+$/gu, (char) => {
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${code}]`;
    });
}

/** The report of --fix in words; `place` gives a file as the reader opens it. */
export function reportFixes({ changed, left }: FixReport, place: (file: string) => string): string {
  const lines: string[] = [];
  for (const [file, changes] of changed) {
    const places = changes.reduce((sum, each) => sum + each.places, 0);
    lines.push(`${place(file)} 自动改了 ${places} 处：`, ...changes.map(changeLine));
  }
  for (const [file, reasons] of left) for (const reason of reasons) lines.push(`${place(file)}：${reason}。`);
  lines.push(
    changed.size === 0
      ? '没有可以自动改的，文件没有改动。'
      : `自动改了 ${changed.size} 个文件，请看一遍改动再提交。`,
  );
  return lines.join('\n');
}

function changeLine({ rule, line, places, before, after }: Change): string {
  const more = places > 1 ? `等 ${places} 处` : '';
  return `  第 ${line} 行“${before}”改为“${after}”${more}（规则 ${rule}）`;
}

/** A JSON report with what --fix did beside what remains. */
export function withFixes(report: string, { changed, left }: FixReport): string {
  const fixed = [...changed].map(([file, changes]) => ({ file, changes }));
  const unfixed = [...left].map(([file, reasons]) => ({ file, reasons: [...reasons] }));
  return JSON.stringify({ ...JSON.parse(report), fixed, unfixed }, null, 2);
}
