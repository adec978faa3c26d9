import type { Finding } from './finding.ts';
import type { SourceLine } from './manuscript.ts';
import { numberingOf } from './numbering.ts';
import { kindOfTitle } from './title-kinds.ts';

/** Lines of one file, cut into the documents that it holds. */
export interface SplitLines {
  documents: SourceLine[][];
  findings: Finding[];
}

/**
 * A file of collected working papers holds several documents one after the other. It is cut before a line that is
 * evidently the title of a plan or summary, and only in a file that itself begins with such a title: a notice that
 * carries a plan stays whole, with a finding.
 */
export function splitDocuments(lines: readonly SourceLine[]): SplitLines {
  const titles = lines.flatMap((_, index) => (isLaterTitle(lines, index) ? [index] : []));
  const collected = lines[0] !== undefined && isWorkingTitle(lines[0].text);
  const starts = titles.filter((index) => collected && namesOffice(lines[index]?.text ?? ''));
  const bounds = [0, ...starts, lines.length];
  const findings = titles.map((index): Finding => {
    const { text, line } = lines[index] ?? { text: '', line: 0 };
    return starts.includes(index)
      ? { kind: 'guessed', line, message: `“${text}”是另一份文件的标题，从这一行起拆为单独一份` }
      : {
          kind: 'attention',
          line,
          message: `“${text}”像是标题。未拆分：如确是另一份文件，请把源文件拆开后分别导入`,
        };
  });
  return {
    documents: bounds.slice(0, -1).map((start, index) => lines.slice(start, bounds[index + 1])),
    findings,
  };
}

/** A title that names an office, and not a part of the text such as 下一步工作计划. */
function namesOffice(text: string): boolean {
  return (
    /[室局校院园委办科处组部会]|中心/.test(text) &&
    !/下一?步|下一?阶段|今后|[明来下]一?年|下一?学期|下半年/.test(text)
  );
}

/** A short unpunctuated line that ends in 计划, 总结 or the like. */
function isWorkingTitle(text: string): boolean {
  if (text.length > 40 || /[，。；：！？、,;:!?]/.test(text) || numberingOf(text)) return false;
  const named = kindOfTitle(text);
  return (
    named !== undefined &&
    named.collection !== 'policies' &&
    /(?:计划|总结|工作要点|工作报告)$/.test(named.evidence)
  );
}

/** A working title in the middle of a file: after a finished sentence, before a text, and in no list of attachments. */
function isLaterTitle(lines: readonly SourceLine[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  const after = lines[index + 1];
  if (!line || !before || !after || !isWorkingTitle(line.text)) return false;
  if (!/(?:[。！？”）)…]|\.{3}|日)$/.test(before.text)) return false;
  const attached = lines.slice(Math.max(0, index - 3), index).some(({ text }) => text.startsWith('附'));
  return !attached && !isWorkingTitle(after.text);
}
