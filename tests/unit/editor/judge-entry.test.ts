import { describe, expect, it } from 'vitest';
import { readEntry, writeEntry } from '../../../src/editor/entry-format.ts';
import { documentProblems, fileNameOf } from '../../../src/editor/judge-entry.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { judge } from '../../../src/schema/problems.ts';
import { parseSource } from '../../../src/schema/source.ts';

const plan = {
  title: '云岭区教研室2012年度工作计划',
  issuer: '云岭区教研室',
  kind: '工作计划',
  completeness: '全文',
  status: { name: '未核实', date: '', basis: '' },
};

describe('a form before it is saved', () => {
  it('is fine when the check would find nothing', () => {
    expect(documentProblems('plans', plan)).toEqual([]);
    expect(
      documentProblems('plans', { ...plan, docNumber: '', topics: [], notes: [{}], period: '2012年' }),
    ).toEqual([]);
  });

  it('is told of everything at once, in the words of the check', () => {
    const wrong = {
      ...plan,
      title: '',
      docNumber: '云教研字[2012]03号',
      kind: '通知',
      status: { name: '废止' },
    };
    const problems = documentProblems('plans', wrong);
    expect(problems).toHaveLength(4);
    for (const problem of problems) expect(problem).toMatch(/^发现.*应为.*改法：.*。$/);
    expect(problems.join()).toContain('改为 云教研字〔2012〕3号');
  });

  it('says of a file what the check says of it when it is saved', () => {
    const wrong = { ...plan, docNumber: '云教研字[2012]03号', publishedOn: '2012-02-30' };
    const saved = parseSource('plans', '', writeEntry(wrong));
    const judged = judge(DOCUMENT_SCHEMAS.plans, saved.frontmatter);
    expect(judged.ok ? [] : judged.problems.map(({ found }) => found)).toEqual(
      documentProblems('plans', wrong).map((problem) => /^发现(.*?)，应为/.exec(problem)?.[1]),
    );
    expect(documentProblems('plans', readEntry(writeEntry(wrong)))).toEqual(documentProblems('plans', wrong));
  });
});

describe('a new document’s file', () => {
  it.each([
    [{ ...plan, docNumber: '云教研字〔2012〕3号' }, 'yunjiaoyanzi-2012-3'],
    [plan, 'yunlingqujiaoyanshi-2012-niandugongzuojihua'],
    [{ ...plan, title: '《》' }, 'plans'],
    [{ ...plan, docNumber: '没有' }, 'yunlingqujiaoyanshi-2012-niandugongzuojihua'],
  ])('is named as the import would name it', (values, name) => {
    expect(fileNameOf('plans', values)).toBe(name);
    expect(name).toMatch(/^[a-z0-9-]{1,60}$/);
  });
});
