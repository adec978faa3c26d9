import * as z from 'zod';
import type { Collection } from '../core/collections.ts';
import {
  attachment,
  completeness,
  docNumber,
  documented,
  documentName,
  isoDate,
  line,
  note,
  period,
  relations,
  source,
  status,
} from './fields.ts';
import { PLAN_KINDS, POLICY_KINDS, SUMMARY_KINDS } from './kinds.ts';

/** Fields that every document has, whatever its collection. Unknown keys are errors: a typing slip must not pass silently. */
const shared = {
  title: documented(line, {
    label: '标题',
    help: '文件的完整标题，照原文，不加书名号。原文标题未知的题录写文号加“（标题待考）”。',
    example: '云岭区教研室2012年度工作计划',
    expected: '一行不为空的文字',
  }),
  docNumber: documented(docNumber.optional(), {
    label: '发文字号',
    help: '规范写法：机关代字、六角括号中的四位年份、不补零的序号和“号”。没有文号的文件省去这一行。',
    example: '云教研字〔2012〕3号',
    expected: '规范的发文字号，如 云教研字〔2012〕3号',
  }),
  printedAs: documented(line.optional(), {
    label: '原文印作',
    help: '原件上文号的印法与规范写法不同时，照录原样。',
    example: '云教研字[2012]03号',
    expected: '一行不为空的文字',
  }),
  issuer: documented(line, {
    label: '发文机关',
    help: '发文机关的全称或规范化简称；来源没有署名时写“未署名”，由他处推断的另加一条 inferred 说明。',
    example: '云岭区教研室',
    expected: '一行不为空的文字',
  }),
  issuedOn: documented(isoDate.optional(), {
    label: '成文日期',
    help: '文件落款的日期。来源没有写明就省去，不要推测。',
    example: '"2012-02-20"',
    expected: '真实存在的日期，写作 2012-02-20 的样子',
  }),
  publishedOn: documented(isoDate.optional(), {
    label: '发布日期',
    help: '文件在来源处公开发布的日期。',
    example: '"2012-02-27"',
    expected: '真实存在的日期，写作 2012-02-20 的样子',
  }),
  effectiveOn: documented(isoDate.optional(), {
    label: '施行日期',
    help: '文件写明自何日起施行，与成文日期不同时才填。未到这一天的，网站标为尚未生效；它废止、修改别的文件，也从这一天算起。',
    example: '"2012-09-01"',
    expected: '真实存在的日期，写作 2012-02-20 的样子',
  }),
  expiresOn: documented(isoDate.optional(), {
    label: '有效期至',
    help: '文件写明有效期的，填有效的最后一天；过了这一天，网站标为失效。写“有效期五年”的，由施行日期推算，另加一条 inferred 说明。',
    example: '"2017-08-31"',
    expected: '真实存在的日期，写作 2012-02-20 的样子',
  }),
  period: documented(period.optional(), {
    label: '所属时期',
    help: '计划、总结所说的时期：年、学年或学期。写法：2012年、2012—2013学年、2012—2013学年第一学期。',
    example: '2012年',
    expected: '年、学年或学期，如 2012年、2012—2013学年、2012—2013学年第一学期（学年须为相连两年）',
  }),
  topics: documented(z.array(line).default([]), {
    label: '主题',
    help: '从 topics.yml 中选取的主题名，可多个，也可为空。',
    example: '[课程改革, 教师培训]',
    expected: '主题名的列表，如 [课程改革, 教师培训]',
  }),
  status: documented(status.default({ name: '未核实' }), {
    label: '有效性',
    help: '未核实可单独写；其他状态须写明 name、basis（依据的文号或说明），能查到的写 date 与 checkedBy（核对的科室）。',
    example: '{ name: 废止, date: "2015-06-01", basis: 云教发〔2015〕9号 }',
    expected: '未核实，或 { name: 现行有效/已修改/部分失效/废止/失效/尚未生效, basis: 依据 }',
  }),
  completeness: documented(completeness, {
    label: '收录程度',
    help: '全文：正文完整；摘录：只有一部分；题录：只有著录信息，没有正文。',
    example: '全文',
    expected: '全文、摘录、题录之一',
  }),
  draft: documented(z.boolean().optional(), {
    label: '草稿',
    help: '没有定稿的文件写 true：检查照查，但网页、检索、列表、数据里都没有它，别的文件也不能指向它。定稿后删去这一行，就会发布。',
    example: 'true',
    expected: 'true（是草稿），不是草稿的省去这一行',
  }),
  aliases: documented(z.array(documentName).default([]), {
    label: '旧称',
    help: '文件改名、改号或合并以前的文件编号或文号，旧网址和旧文号仍由此到达这份文件。',
    example: '[plans/2012-draft, 云教研字〔2012〕30号]',
    expected: '旧的文件编号或文号的列表，如 [plans/2012-draft, 云教研字〔2012〕30号]',
  }),
  relations: documented(relations.optional(), {
    label: '文件关系',
    help: '只写一个方向：repeals 废止、amends 修改、implements 贯彻、forwards 转发、reportsOn 总结、attaches 附带，值为文号或文件编号的列表；反方向由网站推出。',
    example: '{ implements: [云教发〔2011〕5号] }',
    expected:
      '废止（repeals）、修改（amends）、贯彻（implements）、转发（forwards）、总结（reportsOn）、附带（attaches）中的若干项，各为文号或文件编号的列表',
  }),
  source: documented(source.optional(), {
    label: '来源',
    help: '文本从何而来：file 原文件名、sha256 原文件的校验值、url 网址、printedLine 原网页标注、note 说明。',
    example: '{ file: 2012年工作计划.docx, note: 教研室存档 }',
    expected:
      '原文件名（file）、校验值（sha256，64 位小写十六进制）、网址（url，以 http:// 或 https:// 开头）、原网页标注（printedLine）、说明（note）中的若干项',
  }),
  attachments: documented(z.array(attachment).default([]), {
    label: '附件',
    help: '每个附件写 title 与 file。文件放在内容文件夹的 files 文件夹里，file 写 files/ 加文件名。',
    example: '[{ title: 原文, file: files/2012-plan.docx }]',
    expected: '附件的列表，每项写 { title: 名称, file: files/文件名 }',
  }),
  notes: documented(z.array(note).default([]), {
    label: '编者注',
    help: '编者对文字、年份、来源等的说明。field 写所说明的字段名；该字段由推断得来时加 inferred: true。',
    example: '[{ text: 成文日期据存档登记簿。, field: issuedOn, inferred: true }]',
    expected: '编者注的列表，每项写 { text: 说明, field: 字段名（可省）, inferred: true（可省） }',
  }),
};

function kindField<const T extends readonly [string, ...string[]]>(kinds: T, example: T[number]) {
  return documented(z.enum(kinds), {
    label: '文种',
    help: `可取：${kinds.join('、')}。`,
    example,
    expected: `以下之一：${kinds.join('、')}`,
  });
}

export const planSchema = z.strictObject({ ...shared, kind: kindField(PLAN_KINDS, '工作计划') });
export const summarySchema = z.strictObject({ ...shared, kind: kindField(SUMMARY_KINDS, '工作总结') });
export const policySchema = z.strictObject({ ...shared, kind: kindField(POLICY_KINDS, '通知') });

/** The schema of each collection's frontmatter. */
export const DOCUMENT_SCHEMAS = {
  plans: planSchema,
  summaries: summarySchema,
  policies: policySchema,
} as const satisfies Record<Collection, z.ZodType>;

/** Checked frontmatter of a document in any collection. Dates are ISO days, numbers canonical. */
export type DocumentData =
  | z.infer<typeof planSchema>
  | z.infer<typeof summarySchema>
  | z.infer<typeof policySchema>;
