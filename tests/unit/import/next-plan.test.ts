import { describe, expect, it } from 'vitest';
import { yearAfter } from '../../../src/core/next-period.ts';
import { parsePeriod } from '../../../src/core/period.ts';
import { type Original, planFromPlan, type Start } from '../../../src/import/next-plan.ts';
import { summaryFromPlan } from '../../../src/import/summary-outline.ts';
import { planSchema } from '../../../src/schema/documents.ts';

const FIELDS = {
  ...{ title: '云岭区教研室2012年度工作计划', docNumber: '云教研字〔2012〕3号', issuer: '云岭区教研室' },
  ...{
    kind: '工作计划',
    period: '2012年',
    topics: ['听课评课'],
    completeness: '全文',
    issuedOn: '2012-02-20',
  },
  ...{ status: '未核实', printedAs: '云教研字[2012]03号', aliases: ['plans/old'] },
  relations: { implements: ['云教发〔2011〕5号', '云教发〔2008〕2号'], attaches: ['plans/list'] },
  attachments: [{ title: '登记表', file: 'files/a.docx' }],
  source: { file: '2012.docx' },
  notes: [{ text: '存档本。' }],
};

function original(body: string, change: object = {}): Original {
  return { id: 'plans/yunjiaoyanzi-2012-3', data: planSchema.parse({ ...FIELDS, ...change }), body };
}

function nextYear(from: Original): Start {
  const period = parsePeriod(from.data.period ?? '');
  if (!period) throw new Error('no period');
  const dead = (target: string) => (target === '云教发〔2008〕2号' ? '已废止' : undefined);
  return planFromPlan(from, period, yearAfter(period), dead);
}

describe('next year’s plan', () => {
  it('takes along title, issuer, kind, topics and what it implements, and nothing that is the old paper’s own', () => {
    expect(nextYear(original('一、目标。\n')).values).toEqual({
      ...{
        title: '云岭区教研室2013年度工作计划',
        issuer: '云岭区教研室',
        kind: '工作计划',
        period: '2013年',
      },
      topics: ['听课评课'],
      relations: { implements: ['云教发〔2011〕5号', '云教发〔2008〕2号'] },
    });
  });

  it('leaves the text as it is but for the marks of supplied words, and tells where it speaks of the old time', () => {
    const body =
      '现将2012年度工作安排如下。\n\n## <Supplied>（</Supplied>一）目标\n\n1\\.依据云教发〔2012〕9号，比2011年提高。\n\n2\\.到2020年完成。\n';
    const { body: text, review } = nextYear(original(body));
    expect(text).toBe(body.replace('<Supplied>（</Supplied>', '（'));
    expect(review.filter(({ line }) => line !== undefined)).toEqual([
      { text: '正文写着 2012：“现将2012年度工作安排如下。”', line: 1 },
      { text: '正文写着 2011：“…〔2012〕9号，比2011年提高。”', line: 5 },
    ]);
  });

  it('tells where the old paper’s own number stands in the text', () => {
    const { review } = nextYear(original('云教研字\\[2012]3号\n\n见云教发〔2012〕9号。\n'));
    expect(review.filter(({ line }) => line !== undefined)).toEqual([
      { text: '正文写着去年那份的文号 云教研字[2012]3号', line: 1 },
    ]);
  });

  it('marks what is dead by now, in relations and in the text, and says what stayed behind', () => {
    const { review } = nextYear(original('1\\.按云教发〔2008〕2号办。\n'));
    expect(review.map(({ text }) => text)).toEqual([
      '贯彻（implements）照抄去年：云教发〔2011〕5号、云教发〔2008〕2号',
      '贯彻（implements）的 云教发〔2008〕2号 已废止',
      '去年的附件、贯彻以外的文件关系没有带过来',
    ]);
    const cited = nextYear(original('1\\.按云教发〔2008〕2号办。\n', { relations: {}, attachments: [] }));
    expect(cited.review).toEqual([{ text: '正文引用的 云教发〔2008〕2号 已废止', line: 1 }]);
    expect(cited.values.relations).toBeUndefined();
  });

  it('says when the title has no year to move', () => {
    const { values, review } = nextYear(original('一、目标。\n', { title: '云岭区2023年度工作计划' }));
    expect(values.title).toBe('云岭区2023年度工作计划');
    expect(review.slice(0, 2).map(({ text }) => text)).toEqual([
      '标题里的 2023 不是去年那份所属的年份，没有改',
      '标题照抄去年的“云岭区2023年度工作计划”，没有可改的年份',
    ]);
  });
});

describe('a summary from its plan', () => {
  it('reports on the plan, about the same time, with the kind that answers to the plan’s', () => {
    expect(summaryFromPlan(original('一、目标。\n')).values).toEqual({
      ...{
        title: '云岭区教研室2012年度工作总结',
        issuer: '云岭区教研室',
        kind: '工作总结',
        period: '2012年',
      },
      topics: ['听课评课'],
      relations: { reportsOn: ['云教研字〔2012〕3号'] },
    });
    const special = { kind: '实施方案', title: '磨课活动方案', docNumber: undefined };
    expect(summaryFromPlan(original('一、目标。\n', special)).values).toMatchObject({
      ...{ title: '磨课活动总结', kind: '专项总结' },
      relations: { reportsOn: ['plans/yunjiaoyanzi-2012-3'] },
    });
  });

  it('keeps the headings and asks under each measure; greetings, tables, pictures, notes and signatures are left out', () => {
    const body = [
      ...['各学校：', '安排如下。', '## 一、目标', '引言。', '1\\.听课[^1]。', '2\\.磨课，\n分两步。'],
      ...[
        '## 二、安排',
        '| 月份 |\n| --- |',
        '## 三、要求',
        '### （一）落实',
        '![图](/files/a.png)',
        '各校负责。',
      ],
      ...['云岭区教研室', '2012年2月20日', '[^1]: 注。'],
    ].join('\n\n');
    expect(summaryFromPlan(original(body)).body).toBe(
      `${[
        ...['## 一、目标', '> 计划：1\\.听课。', '（待写：完成情况）'],
        ...['> 计划：2\\.磨课，\n> 分两步。', '（待写：完成情况）', '## 二、安排', '（待写：完成情况）'],
        ...['## 三、要求', '### （一）落实', '> 计划：各校负责。', '（待写：完成情况）'],
      ].join('\n\n')}\n`,
    );
  });

  it('asks under each paragraph of a plan without headings', () => {
    expect(summaryFromPlan(original('听课。\n\n磨课。\n')).body).toBe(
      '> 计划：听课。\n\n（待写：完成情况）\n\n> 计划：磨课。\n\n（待写：完成情况）\n',
    );
  });
});
