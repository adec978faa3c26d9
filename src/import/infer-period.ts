import { parseDocNumber } from '../core/docnumber.ts';
import { formatPeriod, type Period, parsePeriod } from '../core/period.ts';
import type { Evidence } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

const SCHOOL_YEAR = /(\d{4})\s*[-—–－~～至]*\s*(\d{4})\s*学年度?(?:\s*第?([一二12])学期)?/;
const YEAR = /(\d{4})\s*年/;

/** What the period is concluded from. Dates are ISO days. */
interface PeriodContext {
  title: string;
  docNumber: string | undefined;
  published: string | undefined;
  issued: string | undefined;
  lines: readonly SourceLine[];
}

/**
 * The period that a plan or summary is about: from the title unless its year is contradicted by the document's own
 * number or by an earlier publication, else from the first line of the text, else from the number. A contradicted
 * year is never trusted: better empty than wrong.
 */
export function inferPeriod(context: PeriodContext): Evidence {
  const named = periodIn(context.title);
  const numberYear = context.docNumber ? parseDocNumber(context.docNumber)?.year : undefined;
  if (named) return judgeTitlePeriod(named, numberYear, context);
  const first = context.lines[0];
  const stated = first && /^.{0,12}学年/.test(first.text) ? periodIn(first.text.slice(0, 40)) : undefined;
  if (first && stated) {
    const evidence = `正文开头“${stated.raw}”`;
    return { value: formatPeriod(stated.period), evidence, confidence: '原文写明', line: first.line };
  }
  if (numberYear !== undefined) return fromNumber(numberYear, '标题没有年份');
  return {
    value: undefined,
    evidence: '标题、正文开头和发文字号都没有指明时期',
    confidence: '未知',
    line: 0,
  };
}

function judgeTitlePeriod(
  named: FoundPeriod,
  numberYear: number | undefined,
  context: PeriodContext,
): Evidence {
  const { startYear, endYear } = named.period;
  const line = 0;
  if (numberYear !== undefined && (numberYear < startYear - 1 || numberYear > endYear + 1)) {
    return fromNumber(numberYear, `标题写“${named.raw}”，与发文字号的年份不合`);
  }
  const dated = context.issued ?? context.published;
  if (dated !== undefined && Number(dated.slice(0, 4)) < startYear - 1) {
    const evidence = `标题写“${named.raw}”，但文字在 ${dated} 已经发布，标题的年份不可信`;
    return { value: undefined, evidence, confidence: '未知', line };
  }
  return {
    value: formatPeriod(named.period),
    evidence: `标题中的“${named.raw}”`,
    confidence: '原文写明',
    line,
  };
}

function fromNumber(year: number, reason: string): Evidence {
  const evidence = `${reason}，按发文字号的年份推断`;
  return { value: `${year}年`, evidence, confidence: '推断', line: 0 };
}

interface FoundPeriod {
  period: Period;
  raw: string;
}

function periodIn(text: string): FoundPeriod | undefined {
  const school = SCHOOL_YEAR.exec(text);
  if (school) {
    const term = school[3] ? `第${school[3]}学期` : '';
    const period = parsePeriod(`${school[1]}—${school[2]}学年${term}`);
    if (period) return { period, raw: school[0] };
  }
  const year = YEAR.exec(text);
  const period = year && parsePeriod(`${year[1]}年`);
  return year && period ? { period, raw: year[0] } : undefined;
}
