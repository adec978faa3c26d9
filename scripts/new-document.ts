import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../src/core/collections.ts';
import { formatDocNumber, parseDocNumber } from '../src/core/docnumber.ts';
import { formatPeriod, type Period, parsePeriod } from '../src/core/period.ts';
import { docNumberSlug } from '../src/core/slug.ts';
import { titleSlug } from '../src/core/title-slug.ts';
import { UNSIGNED } from '../src/core/unsigned.ts';
import { type SkeletonValues, writeSkeleton } from '../src/import/skeleton.ts';
import { loadRegisters } from '../src/load/content-fs.ts';
import { siteConfig } from '../src/site.config.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { exists, writeFiles } from './import/write-files.ts';
import { NoOriginal } from './new/find-original.ts';
import { nameByPeriod, remarksOf, reviewLines, type StartFrom, startFrom } from './new/start-from.ts';

const USAGE = `用法：npm run new -- plan|summary|policy [选项]
  plan 工作计划、summary 工作总结、policy 政策文件
  --from    由一份计划起草：plan 得到下一年的计划，summary 得到逐条待写的总结；
            写它的文件编号（plans/…）、文号、文件路径，或 last（最新的一份）
  --title   标题，如 云岭区教研室2012年度工作计划
  --number  发文字号，括号和空格怎样写都行
  --issuer  发文机关；省去时按机关代字表查，查不到的计划、总结用网站设置里的机关名
  --year    所属时期：2012、2012—2013学年、2012—2013学年第一学期；
            由去年的计划起草而省去时，是下一年的同一时期
  --file    文件名（小写字母、数字、连字符）；省去时由文号、时期或标题得出
写到 CONTENT_DIR 或 content，不覆盖已有文件。新建的是草稿（draft: true），删去这一行才会发布。
结束代码：0 已新建，1 已有同名文件或没有可以起草的计划，2 没能进行。`;

/** Stands for a title not given yet; the check warns of it (rule placeholder-title). */
const PLACEHOLDER_TITLE = '（待填标题）';

const KINDS: Record<string, Collection> = { plan: 'plans', summary: 'summaries', policy: 'policies' };

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  return readArguments(argv, {
    from: text,
    title: text,
    number: text,
    issuer: text,
    year: text,
    file: text,
    help: { type: 'boolean', short: 'h' },
  });
}

type Options = ReturnType<typeof readOptions>['values'];

function readNumber(typed: string | undefined): SkeletonValues {
  if (typed === undefined) return {};
  const parsed = parseDocNumber(typed);
  if (!parsed) throw new UsageError(`发现 --number ${typed}，应为一个发文字号，如 云教研字〔2012〕3号。`);
  // How the number was typed here says nothing of how the paper prints it, so printedAs stays open.
  return { docNumber: formatDocNumber(parsed) };
}

function readPeriod(typed: string | undefined): Period | undefined {
  if (typed === undefined) return undefined;
  const parsed = parsePeriod(typed);
  if (!parsed) {
    throw new UsageError(`发现 --year ${typed}，应为 2012、2012—2013学年 或 2012—2013学年第一学期 的写法。`);
  }
  return parsed;
}

function readLine(name: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (typed.trim() === '' || /[\r\n]/.test(typed))
    throw new UsageError(`发现 --${name} 是空的或跨了行，应为一行文字。`);
  return typed.trim();
}

/** File name without extension: as asked, else from the number, the time or the title, else new-plan and the like. */
function fileName(
  collection: Collection,
  { file, title }: Options,
  values: SkeletonValues,
  start: StartFrom | undefined,
): string {
  if (file !== undefined) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(file)) return file;
    throw new UsageError(`发现 --file ${file}，应为小写字母、数字和连字符，如 2012-work-plan。`);
  }
  const number = values.docNumber === undefined ? undefined : parseDocNumber(values.docNumber);
  const byTime = start && values.period !== undefined ? nameByPeriod(collection, values.period) : undefined;
  const slug = number ? docNumberSlug(number) : (byTime ?? titleSlug(title ?? ''));
  return slug || `new-${collection.replace(/ies$/, 'y').replace(/s$/, '')}`;
}

/** The issuer that the register of agency codes gives for a number. */
async function registeredIssuer(dir: string, docNumber: string | undefined): Promise<string | undefined> {
  const number = docNumber === undefined ? undefined : parseDocNumber(docNumber);
  if (!number || !existsSync(dir)) return undefined;
  const { agencies } = await loadRegisters(dir);
  return agencies.entries.find(({ code }) => code === number.code)?.issuer;
}

/** What was typed, over what the document that it is begun from gives, over what can be told otherwise. */
async function gatherValues(
  collection: Collection,
  options: Options,
  period: Period | undefined,
  start: StartFrom | undefined,
  dir: string,
): Promise<SkeletonValues> {
  const title = readLine('title', options.title);
  const number = readNumber(options.number);
  const issuer =
    readLine('issuer', options.issuer) ??
    start?.values.issuer ??
    (await registeredIssuer(dir, number.docNumber)) ??
    (collection === 'policies' ? UNSIGNED : siteConfig.office);
  return {
    ...{ title: PLACEHOLDER_TITLE, ...start?.values, ...number, issuer },
    ...(title === undefined ? {} : { title }),
    ...(period === undefined ? {} : { period: formatPeriod(period) }),
  };
}

async function create(collection: Collection, options: Options): Promise<number> {
  const dir = process.env['CONTENT_DIR'] || 'content';
  const period = readPeriod(options.year);
  const start =
    options.from === undefined ? undefined : await startFrom(collection, options.from, period, dir);
  const values = await gatherValues(collection, options, period, start, dir);
  const target = path.join(dir, collection, `${fileName(collection, options, values, start)}.mdx`);
  if (await exists(target)) return refuseExisting(target);
  const text = writeSkeleton(collection, values, start && { body: start.body, remarks: remarksOf(start) });
  await writeFiles([{ path: target, text }], false);
  console.log(
    [`已新建草稿 ${target}`, ...told(start, values, text), nextSteps(values, options, start)].join('\n'),
  );
  return 0;
}

function refuseExisting(target: string): number {
  console.error(`发现 ${target} 已经存在，应为新的文件名。改法：修改那个文件，或用 --file 另取一个名字。`);
  return 1;
}

/** What was made of the document that this one is begun from, and what of it is to be looked at. */
function told(start: StartFrom | undefined, { title, period }: SkeletonValues, text: string): string[] {
  if (!start) return [];
  const { original, body, review } = start;
  const bodyLine = text.slice(0, text.length - body.length).split('\n').length;
  return [
    `由 ${original.id} 起草：《${title}》${period ? `，所属时期 ${period}（不对的，用 --year 另写）` : ''}。`,
    `请逐一核对 ${review.length} 处（也写在文件开头，核对好一处删去一行）：`,
    ...reviewLines(review, bodyLine),
  ];
}

function nextSteps(values: SkeletonValues, options: Options, start: StartFrom | undefined): string {
  const fill = values.title === PLACEHOLDER_TITLE ? '填写标题（title），' : '';
  const issuer =
    options.issuer === undefined && !start ? `核对发文机关（issuer，现写作“${values.issuer}”），` : '';
  return `下一步：${fill}${issuer}写好正文，删去用不到的说明行，再运行 npm run check；定稿后删去 draft: true 一行，才会发布。`;
}

async function main(): Promise<number> {
  const { values: options, positionals } = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const collection = KINDS[positionals[0] ?? ''];
  if (!collection || positionals.length > 1) {
    throw new UsageError(
      `发现 ${positionals.join(' ') || '没有写文件的类别'}，应为 plan、summary、policy 之一。`,
    );
  }
  try {
    return await create(collection, options);
  } catch (error) {
    if (!(error instanceof NoOriginal)) throw error;
    console.error(error.message);
    return 1;
  }
}

await runCommand(USAGE, main);
