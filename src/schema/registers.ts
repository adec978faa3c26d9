import * as z from 'zod';
import { documented, line } from './fields.ts';
import { pagePath } from './page-path.ts';

/** Administrative levels, highest first. */
export const LEVELS = ['国家级', '省级', '市级', '县级', '乡镇级', '校级', '未知'] as const;
export type Level = (typeof LEVELS)[number];

/** One 机关代字 of agencies.yml: who issues under it, and how sure we are. */
export const agencySchema = z.strictObject({
  code: documented(line.regex(/^[\p{Script=Han}（）〇]+$/u), {
    label: '机关代字',
    help: '发文字号中年份前的部分，不含括号与数字。',
    example: '云教研字',
    expected: '只含汉字的机关代字，如 云教研字',
  }),
  issuer: documented(line, {
    label: '发文机关',
    help: '以这一代字发文的机关。',
    example: '云岭区教研室',
    expected: '一行不为空的文字',
  }),
  level: documented(z.enum(LEVELS).default('未知'), {
    label: '级别',
    help: `可取：${LEVELS.join('、')}。`,
    example: '县级',
    expected: `以下之一：${LEVELS.join('、')}`,
  }),
  region: documented(line.optional(), {
    label: '地区',
    help: '机关所在的行政区，来源未写明就省去。',
    example: '云岭区',
    expected: '一行不为空的文字',
  }),
  certainty: documented(z.enum(['有据', '推断']), {
    label: '把握',
    help: '有据：来源写明代字属于该机关；推断：由编者得出。两者都要写 basis。',
    example: '有据',
    expected: '有据、推断之一',
  }),
  basis: documented(line, {
    label: '依据',
    help: '凭什么说这一代字属于该机关。',
    example: '云教研字〔2012〕3号的落款',
    expected: '一行不为空的文字',
  }),
});
export type Agency = z.infer<typeof agencySchema>;

/** One subject heading of topics.yml. */
export const topicSchema = z.strictObject({
  name: documented(line, {
    label: '主题',
    help: '主题名，文件的 topics 照此填写。',
    example: '课程改革',
    expected: '一行不为空的文字',
  }),
  slug: documented(line.regex(/^(?!index$)(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/).optional(), {
    label: '网址名',
    help: '主题页地址中的部分；省去时由拼音得出。',
    example: 'kecheng-gaige',
    expected: '小写字母、数字与连字符，不超过 100 个，不能是 index',
  }),
  description: documented(line.optional(), {
    label: '说明',
    help: '一句话说明收哪些文件。',
    example: '课程设置、实施与评价。',
    expected: '一行不为空的文字',
  }),
});
export type Topic = z.infer<typeof topicSchema>;

/**
 * One address of addresses.yml that was published and must go on leading somewhere. An entry that is a plain path is
 * read as `{ path }`, see `expandAddresses`.
 */
export const addressSchema = z.strictObject({
  path: documented(pagePath, {
    label: '网址',
    help: '发布过的网页，写域名和网站路径以后的部分，以 / 开头和结尾，汉字照写。没有 to 的，整条可以只写这一项。',
    example: '/plans/2012-work-plan/',
    expected: '以 / 开头和结尾的站内网址，如 /plans/2012-work-plan/，不带 ?、#、% 和空格',
  }),
  to: documented(pagePath.optional(), {
    label: '转到',
    help: '这一页不再有时，由哪一页接替。改了名的文件不写在这里，在文件的旧称（aliases）里写。',
    example: '/topics/kecheng-gaige/',
    expected: '以 / 开头和结尾的站内网址，是现在有的一页，不带 ?、#、% 和空格',
  }),
});
export type PublishedAddress = z.infer<typeof addressSchema>;

/** Makes every plain path of addresses.yml, as read from YAML, an entry with a `path`. Anything else stays as it is. */
export function expandAddresses(list: unknown): unknown {
  return Array.isArray(list)
    ? list.map((entry: unknown) => (typeof entry === 'string' ? { path: entry } : entry))
    : list;
}

/** One entry of exceptions.yml: an issue of the check that is not to be reported, and why. */
export const exceptionSchema = z.strictObject({
  rule: documented(line.regex(/^[a-z]+(?:-[a-z]+)*$/), {
    label: '规则',
    help: '报告里“规则”后面的编号，不是每条规则都可以有例外。',
    example: 'unbalanced-marks',
    expected: '规则的编号，如 unbalanced-marks',
  }),
  document: documented(line, {
    label: '文件',
    help: '报告里写的文件，或文件编号（网址里域名以后的部分，不带首尾的斜线）。',
    example: 'plans/2012-work-plan.mdx',
    expected: '内容文件夹里的文件，如 plans/2012-work-plan.mdx，或文件编号，如 plans/2012-work-plan',
  }),
  found: documented(line.optional(), {
    label: '发现',
    help: '报告里“发现”一句的一段，照抄；写了它，就只对那一处有效。',
    example: '“……见《甲办法”处的 《',
    expected: '“发现”一句里的一段文字',
  }),
  reason: documented(line, {
    label: '理由',
    help: '为什么不必改，核对过什么。',
    example: '原件如此，已与存档核对',
    expected: '一行不为空的文字',
  }),
});
export type Exception = z.infer<typeof exceptionSchema>;

/** Whole files: a list of entries; an empty file counts as an empty list. */
export const agenciesSchema = z
  .array(agencySchema)
  .nullable()
  .transform((list) => list ?? []);
export const topicsSchema = z
  .array(topicSchema)
  .nullable()
  .transform((list) => list ?? []);
export const addressesSchema = z
  .array(addressSchema)
  .nullable()
  .transform((list) => list ?? []);
export const exceptionsSchema = z
  .array(exceptionSchema)
  .nullable()
  .transform((list) => list ?? []);
