/** Next year's plan from last year's: the same text as a starting point, the rest of the record begun anew. */
import { findDocNumbers } from '../core/docnumber.ts';
import { findYears, moveTitle, yearsAround } from '../core/next-period.ts';
import { formatPeriod, type Period } from '../core/period.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { SkeletonValues } from './skeleton.ts';

/** The document to begin from. */
export interface Original {
  id: string;
  data: DocumentData;
  body: string;
}

/** What a document begins with that is made from another, and what the editor has to look at. */
export interface Start {
  values: SkeletonValues;
  body: string;
  review: ReviewItem[];
}

/** Something to look at; `line` counts within the body, from 1, where it is about a place of it. */
export interface ReviewItem {
  text: string;
  line?: number;
}

/** What is said of a document that an original relies on and that is no longer in force; undefined for all others. */
export type DeadNote = (target: string) => string | undefined;

/** Fields that belong to the old paper alone, as the message names those that it had. */
const LEFT_BEHIND: readonly (keyof DocumentData)[] = ['attachments', 'effectiveOn', 'expiresOn'];
const WORDS: Partial<Record<keyof DocumentData, string>> = {
  attachments: '附件',
  effectiveOn: '施行日期',
  expiresOn: '有效期',
};

/**
 * The plan for the period `to` from one for `from`. Number, dates, source, status, aliases and editor's notes belong to the old
 * paper and stay behind; of its relations only what it implements is taken along. Its text is not changed: where it
 * names the old time, or what is dead by now, is told.
 */
export function planFromPlan(original: Original, from: Period, to: Period, deadNote: DeadNote): Start {
  const { data } = original;
  const { title, moved, strange } = moveTitle(data.title, from, to);
  const body = plainBody(original.body);
  const targets = data.relations?.implements ?? [];
  return {
    values: {
      ...{ title, issuer: data.issuer, kind: data.kind, period: formatPeriod(to), topics: data.topics },
      ...(targets.length > 0 ? { relations: { implements: [...targets] } } : {}),
    },
    body,
    review: [
      ...titleReview(data.title, moved, strange),
      ...relationReview(targets, deadNote),
      ...leftBehind(data),
      ...yearReview(body, yearsAround(from)),
      ...ownNumberReview(body, data.docNumber),
      ...citationReview(body, targets, deadNote),
    ],
  };
}

/** The text without the marks that tell what an editor supplied: in a new paper every word is the office's own. */
export function plainBody(body: string): string {
  return `${body.replace(/<\/?Supplied>/g, '').trim()}\n`;
}

function titleReview(old: string, moved: number, strange: readonly string[]): ReviewItem[] {
  const items = strange.map((year) => ({ text: `标题里的 ${year} 不是去年那份所属的年份，没有改` }));
  return moved > 0 ? items : [...items, { text: `标题照抄去年的“${old}”，没有可改的年份` }];
}

function relationReview(targets: readonly string[], deadNote: DeadNote): ReviewItem[] {
  if (targets.length === 0) return [];
  const dead = targets.flatMap((target) => {
    const note = deadNote(target);
    return note === undefined ? [] : { text: `贯彻（implements）的 ${target} ${note}` };
  });
  return [{ text: `贯彻（implements）照抄去年：${targets.join('、')}` }, ...dead];
}

function leftBehind(data: DocumentData): ReviewItem[] {
  const fields = LEFT_BEHIND.flatMap((field) => {
    const value = data[field];
    return value === undefined || (Array.isArray(value) && value.length === 0) ? [] : (WORDS[field] ?? []);
  });
  const dropped = Object.entries(data.relations ?? {}).some(
    ([kind, targets]) => kind !== 'implements' && targets !== undefined && targets.length > 0,
  );
  const names = dropped ? [...fields, '贯彻以外的文件关系'] : fields;
  return names.length === 0 ? [] : [{ text: `去年的${names.join('、')}没有带过来` }];
}

function yearReview(body: string, years: ReadonlySet<number>): ReviewItem[] {
  return body.split('\n').flatMap((text, index) =>
    findYears(text)
      .filter(({ year }) => years.has(year))
      .map(({ raw, start }) => ({
        text: `正文写着 ${raw}：“${around(text, start, raw.length)}”`,
        line: index + 1,
      })),
  );
}

/** Where the old paper's own number stands in its text, as below its title. */
function ownNumberReview(body: string, own: string | undefined): ReviewItem[] {
  return body.split('\n').flatMap((text, index) =>
    findDocNumbers(text)
      .filter(({ canonical }) => canonical === own)
      .map(({ raw }) => ({ text: `正文写着去年那份的文号 ${raw.replaceAll('\\', '')}`, line: index + 1 })),
  );
}

/** Citations of what is dead by now; what stands in the relations too is told there. */
function citationReview(body: string, told: readonly string[], deadNote: DeadNote): ReviewItem[] {
  const seen = new Set(told);
  return body.split('\n').flatMap((text, index) =>
    findDocNumbers(text).flatMap(({ canonical, raw }) => {
      const note = seen.has(canonical) ? undefined : deadNote(canonical);
      seen.add(canonical);
      return note === undefined
        ? []
        : { text: `正文引用的 ${raw.replaceAll('\\', '')} ${note}`, line: index + 1 };
    }),
  );
}

const REACH = 10;

/** A few characters to both sides of a place, on one line. */
function around(text: string, start: number, length: number): string {
  const end = start + length + REACH;
  const piece = text
    .slice(Math.max(0, start - REACH), end)
    .replaceAll('\\', '')
    .trim();
  return `${start > REACH ? '…' : ''}${piece}${end < text.length ? '…' : ''}`;
}
