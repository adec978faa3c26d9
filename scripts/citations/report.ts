import type { Comparison } from './compare.ts';
import type { Find } from './find-all.ts';

const meaning = ({ raw, means }: Find): string => (means === '' || means === raw ? raw : `${raw} → ${means}`);
const place = ({ file, line, kind }: Find): string => `${file}:${line} ${kind}`;
const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** What a comparison found, one line each, then the totals. */
export function reportComparison(
  { gained, lost, changed }: Comparison,
  totals: { texts: number; before: readonly Find[]; after: readonly Find[] },
): string {
  const lines = [
    ...gained.map((find) => `得到 ${place(find)} ${meaning(find)}｜${find.sentence}`),
    ...lost.map((find) => `失去 ${place(find)} ${meaning(find)}｜${find.sentence}`),
    ...changed.map(
      ({ before, after }) => `改变 ${place(after)} ${meaning(before)} ⇒ ${meaning(after)}｜${after.sentence}`,
    ),
  ].map(oneLine);
  const sum = `得到 ${gained.length} 处，失去 ${lost.length} 处，改变 ${changed.length} 处。`;
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    `读了 ${totals.texts} 份文本。原来：${count(totals.before)}；现在：${count(totals.after)}。`,
    sum,
  ].join('\n');
}

function count(finds: readonly Find[]): string {
  const numbers = finds.filter(({ kind }) => kind === '文号').length;
  return `${numbers} 处文号、${finds.length - numbers} 处题名`;
}

/** One find as a line of a snapshot. */
export function snapshotLine(find: Find): string {
  return oneLine(`${find.line} ${find.kind} ${meaning(find)}`);
}
