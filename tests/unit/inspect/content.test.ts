import { describe, expect, it } from 'vitest';
import { addressCheck } from '../../../src/inspect/citations.ts';
import { columnChecks, columnStates } from '../../../src/inspect/columns.ts';
import { documentChecks } from '../../../src/inspect/documents.ts';
import { monthsLater } from '../../../src/inspect/months.ts';
import { libraryDocument } from '../../support/library-document.ts';

const plan = (year: number, more = {}) =>
  libraryDocument(`plans/${year}`, {
    ...{ kind: '工作计划', period: `${year}年`, years: [year], issuedOn: `${year}-02-20`, ...more },
  });
const summary = (year: number) =>
  libraryDocument(`summaries/${year}`, { kind: '工作总结', period: `${year}年`, years: [year] });
const found = (checks: readonly { id: string; findings: readonly { what: string }[] }[], id: string) =>
  checks.find((check) => check.id === id)?.findings.map(({ what }) => what);

describe('monthsLater', () => {
  it.each([
    ['2012-02-20', 12, '2013-02-20'],
    ['2012-08-31', 6, '2013-02-28'],
    ['2011-08-31', 6, '2012-02-29'],
    ['2012-12-01', 1, '2013-01-01'],
  ])('of %s, %i months on, is %s', (day, months, expected) => {
    expect(monthsLater(day, months)).toBe(expected);
  });
});

describe('the inspection of columns', () => {
  const documents = [plan(2011), plan(2013), plan(2014), summary(2011), summary(2013)];
  const columns = columnStates(documents, { plans: 12, policies: 6 }, '/wenku/');
  const checks = columnChecks(columns, documents, '2015-02-21');

  it('counts, dates and limits each', () => {
    expect(columns[0]).toEqual({
      ...{ name: '工作计划', url: '/wenku/plans/', documents: 3, newest: '2014-02-20' },
      ...{ staleAfterMonths: 12, staleFrom: '2015-02-20' },
    });
    expect(columns[1]).toMatchObject({ newest: null, staleAfterMonths: null, staleFrom: null });
  });

  it('finds the empty and the stale, one day after its limit and not on it', () => {
    expect(found(checks, 'empty-column')).toEqual(['一份文件也没有']);
    expect(found(checks, 'stale-column')).toEqual(['最近一份是 2014-02-20，到 2015-02-21 已超过 12 个月']);
    expect(found(columnChecks(columns, documents, '2015-02-20'), 'stale-column')).toEqual([]);
  });

  it('finds years that a series leaves out, and plans that no summary reports on', () => {
    expect(found(checks, 'series-gap')).toEqual(['缺 2012 年', '缺 2012 年']);
    expect(found(checks, 'plan-without-summary')).toEqual(['没有2014年的总结']);
  });
});

describe('the inspection of records', () => {
  const full = libraryDocument('plans/full', {
    ...{ docNumber: '云教研字〔2012〕3号', issuedOn: '2012-02-20', publishedOn: '2012-02-21' },
    ...{ topics: ['听课'], status: '现行有效' },
  });
  const bare = libraryDocument('policies/bare', { issuer: '未署名', completeness: '题录' });

  it('finds nothing in a full one', () => {
    const checks = documentChecks([{ document: full, hasSource: true, cited: 0 }]);
    expect(checks.every(({ findings }) => findings.length === 0)).toBe(true);
    expect(checks.every(({ mend }) => mend.endsWith('。'))).toBe(true);
  });

  it('names all that another lacks, what is cited most first', () => {
    const checks = documentChecks([
      { document: { ...full, status: '未核实' }, hasSource: true, cited: 1 },
      { document: bare, hasSource: false, cited: 5 },
    ]);
    expect(checks.filter(({ findings }) => findings.length > 0).map(({ id }) => id)).toEqual([
      ...['unverified', 'no-text', 'no-date', 'unsigned', 'no-number', 'no-topic', 'no-source'],
    ]);
    expect(checks[0]?.findings.map(({ url, cited }) => [url, cited])).toEqual([
      ['/policies/bare/', 5],
      ['/plans/full/', 1],
    ]);
  });

  it('names the documents whose address nobody keeps', () => {
    const { findings } = addressCheck([full, bare], new Set(['/plans/full/']));
    expect(findings.map(({ url }) => url)).toEqual(['/policies/bare/']);
  });
});
