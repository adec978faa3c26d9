import { parseDocNumber } from '../core/docnumber.ts';
import { formatPeriod, type Period, parsePeriod } from '../core/period.ts';
import { foldDigits, yearOf } from './dates.ts';
import type { Evidence } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

const HAN_YEAR = '[〇○Ｏ◯零OoО0一二三四五六七八九]{4}';
const DASH = '\\s*[-—–－―~～至/／到]*\\s*';
const TERM =
  '(?:\\s*[（(]?\\s*第?\\s*([一二12上下])\\s*[)）]?\\s*(?:学期|半学期)[)）]?|\\s*[（(]([上下])[)）])';
/** 2011-2012学年度第一学期, 11—12学年, 二〇一一—二〇一二学年度, 2011—12学年（上）. */
const SCHOOL_YEAR = new RegExp(
  `(\\d{4}|${HAN_YEAR}|(?<!\\d)\\d{2})\\s*年?${DASH}(\\d{4}|${HAN_YEAR}|\\d{2})\\s*年?\\s*(?:学年度?|年度?(?=\\s*第?[一二12上下]\\s*学期))${TERM}?`,
);
/** 2012学年第一学期: the school year that begins in 2012. */
const ONE_YEAR = new RegExp(`(\\d{4}|${HAN_YEAR})\\s*学年度?${TERM}?`);
/** 2012年秋季学期. */
const SEASON = new RegExp(
  `(\\d{4}|${HAN_YEAR})\\s*年?\\s*(春|秋)季?\\s*(?:学期|期)?(?=学期|[^\\p{Script=Han}]|$|教|工|开|新)`,
  'u',
);
const HALF = new RegExp(
  `(\\d{4}|${HAN_YEAR})\\s*年度?\\s*(上半年|下半年|第?[一二三四1-4]季度|\\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?)`,
);
const YEAR = new RegExp(`(\\d{4}|${HAN_YEAR})\\s*年`);
/** 2012—2015年: more than a document of one year is about. */
const SPAN = new RegExp(
  `(\\d{4})\\s*年?${DASH.replace(']*', ']+')}(\\d{4})\\s*年(?!\\s*学年|度?\\s*第?[一二12上下]\\s*学期)`,
);

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
  const span = SPAN.exec(foldDigits(context.title));
  if (span && span[1] !== span[2])
    return unknownPeriod(`标题写“${span[0]}”，跨了几年，不是一年、一学年或一学期`);
  const named = periodIn(context.title);
  const numberYear = context.docNumber ? parseDocNumber(context.docNumber)?.year : undefined;
  if (named) return judgeTitlePeriod(named, numberYear, context);
  const first = context.lines[0];
  const stated = first && /^.{0,12}学年/.test(first.text) ? periodIn(first.text.slice(0, 40)) : undefined;
  if (first && stated) {
    const evidence = `正文开头“${stated.raw}”${stated.reason ?? ''}`;
    return {
      value: formatPeriod(stated.period),
      evidence,
      confidence: stated.reason ? '推断' : '原文写明',
      line: first.line,
    };
  }
  if (numberYear !== undefined) return fromNumber(numberYear, '标题没有年份');
  return unknownPeriod('标题、正文开头和发文字号都没有指明时期');
}

function unknownPeriod(evidence: string): Evidence {
  return { value: undefined, evidence, confidence: '未知', line: 0 };
}

function judgeTitlePeriod(
  named: FoundPeriod,
  numberYear: number | undefined,
  context: PeriodContext,
): Evidence {
  const { startYear, endYear } = named.period;
  if (numberYear !== undefined && (numberYear < startYear - 1 || numberYear > endYear + 1)) {
    return fromNumber(numberYear, `标题写“${named.raw}”，与发文字号的年份不合`);
  }
  const dated = context.issued ?? context.published;
  if (dated !== undefined && Number(dated.slice(0, 4)) < startYear - 1) {
    return unknownPeriod(`标题写“${named.raw}”，但文字在 ${dated} 已经发布，标题的年份不可信`);
  }
  return {
    value: formatPeriod(named.period),
    evidence: `标题中的“${named.raw}”${named.reason ?? ''}`,
    confidence: named.reason ? '推断' : '原文写明',
    line: 0,
  };
}

function fromNumber(year: number, reason: string): Evidence {
  const evidence = `${reason}，按发文字号的年份推断`;
  return { value: `${year}年`, evidence, confidence: '推断', line: 0 };
}

interface FoundPeriod {
  period: Period;
  raw: string;
  /** Why it is not quite what the words say. */
  reason?: string;
}

/** The period that a text names, in any of the ways in which offices write it. */
export function periodIn(text: string): FoundPeriod | undefined {
  const folded = foldDigits(text);
  return schoolYearIn(folded) ?? oneYearIn(folded) ?? seasonIn(folded) ?? halfIn(folded) ?? yearIn(folded);
}

function schoolYearIn(text: string): FoundPeriod | undefined {
  const match = SCHOOL_YEAR.exec(text);
  const [raw, first = '', second = ''] = match ?? [];
  if (!match || raw === undefined) return undefined;
  const start = fullYear(first);
  const end =
    second.length === 2 && start !== undefined
      ? Math.floor(start / 100) * 100 + Number(second)
      : yearOf(second);
  const period = schoolYear(start, end, match[3] ?? match[4]);
  if (!period) return undefined;
  const short = first.length === 2 || second.length === 2;
  return { period, raw: raw.trim(), ...(short ? { reason: '，年份只写了两位' } : {}) };
}

function oneYearIn(text: string): FoundPeriod | undefined {
  const match = ONE_YEAR.exec(text);
  // Behind a dash stands the second year of a school year that is none: 2012—2014学年.
  if (!match || /[-—–－~～至\d]\s*$/.test(text.slice(0, match.index))) return undefined;
  const start = yearOf(match[1] ?? '');
  const period = schoolYear(start, start === undefined ? undefined : start + 1, match[2] ?? match[3]);
  return period && { period, raw: match[0].trim(), reason: `，即 ${formatPeriod(period)}` };
}

/** An autumn term is the first of its school year, a spring term the second. */
function seasonIn(text: string): FoundPeriod | undefined {
  const match = SEASON.exec(text);
  const year = match ? yearOf(match[1] ?? '') : undefined;
  if (
    !match ||
    year === undefined ||
    !/学期|季/.test(text.slice(match.index, match.index + match[0].length + 2))
  )
    return undefined;
  const period = match[2] === '秋' ? schoolYear(year, year + 1, '一') : schoolYear(year - 1, year, '二');
  return period && { period, raw: match[0].trim(), reason: `，即 ${formatPeriod(period)}` };
}

/** A part of a year has no spelling of its own here. */
function halfIn(text: string): FoundPeriod | undefined {
  const match = HALF.exec(text);
  const period = match ? parsePeriod(`${yearOf(match[1] ?? '')}年`) : undefined;
  return match && period ? { period, raw: match[0], reason: '，所属时期只记到年' } : undefined;
}

function yearIn(text: string): FoundPeriod | undefined {
  const match = YEAR.exec(text);
  const period = match ? parsePeriod(`${yearOf(match[1] ?? '')}年`) : undefined;
  return match && period ? { period, raw: match[0] } : undefined;
}

function fullYear(digits: string): number | undefined {
  if (digits.length === 4) return yearOf(digits);
  return Number(digits) + (Number(digits) > 49 ? 1900 : 2000);
}

function schoolYear(
  start: number | undefined,
  end: number | undefined,
  term: string | undefined,
): Period | undefined {
  if (start === undefined || end === undefined) return undefined;
  const named = term === undefined ? '' : `第${/[一1上]/.test(term) ? '一' : '二'}学期`;
  return parsePeriod(`${start}—${end}学年${named}`);
}
