import type { SourceLine } from '../manuscript.ts';
import type { Reader } from './reader.ts';

/** Empty paragraphs that may stand between the word 目录 and the contents. */
const BETWEEN = 3;

/** Says that the contents, which begin in a paragraph, are left out. */
export function reportContents({ report, contents }: Reader, line: number): void {
  contents.add(line);
  report.add('changed', line, '目录', '目录是自动生成的，没有收入：网站会自己生成目录');
}

/** Leaves out the word 目录 above contents that have been left out. */
export function withoutContentsHeading(
  lines: readonly SourceLine[],
  { report, contents }: Reader,
): SourceLine[] {
  return lines.filter(({ text, line }) => {
    const isHeading =
      /^目[\s\u3000]*[录次]$/.test(text) &&
      [...contents].some((begin) => begin >= line && begin - line <= BETWEEN);
    if (isHeading) report.drop('目录', line, text);
    return !isHeading;
  });
}
