import { describe, expect, test } from 'vitest';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { type FieldProblem, judge } from '../../../src/schema/problems.ts';
import { agenciesSchema } from '../../../src/schema/registers.ts';

const PLAN = {
  title: '云岭区教研室2012年度工作计划',
  issuer: '云岭区教研室',
  kind: '工作计划',
  completeness: '全文',
};

function problems(change: Record<string, unknown>): FieldProblem[] {
  const judged = judge(DOCUMENT_SCHEMAS.plans, { ...PLAN, ...change });
  return judged.ok ? [] : judged.problems;
}

describe('judge', () => {
  test('accepts a plan and fills in what may be left out', () => {
    expect(judge(DOCUMENT_SCHEMAS.plans, PLAN)).toMatchObject({
      ok: true,
      data: { ...PLAN, topics: [], status: { name: '未核实' }, attachments: [], notes: [] },
    });
  });

  test('names every missing field at once, each with an example', () => {
    const judged = judge(DOCUMENT_SCHEMAS.plans, {});
    const found = judged.ok ? [] : judged.problems.map((problem) => problem.found);
    expect(found.sort()).toEqual([
      '没有写发文机关（issuer）',
      '没有写收录程度（completeness）',
      '没有写文种（kind）',
      '没有写标题（title）',
    ]);
  });

  test.each<[string, Record<string, unknown>, Partial<FieldProblem>]>([
    [
      'a misspelt field',
      { isuer: '甲' },
      { found: '不认识的字段 isuer', fix: '若是 issuer 的笔误，改为 issuer' },
    ],
    [
      'a field under its Chinese name',
      { 成文日期: '2012-02-20' },
      {
        found: '不认识的字段 成文日期',
        expected: '成文日期（issuedOn）',
        fix: '把“成文日期”改为 issuedOn',
      },
    ],
    [
      'a number in other brackets',
      { docNumber: '云教研字[2012]03号' },
      { found: '发文字号（docNumber）写的是“云教研字[2012]03号”', fix: '改为 云教研字〔2012〕3号' },
    ],
    [
      'a number for a title',
      { title: 2012 },
      { found: '标题（title）写的是数字 2012', fix: '值本身若没有错，给它加英文双引号：title: "2012"' },
    ],
    ['an empty title', { title: null }, { found: '标题（title）是空的' }],
    [
      'a day that does not exist',
      { issuedOn: '2012-02-30' },
      { found: '成文日期（issuedOn）写的是“2012-02-30”' },
    ],
    ['a school year of two years', { period: '2012-2014学年' }, { fix: '照样式改写，例如 period: 2012年' }],
    [
      'a topic that is no list',
      { topics: '课程改革' },
      { fix: '照样式改写，例如 topics: [课程改革, 教师培训]' },
    ],
    ['a bare status', { status: '废止' }, { path: ['status'], found: '有效性（status）写的是“废止”' }],
    [
      'a status without evidence',
      { status: { name: '废止' } },
      { found: '没有写有效性（status）的依据（basis）' },
    ],
    [
      'a misspelt field of a status',
      { status: { name: '废止', basis: '乙', chekedBy: '丙' } },
      { path: ['status', 'chekedBy'], fix: '若是 checkedBy 的笔误，改为 checkedBy' },
    ],
    [
      'a relation in other brackets',
      { relations: { implements: ['云教发[2011]5号'] } },
      { path: ['relations', 'implements', 0], fix: '改为 云教发〔2011〕5号' },
    ],
    [
      'an unknown relation',
      { relations: { implement: [] } },
      { fix: '若是 implements 的笔误，改为 implements' },
    ],
    [
      'a note without text',
      { notes: [{ field: 'title' }] },
      { found: '没有写编者注（notes）第 1 项的说明（text）' },
    ],
    [
      'a file outside public',
      { attachments: [{ title: '甲', file: '../a.docx' }] },
      { found: '附件（attachments）第 1 项的文件（file）写的是“../a.docx”' },
    ],
  ])('%s', (_name, change, expected) => {
    const all = problems(change);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject(expected);
  });

  test('an unknown field far from any is to be deleted, and its message stays short', () => {
    const [problem] = problems({ ['键'.repeat(100_000)]: 1 });
    expect(problem?.found.length).toBeLessThan(100);
    expect(problem?.fix).toMatch(/^删去这一行/);
  });

  test.each([[['甲']], ['标题：云岭区'], [3], [null]])(
    'frontmatter that is %j is one problem of the whole',
    (value) => {
      const judged = judge(DOCUMENT_SCHEMAS.plans, value);
      expect(judged.ok ? [] : judged.problems).toMatchObject([
        {
          path: [],
          found: expect.stringMatching(/^内容是(列表|文字|数字|空值)/),
          expected: '逐行写的“字段: 值”',
        },
      ]);
    },
  );

  test('a register that is no list is told to become one', () => {
    const judged = judge(agenciesSchema, '云教发');
    expect(judged.ok ? [] : judged.problems).toMatchObject([
      { path: [], expected: '条目的列表，每条以“- ”开头' },
    ]);
  });
});
