/** What the data files under /api/ hold: one description for the endpoints' types, the published JSON Schema and tests. */
import * as z from 'zod';
import { COLLECTIONS } from '../core/collections.ts';
import { RELATION_LABELS, type RelationKind } from '../core/relations.ts';
import { COMPLETENESS, STATUSES } from '../core/status.ts';
import { LEVELS } from './registers.ts';

const id = z
  .string()
  .regex(/^(plans|summaries|policies)\/[^/\s]+$/)
  .describe('文件编号，即文件网页地址的后两段，如 plans/yunjiaoyanzi-2012-3');
const url = z
  .string()
  .regex(/^\/\S+$/)
  .describe('网页地址，从域名以后写起，已含网站路径');
const canonical = z.string().min(1).describe('规范写法的发文字号，如 云教研字〔2012〕3号');
const day = z.iso.date();

const target = z.string().min(1).describe('规范写法的发文字号，或文件编号');
const relations = z
  .object(
    Object.fromEntries(
      Object.entries(RELATION_LABELS).map(([kind, { forward }]) => [
        kind,
        z.array(target).optional().describe(`本文件${forward}的文件`),
      ]),
    ) as Record<RelationKind, z.ZodOptional<z.ZodArray<typeof target>>>,
  )
  .describe('本文件对其他文件的关系，只写一个方向，反方向由使用者推出');

/** One entry of /api/documents.json. */
export const documentRow = z
  .object({
    id,
    collection: z.enum(COLLECTIONS).describe('类别：plans 工作计划、summaries 工作总结、policies 政策文件'),
    url,
    title: z.string().min(1).describe('标题，照原文'),
    docNumber: canonical.nullable().describe('规范写法的发文字号；没有文号的为 null'),
    issuer: z.string().min(1).describe('发文机关；来源没有署名的写“未署名”'),
    kind: z.string().min(1).describe('文种'),
    period: z.string().nullable().describe('计划、总结所说的时期：年、学年或学期；没有的为 null'),
    years: z.array(z.int()).describe('文件归入的年度，公历年；来源看不出的为空'),
    issuedOn: day.nullable().describe('成文日期；来源没有写明的为 null'),
    publishedOn: day.nullable().describe('在来源处公开发布的日期；来源没有写明的为 null'),
    status: z.enum(STATUSES).describe('有效性，截至 index.json 的 asOf 那一天。未核实是不知道，不等于有效'),
    statusSince: day.nullable().describe('有效性从哪一天起；没有查到的为 null'),
    changedOn: day
      .nullable()
      .describe(
        '最后一次有日期可查的变动：成文、发布、施行、修改、失效、废止中最晚的一天，有效期满的为有效期最后一天；都查不到的为 null',
      ),
    completeness: z.enum(COMPLETENESS).describe('收录程度：全文；摘录，只有一部分；题录，没有正文'),
    topics: z.array(z.string()).describe('主题'),
    aliases: z.array(z.string()).describe('旧称：以前用过的文件编号或文号，旧网址仍转到这份文件'),
    relations,
    level: z
      .union([z.enum(LEVELS), z.literal('')])
      .describe('发文机关的级别；由机关代字表得出，得不出的为空'),
  })
  .describe('一份文件的著录');
export type DocumentRow = z.infer<typeof documentRow>;

/** One entry of /api/citations.json. */
export const citationRow = z
  .object({
    from: id.describe('引用别的文件的那份文件的编号'),
    to: id.nullable().describe('被引用的文件的编号；没有收录或有几份都像的，为 null'),
    raw: z.string().min(1).describe('原文怎样印的'),
    canonical: canonical.nullable().describe('读出的规范文号；只写了标题的为 null'),
    title: z.string().nullable().describe('原文写的标题，不含书名号；只写了文号的为 null'),
    anchor: z.string().min(1).describe('引用所在段落在网页上的位置，接在网址的 # 后面'),
    clause: z.string().nullable().describe('所在条款，如 第三部分第6条；不在条款里的为 null'),
    sentence: z.string().describe('所在的句子'),
    resolved: z
      .enum(['held', 'record', 'missing', 'ambiguous'])
      .describe('held 收有正文，record 只有题录，missing 没有收录，ambiguous 有几份都像、没有认定'),
  })
  .describe('一处引用');
export type CitationRow = z.infer<typeof citationRow>;

/** One value of /api/numbers.json. */
export const numberEntry = z
  .object({
    url: url.describe('收有这份文件的，是它的网页；没有的，是列出谁引用了它的网页'),
    held: z.boolean().describe('是否收有这份文件（题录也算）'),
  })
  .describe('一个文号通到哪里');
export type NumberEntry = z.infer<typeof numberEntry>;

const countedYear = z.number().int().nullable();

/** /api/register.json: rows as lists, because their keys would be most of a long file. */
export const registerTable = z
  .object({
    columns: z.array(z.string()).describe('各列的名称，与每行的值一一对应'),
    rows: z
      .array(
        z.tuple([
          z
            .enum(['ambiguous', 'missing', 'record', 'held'])
            .describe('state：有歧义、未收录、只有题录、已收录'),
          canonical.nullable().describe('number：规范文号；只见题名的为 null'),
          z.string().nullable().describe('title：题名；未见题名的为 null'),
          id.nullable().describe('document：库中文件的编号；没有收录或有歧义的为 null'),
          z.number().int().min(1).describe('places：引用几处'),
          z.number().int().min(1).describe('documents：几份文件引用'),
          countedYear.describe('firstYear：引用它的文件最早的年度；不明的为 null'),
          countedYear.describe('lastYear：引用它的文件最近的年度；不明的为 null'),
          z.string().describe('level：级别，不明的为空'),
          z.string().describe('citedFrom：引用它的文件的类别与年度，以空格分开，如 plans/2012'),
        ]),
      )
      .describe('每个被引用的文号或题名一行：先有歧义、未收录、只有题录、已收录，各组内引用它的文件多的在前'),
  })
  .describe('引用登记');

const finding = z.object({
  what: z.string().min(1).describe('发现了什么'),
  url: z.string().nullable().describe('在哪里：网页地址；不在哪一页上的为 null'),
  label: z.string().describe('在哪里：文件或网页的名称'),
  cited: z.int().min(0).describe('这份文件被引用几处；与文件无关的为 0'),
});

/** /api/inspection.json. */
export const inspection = z
  .object({
    asOf: day.nullable().describe('截至哪一天，同 index.json 的 asOf'),
    columns: z
      .array(
        z.object({
          name: z.string().describe('栏目'),
          url,
          documents: z.int().min(0).describe('有几份文件'),
          newest: day.nullable().describe('最近一份文件的成文或发布日期；都没有的为 null'),
          staleAfterMonths: z.int().nullable().describe('多少个月没有新文件算更新不及时；没有规定的为 null'),
          staleFrom: day.nullable().describe('从哪一天起算更新不及时；算不出的为 null'),
        }),
      )
      .describe('各栏目'),
    checks: z
      .array(
        z.object({
          id: z.string().describe('检查项的代号'),
          group: z
            .enum(['链接与附件', '网页标签', '栏目', '著录', '引用与网址'])
            .describe('检查项所在的一组'),
          title: z.string().describe('检查什么'),
          weight: z
            .enum(['fault', 'gap', 'note'])
            .describe('fault 须改；gap 待补；note 供核对，不一定是问题'),
          mend: z.string().describe('怎样改'),
          findings: z.array(finding).describe('发现的各项；没有发现问题的为空'),
        }),
      )
      .describe('各检查项'),
    built: z
      .object({
        pages: z.int().describe('查过的网页'),
        links: z.int().describe('查过的站内链接，相同的在一页里算一处'),
        files: z.int().describe('查过的附件'),
        external: z
          .array(
            z.object({
              url: z.string().describe('站外网址'),
              pages: z.int().min(1).describe('出现在几页'),
              first: z.string().describe('其中一页的网址'),
            }),
          )
          .describe('站外链接：网址、出现在几页、其中一页；只列出，没有访问'),
      })
      .nullable()
      .describe('对生成的网页所作的检查；还没有生成的为 null'),
  })
  .describe('网站自查的结果');
export type InspectionReport = z.infer<typeof inspection>;
export type InspectionCheck = InspectionReport['checks'][number];
export type InspectionFinding = z.infer<typeof finding>;

/** /api/index.json. */
export const catalogue = z
  .object({
    title: z.string().describe('文库的名称'),
    description: z.string().describe('文库收什么'),
    url: z.url().describe('文库首页的完整网址'),
    asOf: day
      .nullable()
      .describe(
        '有效性说的是哪一天：构建时指定的，没有指定的是库中最新的成文或发布日期；著录写明其后已经生效、废止的，照著录。库中没有日期的为 null',
      ),
    files: z
      .array(
        z.object({
          name: z.string().describe('文件的名称'),
          title: z.string().describe('中文名称'),
          description: z.string().describe('里面是什么'),
          url: z.url().describe('数据文件的完整网址'),
          schema: z.url().describe('它的 JSON Schema 的完整网址'),
        }),
      )
      .describe('各数据文件'),
  })
  .describe('数据文件的目录');
export type Catalogue = z.infer<typeof catalogue>;

/** A data file with what it holds. To publish one more: an endpoint src/pages/api/<name>.json.ts and an entry here. */
export interface ApiFile {
  /** Its name without .json; its schema lies at /api/schema/<name>.json. */
  name: string;
  title: string;
  description: string;
  schema: z.ZodType;
}

export const API_FILES: readonly ApiFile[] = [
  {
    name: 'documents',
    title: '文件',
    description: '全部文件的著录，每份一条，不含正文。',
    schema: z.array(documentRow),
  },
  {
    name: 'citations',
    title: '引用',
    description: '文件之间的全部引用，每处一条，带所在的条款和句子。',
    schema: z.array(citationRow),
  },
  {
    name: 'numbers',
    title: '文号',
    description: '库中出现过的每个文号，通到文件或“未收录”页。',
    schema: z.record(canonical, numberEntry),
  },
  {
    name: 'register',
    title: '引用登记',
    description: '每个被引用的文号或题名一行，带引用几处、几份文件引用。',
    schema: registerTable,
  },
  {
    name: 'inspection',
    title: '网站自查',
    description: '死链、打不开的附件、空栏目、缺少的著录等，与网站自查页相同，列出全部。',
    schema: inspection,
  },
  { name: 'index', title: '目录', description: '各数据文件和它们的说明。', schema: catalogue },
];

/**
 * The JSON Schema (draft 2020-12) of a data file; `root` is the site's address with its base path and a slash at the
 * end. Properties that it doesn't name are allowed: later versions may add some.
 */
export function apiSchema({ name, title, description, schema }: ApiFile, root: string): object {
  const { $schema, ...rules } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: `${root}api/schema/${name}.json`, title, description, ...rules };
}
