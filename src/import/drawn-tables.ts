import type { Finding } from './finding.ts';
import { LINE_BREAK } from './lines.ts';

const DRAWN = /[\u2500-\u257f]{2,}/;
/** A gap that sets columns apart, twice in a line: a tab, several spaces. */
const COLUMNS = /\S(?:\t+| {3,}|\u3000{2,})\S.*(?:\t+| {3,}|\u3000{2,})\S/;
const FEWEST_ROWS = 3;

/** Where a text draws a table with lines, tabs or spaces: it stays text, and a person should make it a table. */
export function drawnTableFindings(text: string): Finding[] {
  const lines = text.split(LINE_BREAK);
  const drawn = lines.findIndex((line) => DRAWN.test(line));
  const spaced = lines.findIndex((_, at) => {
    const run = lines.slice(at, at + FEWEST_ROWS);
    return run.length === FEWEST_ROWS && run.every((line) => COLUMNS.test(line));
  });
  return [...found(drawn, '制表线'), ...found(spaced, '空格或制表符')];
}

function found(at: number, how: string): Finding[] {
  if (at < 0) return [];
  const message = `从这里起像是用${how}排成的表格，照录为文字，没有转成表格；请对照原件改为表格`;
  return [{ kind: 'attention', line: at + 1, message }];
}
