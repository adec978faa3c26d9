/** A small library of a fictional office in which it is plain what a teacher would want to see first. */
import type { DocumentEntry } from '../../src/search/record.ts';
import type { SampleDocument } from './sample-site.ts';

type Written = Pick<DocumentEntry, 'id' | 'title'> &
  Partial<DocumentEntry> & {
    /** Lines of the body; one that begins with # is a heading. */
    readonly body: readonly string[];
  };

/** Sentences that say nothing of what is searched for. */
const FILLER = '各校要高度重视，加强领导，明确分工，落实责任，确保各项任务按时完成，取得实效。';

const WRITTEN: readonly Written[] = [
  {
    id: 'policies/moke',
    title: '关于开展磨课活动的通知',
    docNumber: '云教发〔2010〕65号',
    issuedOn: '2010-09-01',
    body: ['# 一、目的', '以磨课促进教师成长。', FILLER],
  },
  {
    id: 'policies/moke-repealed',
    title: '关于开展磨课活动的通知',
    docNumber: '云教发〔2007〕21号',
    issuedOn: '2007-03-01',
    status: '废止',
    body: ['# 一、目的', '以磨课促进教师成长。', FILLER],
  },
  {
    id: 'policies/changgui',
    title: '云岭区中小学教学常规（试行）',
    docNumber: '云教发〔2009〕67号',
    issuedOn: '2009-11-02',
    body: ['# 第一章 备课', FILLER, '# 第二章 作业批改', FILLER],
  },
  {
    id: 'policies/suzhi-2008',
    title: '学生综合素质评价实施方案',
    docNumber: '云教发〔2008〕12号',
    issuedOn: '2008-05-01',
    status: '废止',
    body: ['# 一、内容', `评价中提到磨课一次。${FILLER}`],
  },
  {
    id: 'policies/suzhi-2013',
    title: '学生综合素质评价实施方案（修订）',
    docNumber: '云教发〔2013〕4号',
    issuedOn: '2013-03-11',
    body: ['# 一、内容', FILLER],
  },
  {
    id: 'plans/2012',
    title: '云岭区教研室2012年工作计划',
    docNumber: '云教研字〔2012〕3号',
    issuedOn: '2012-02-20',
    body: [
      '# 一、磨课与合格课',
      FILLER,
      '# 二、教学常规检查',
      '依据云教发〔2009〕67号检查教学常规。',
      FILLER,
    ],
  },
  {
    id: 'plans/2011',
    title: '云岭区教研室2011年工作计划',
    docNumber: '云教研字〔2011〕4号',
    issuedOn: '2011-03-06',
    body: ['# 一、主要工作', `四月份组织磨课。${FILLER}`, `五月份验收合格课。${FILLER}`],
  },
  {
    id: 'plans/undated',
    title: '教研室学期工作计划',
    body: ['# 一、主要工作', `组织一次磨课。${FILLER}${FILLER}`],
  },
  {
    id: 'summaries/2011',
    title: '云岭区教研室2011年工作总结',
    issuedOn: '2011-12-28',
    body: [
      '# 一、主要成绩',
      '上半年磨课两轮，初中磨课九次，小学磨课八次，磨课记录已归档，磨课经验在全区推广，磨课成为常态。',
      '全年依据云教发〔2010〕65号开展工作。',
    ],
  },
  {
    id: 'summaries/2012',
    title: '云岭区教研室2012年工作总结',
    issuedOn: '2012-12-27',
    body: ['# 一、主要成绩', `组织磨课。${FILLER}${FILLER}${FILLER}`, `教学常规检查两次。${FILLER}`],
  },
];

function toEntry({ body: _, ...written }: Written): DocumentEntry {
  const collection = written.id.split('/')[0] ?? '';
  const year = Number(written.issuedOn?.slice(0, 4));
  return {
    ...{ docNumber: null, issuer: '云岭区教研室', level: '县级', kind: '通知', period: null, issuedOn: null },
    ...{ status: '现行有效', completeness: '全文', topics: [], years: year ? [year] : [] },
    ...{ collection, url: `/${written.id}/` },
    ...written,
  };
}

/** The library as pages. */
export const GOLDEN_LIBRARY: readonly SampleDocument[] = WRITTEN.map((written) => ({
  entry: toEntry(written),
  facts: [
    ['标题', written.title],
    ['发文字号', written.docNumber ?? '无'],
  ],
  body: written.body
    .map((line) => (line.startsWith('# ') ? `<h2>${line.slice(2)}</h2>` : `<p>${line}</p>`))
    .join(''),
  notes: '',
}));
