import { describe, expect, test } from 'vitest';
import type { LibraryDocument } from '../../../src/core/library.ts';
import { pairReports, planToCheck } from '../../../src/core/report-pairs.ts';
import { libraryDocument } from '../../support/library-document.ts';

const plan = (name: string, more: Partial<LibraryDocument> = {}): LibraryDocument =>
  libraryDocument(`plans/${name}`, { kind: '工作计划', period: '2012年', ...more });
const summary = (name: string, more: Partial<LibraryDocument> = {}): LibraryDocument =>
  libraryDocument(`summaries/${name}`, { kind: '工作总结', period: '2012年', ...more });

/** Each pair as `summary → plan`. */
function pairs(...documents: LibraryDocument[]): string[] {
  const { plansOf, summariesOf } = pairReports(documents);
  const forward = [...plansOf].flatMap(([id, plans]) => plans.map((each) => `${id} → ${each.id}`));
  const back = [...summariesOf].flatMap(([id, all]) => all.map((each) => `${each.id} → ${id}`));
  expect(back.sort()).toEqual([...forward].sort());
  return forward;
}

describe('pairReports', () => {
  test('pairs by what the summary says, by number or id, whatever the periods', () => {
    const numbered = plan('a', { docNumber: '云教研字〔2011〕3号', period: '2011年' });
    expect(pairs(numbered, summary('s', { relations: { reportsOn: ['云教研字〔2011〕3号'] } }))).toEqual([
      'summaries/s → plans/a',
    ]);
    expect(pairs(numbered, summary('s', { relations: { reportsOn: ['plans/a'] } }))).toEqual([
      'summaries/s → plans/a',
    ]);
  });

  test('pairs the only plan and the only summary of an issuer and period', () => {
    expect(pairs(plan('a'), summary('s'))).toEqual(['summaries/s → plans/a']);
    expect(pairs(plan('a'), summary('s', { issuer: '云岭区教育局' }))).toEqual([]);
    expect(pairs(plan('a'), summary('s', { period: '2013年' }))).toEqual([]);
    expect(pairs(plan('a', { period: null }), summary('s', { period: null }))).toEqual([]);
    expect(pairs(plan('a', { issuer: '未署名' }), summary('s', { issuer: '未署名' }))).toEqual([]);
  });

  test('what is ambiguous is not paired', () => {
    expect(pairs(plan('a'), plan('b'), summary('s'))).toEqual([]);
    expect(pairs(plan('a'), summary('s'), summary('t'))).toEqual([]);
    const twins = [
      plan('a', { docNumber: '云教研字〔2012〕3号' }),
      plan('b', { docNumber: '云教研字〔2012〕3号' }),
    ];
    expect(pairs(...twins, summary('s', { relations: { reportsOn: ['云教研字〔2012〕3号'] } }))).toEqual([]);
  });

  test('what leads to a plan and to a policy alike is ambiguous, and what leads to a policy is no plan', () => {
    const number = '云教研字〔2012〕3号';
    const policy = libraryDocument('policies/p', { docNumber: number });
    const stated = summary('s', { relations: { reportsOn: [number] } });
    expect(pairs(plan('a', { docNumber: number }), policy, stated)).toEqual([]);
    expect(pairs(policy, stated)).toEqual([]);
  });

  test('a plan that is named twice is paired once', () => {
    const numbered = plan('a', { docNumber: '云教研字〔2012〕3号' });
    const stated = summary('s', { relations: { reportsOn: ['plans/a', '云教研字〔2012〕3号'] } });
    expect(pairs(numbered, stated)).toEqual(['summaries/s → plans/a']);
  });

  test('what a summary says goes before what can be concluded', () => {
    const stated = summary('s', { relations: { reportsOn: ['云教研字〔2009〕9号'] } });
    expect(pairs(plan('a'), stated)).toEqual([]);
    const special = plan('b', { period: '2011年' });
    expect(pairs(plan('a'), special, summary('s', { relations: { reportsOn: ['plans/b'] } }))).toEqual([
      'summaries/s → plans/b',
    ]);
    // The plan is spoken for by a summary of another period.
    const other = summary('t', { period: '2013年', relations: { reportsOn: ['plans/a'] } });
    expect(pairs(plan('a'), summary('s'), other)).toEqual(['summaries/t → plans/a']);
  });
});

test('a plan is looked for in a summary only if it is one and both have a text', () => {
  const check = (own: LibraryDocument, ...others: LibraryDocument[]): string | undefined =>
    planToCheck(own, pairReports([own, ...others]))?.id;
  expect(check(summary('s'), plan('a'))).toBe('plans/a');
  expect(check(summary('s'), plan('a', { completeness: '题录' }))).toBeUndefined();
  expect(check(summary('s', { completeness: '题录' }), plan('a'))).toBeUndefined();
  const both = summary('s', { relations: { reportsOn: ['plans/a', 'plans/b'] } });
  expect(check(both, plan('a'), plan('b'))).toBeUndefined();
});
