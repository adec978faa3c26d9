/** Columns that are empty, stale or have gaps. */
import { COLLECTION_LABELS, COLLECTIONS, type Collection } from '../core/collections.ts';
import type { LibraryDocument } from '../core/library.ts';
import { latestDay } from '../core/reached-day.ts';
import { pairReports } from '../core/report-pairs.ts';
import { buildSeries } from '../core/series.ts';
import type { InspectionCheck, InspectionFinding, InspectionReport } from '../schema/api.ts';
import { monthsLater } from './months.ts';

type ColumnState = InspectionReport['columns'][number];

/** Months after which a collection without a newer document counts as stale; one that is left out never does. */
export type StaleLimits = Partial<Record<Collection, number>>;

/** The three collections; `base` begins and ends with a slash. */
export function columnStates(
  documents: readonly LibraryDocument[],
  limits: StaleLimits,
  base: string,
): ColumnState[] {
  return COLLECTIONS.map((collection) => {
    const own = documents.filter((document) => document.collection === collection);
    const newest = latestDay(own.flatMap(({ issuedOn, publishedOn }) => [issuedOn, publishedOn])) || null;
    const months = limits[collection] ?? null;
    return {
      name: COLLECTION_LABELS[collection],
      url: `${base}${collection}/`,
      documents: own.length,
      newest,
      staleAfterMonths: months,
      staleFrom: newest !== null && months !== null ? monthsLater(newest, months) : null,
    };
  });
}

/** What is wrong with the columns as of a day; readers of a later day are told by the page's script. */
export function columnChecks(
  columns: readonly ColumnState[],
  documents: readonly LibraryDocument[],
  asOf: string,
): InspectionCheck[] {
  const group = '栏目';
  return [
    {
      ...{ id: 'empty-column', group, title: '空栏目', weight: 'fault' },
      mend: '收录这一类的文件（见帮助“怎样发布”）；暂时没有的，请勿对外开通。',
      findings: columns
        .filter(({ documents: count }) => count === 0)
        .map(({ name, url }) => ({ what: '一份文件也没有', url, label: name, cited: 0 })),
    },
    {
      ...{ id: 'stale-column', group, title: '更新不及时的栏目', weight: 'gap' },
      mend: '收录新的文件。没有新文件可收的，在来文处核实；期限在 src/site.config.ts 的 staleAfterMonths 里改。',
      findings: columns
        .filter(({ staleFrom }) => staleFrom !== null && asOf > staleFrom)
        .map(({ name, url, newest, staleAfterMonths }) => ({
          what: `最近一份是 ${newest}，到 ${asOf} 已超过 ${staleAfterMonths} 个月`,
          ...{ url, label: name, cited: 0 },
        })),
    },
    {
      ...{ id: 'series-gap', group, title: '历年系列中缺少的年度', weight: 'gap' },
      mend: '查找缺的那一年的文件补上；确实没有的不用改。',
      findings: gaps(documents),
    },
    {
      ...{ id: 'plan-without-summary', group, title: '没有对应总结的计划', weight: 'gap' },
      mend: '收录那一年的总结；总结的发文机关或时期写法不同的，在总结里写 relations 的 reportsOn。',
      findings: withoutSummary(documents),
    },
  ];
}

/** Years between the first and the last of a series that none of its members is about. */
function gaps(documents: readonly LibraryDocument[]): InspectionFinding[] {
  const all = new Set(buildSeries(documents).values());
  return [...all].flatMap((series) => {
    const years = new Set(series.flatMap((member) => member.years));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const missing = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
      (year) => !years.has(year),
    );
    const [member] = series;
    if (!member || missing.length === 0) return [];
    const { issuer, kind, url } = member;
    return [
      {
        what: `缺 ${missing.join('、')} 年`,
        url,
        label: `${issuer}的${kind}（${first}—${last}年）`,
        cited: 0,
      },
    ];
  });
}

function withoutSummary(documents: readonly LibraryDocument[]): InspectionFinding[] {
  const { summariesOf } = pairReports(documents);
  return documents
    .filter(({ id, collection }) => collection === 'plans' && !summariesOf.has(id))
    .map(({ title, url, period }) => ({
      what: period ? `没有${period}的总结` : '没有总结',
      ...{ url, label: title, cited: 0 },
    }));
}
