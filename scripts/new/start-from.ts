import type { Collection } from '../../src/core/collections.ts';
import { findYears, yearAfter } from '../../src/core/next-period.ts';
import { type Period, parsePeriod } from '../../src/core/period.ts';
import { type Original, planFromPlan, type ReviewItem, type Start } from '../../src/import/next-plan.ts';
import { summaryFromPlan } from '../../src/import/summary-outline.ts';
import { loadContent } from '../../src/load/content-fs.ts';
import { UsageError } from '../import/read-arguments.ts';
import { deadNotes } from './dead-notes.ts';
import { findOriginal, NoOriginal } from './find-original.ts';

/** What a new document begins with, and from which one it was made. */
export interface StartFrom extends Start {
  original: Original;
}

/**
 * Begins a document from a plan: next year's plan (or that of `period`), or the summary that reports on it.
 * @throws UsageError for a kind that can't be begun so, NoOriginal when the plan can't be taken.
 */
export async function startFrom(
  collection: Collection,
  asked: string,
  period: Period | undefined,
  dir: string,
): Promise<StartFrom> {
  if (collection === 'policies')
    throw new UsageError('发现 policy 带有 --from，应为 plan 或 summary：政策文件不由另一份起草。');
  const content = await loadContent(dir);
  const original = findOriginal(content, 'plans', asked, dir);
  if (collection === 'summaries') return { original, ...summaryFromPlan(original) };
  const from = periodOf(original);
  const to = period ?? (from && yearAfter(from));
  if (!from || !to) {
    throw new NoOriginal(
      `发现 ${original.id} 没有写所属时期（period），标题也看不出年份，应写明它是哪一年的。改法：在那份文件里补上 period，再运行这个命令。`,
    );
  }
  return { original, ...planFromPlan(original, from, to, deadNotes(content)) };
}

/** The time that a plan is about, by its frontmatter, else by the one year in its title. */
function periodOf({ data }: Original): Period | undefined {
  if (data.period !== undefined) return parsePeriod(data.period);
  const years = new Set(findYears(data.title).map(({ year }) => year));
  const [year] = years;
  return year === undefined || years.size > 1 ? undefined : parsePeriod(String(year));
}

/** File name for a document made from another, by its time: 2013-work-plan, 2012-2013-2-work-summary. */
export function nameByPeriod(collection: Collection, period: string): string | undefined {
  const parsed = parsePeriod(period);
  if (!parsed) return undefined;
  const { startYear, endYear, term } = parsed;
  const years = parsed.kind === 'year' ? [startYear] : [startYear, endYear];
  return [
    ...years,
    ...(term === undefined ? [] : [term]),
    `work-${collection === 'plans' ? 'plan' : 'summary'}`,
  ].join('-');
}

/** The remarks at the top of the new file. */
export function remarksOf({ original, review }: StartFrom): string[] {
  const { docNumber, title } = original.data;
  const items = review.map(({ text }) => `- ${text}`);
  return [
    `由《${title}》（${docNumber ?? original.id}）起草。以下各处请逐一核对，核对好一处删去一行：`,
    ...items,
  ];
}

/** The same for the screen, with the lines of the new file; `bodyLine` is the line on which its text begins. */
export function reviewLines(review: readonly ReviewItem[], bodyLine: number): string[] {
  return review.map(
    ({ text, line }) => `  ${line === undefined ? '' : `第 ${line + bodyLine - 1} 行：`}${text}`,
  );
}
