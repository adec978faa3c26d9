import type { Collection } from '../../core/collections.ts';
import { type DocNumber, parseDocNumber } from '../../core/docnumber.ts';
import { type Period, parsePeriod } from '../../core/period.ts';
import type { DocumentData } from '../../schema/documents.ts';
import { defineDocumentRule, type Finding } from '../rule.ts';

const FIELDS = ['docNumber', 'issuedOn', 'period', 'title'] as const;
type YearField = (typeof FIELDS)[number];
type Conflict = Pick<Finding, 'found' | 'expected'> & { field: YearField; fields: readonly YearField[] };

/**
 * Years in a document's number, date, period and title that don't fit together. An editor's note on one of the
 * fields concerned explains the conflict and silences the rule: old papers do contradict themselves.
 */
export default defineDocumentRule({
  id: 'year-conflict',
  severity: 'warning',
  *check({ source, data }) {
    const explained = new Set(data.notes?.map((note) => note.field));
    for (const { field, fields, found, expected } of conflicts(source.collection, data)) {
      if (fields.some((name) => explained.has(name))) continue;
      const fix = `核对原件，改正写错的一处；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: ${field} }`;
      yield { file: source.file, line: source.lineOf([field]), found, expected, fix };
    }
  },
});

function conflicts(collection: Collection, data: Partial<DocumentData>): Conflict[] {
  const number = data.docNumber ? parseDocNumber(data.docNumber) : undefined;
  const period = data.period ? parsePeriod(data.period) : undefined;
  return [
    numberAgainstDate(number, data),
    numberAgainstPeriod(number, period, data),
    titleAgainstPeriod(collection, period, data),
    titleAgainstTerm(collection, period, data),
  ].filter((conflict) => conflict !== undefined);
}

function yearOf(isoDay: string | undefined): number | undefined {
  return isoDay === undefined ? undefined : Number(isoDay.slice(0, 4));
}

function numberAgainstDate(
  number: DocNumber | undefined,
  { docNumber, issuedOn }: Partial<DocumentData>,
): Conflict | undefined {
  const issued = yearOf(issuedOn);
  if (number?.year === undefined || issued === undefined || issued === number.year) return undefined;
  return {
    field: 'docNumber',
    fields: ['docNumber', 'issuedOn'],
    found: `文号 ${docNumber} 的年份是 ${number.year}，成文日期 ${issuedOn} 却在 ${issued} 年`,
    expected: '文号年份与成文日期同年',
  };
}

/** A plan may be issued in the December before its year and a summary in the January after: then the date says so. */
function numberAgainstPeriod(
  number: DocNumber | undefined,
  period: Period | undefined,
  data: Partial<DocumentData>,
): Conflict | undefined {
  if (number?.year === undefined || !period || within(number.year, period)) return undefined;
  const dated = yearOf(data.issuedOn) === number.year;
  if (dated && (within(number.year + 1, period) || within(number.year - 1, period))) return undefined;
  return {
    field: 'docNumber',
    fields: ['docNumber', 'period'],
    found: `文号 ${data.docNumber} 的年份是 ${number.year}，所属时期却是 ${data.period}`,
    expected: '文号年份在所属时期之内',
  };
}

/** Only plans and summaries are named after their period; a policy's title may speak of any year. */
function titleAgainstPeriod(
  collection: Collection,
  period: Period | undefined,
  data: Partial<DocumentData>,
): Conflict | undefined {
  const years = yearsIn(data.title ?? '');
  if (collection === 'policies' || !period || years.length === 0) return undefined;
  if (years.some((year) => within(year, period))) return undefined;
  return {
    field: 'title',
    fields: ['title', 'period'],
    found: `标题里的年份是 ${years.join('、')}，所属时期却是 ${data.period}`,
    expected: '标题的年份在所属时期之内',
  };
}

/** Years of a title, in Arabic or Chinese digits. */
function yearsIn(title: string): number[] {
  const plain = title
    .normalize('NFKC')
    .replace(/[一二][〇零○一二三四五六七八九]{3}(?=[年—至-])/g, (year) =>
      [...year].map((digit) => '〇一二三四五六七八九'.indexOf(/[零○]/.test(digit) ? '〇' : digit)).join(''),
    );
  return [...plain.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => Number(match[1]));
}

/** 第一学期 in the title and 第二学期 in the period: a plan copied from the last one. */
function titleAgainstTerm(
  collection: Collection,
  period: Period | undefined,
  { title = '', period: given }: Partial<DocumentData>,
): Conflict | undefined {
  const term = /第([一二12])学期/.exec(title.normalize('NFKC'))?.[1];
  if (collection === 'policies' || term === undefined || period?.term === undefined) return undefined;
  if ((/[一1]/.test(term) ? 1 : 2) === period.term) return undefined;
  return {
    ...{ field: 'title', fields: ['title', 'period'], expected: '标题的学期就是所属时期的学期' },
    found: `标题里是第${term}学期，所属时期却是 ${given}`,
  };
}

function within(year: number, period: Period): boolean {
  return year >= period.startYear && year <= period.endYear;
}
