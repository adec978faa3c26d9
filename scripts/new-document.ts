import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../src/core/collections.ts';
import { formatDocNumber, parseDocNumber } from '../src/core/docnumber.ts';
import { formatPeriod, parsePeriod } from '../src/core/period.ts';
import { docNumberSlug, textSlug } from '../src/core/slug.ts';
import { UNSIGNED } from '../src/core/unsigned.ts';
import { type SkeletonValues, writeSkeleton } from '../src/import/skeleton.ts';
import { loadRegisters } from '../src/load/content-fs.ts';
import { siteConfig } from '../src/site.config.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { exists, writeFiles } from './import/write-files.ts';

const USAGE = `用法：npm run new -- plan|summary|policy [选项]
  plan 工作计划、summary 工作总结、policy 政策文件
  --title   标题，如 云岭区教研室2012年度工作计划
  --number  发文字号，括号和空格怎样写都行
  --issuer  发文机关；省去时按机关代字表查，查不到的计划、总结用网站设置里的机关名
  --year    所属时期：2012、2012—2013学年、2012—2013学年第一学期
  --file    文件名（小写字母、数字、连字符）；省去时由文号或标题得出
写到 CONTENT_DIR 或 content，不覆盖已有文件。`;

/** Stands for a title not given yet; the check warns of it (rule placeholder-title). */
const PLACEHOLDER_TITLE = '（待填标题）';

const KINDS: Record<string, Collection> = { plan: 'plans', summary: 'summaries', policy: 'policies' };

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  return readArguments(argv, {
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

function readPeriod(typed: string | undefined): SkeletonValues {
  if (typed === undefined) return {};
  const parsed = parsePeriod(typed);
  if (!parsed) {
    throw new UsageError(`发现 --year ${typed}，应为 2012、2012—2013学年 或 2012—2013学年第一学期 的写法。`);
  }
  return { period: formatPeriod(parsed) };
}

function readLine(name: string, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  if (typed.trim() === '' || /[\r\n]/.test(typed))
    throw new UsageError(`发现 --${name} 是空的或跨了行，应为一行文字。`);
  return typed.trim();
}

/** File name without extension: as asked, else from the number, else from the title, else new-plan and the like. */
function fileName(collection: Collection, options: Options, values: SkeletonValues): string {
  if (options.file !== undefined) {
    if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(options.file)) return options.file;
    throw new UsageError(`发现 --file ${options.file}，应为小写字母、数字和连字符，如 2012-work-plan。`);
  }
  const number = values.docNumber === undefined ? undefined : parseDocNumber(values.docNumber);
  const slug = number
    ? docNumberSlug(number)
    : textSlug(options.title ?? '')
        .slice(0, 60)
        .replace(/-+$/, '');
  return slug || `new-${collection.replace(/ies$/, 'y').replace(/s$/, '')}`;
}

/** The issuer that the register of agency codes gives for a number. */
async function registeredIssuer(dir: string, docNumber: string | undefined): Promise<string | undefined> {
  const number = docNumber === undefined ? undefined : parseDocNumber(docNumber);
  if (!number || !existsSync(dir)) return undefined;
  const { agencies } = await loadRegisters(dir);
  return agencies.entries.find(({ code }) => code === number.code)?.issuer;
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
  const dir = process.env['CONTENT_DIR'] || 'content';
  const values: SkeletonValues = {
    title: readLine('title', options.title) ?? PLACEHOLDER_TITLE,
    ...readNumber(options.number),
    ...readPeriod(options.year),
  };
  values.issuer =
    readLine('issuer', options.issuer) ??
    (await registeredIssuer(dir, values.docNumber)) ??
    (collection === 'policies' ? UNSIGNED : siteConfig.office);
  const target = path.join(dir, collection, `${fileName(collection, options, values)}.mdx`);
  if (await exists(target)) return refuseExisting(target);
  await writeFiles([{ path: target, text: writeSkeleton(collection, values) }], false);
  console.log(`已新建 ${target}\n${nextSteps(values, options)}`);
  return 0;
}

function refuseExisting(target: string): number {
  console.error(`发现 ${target} 已经存在，应为新的文件名。改法：修改那个文件，或用 --file 另取一个名字。`);
  return 1;
}

function nextSteps(values: SkeletonValues, options: Options): string {
  const fill = values.title === PLACEHOLDER_TITLE ? '填写标题（title），' : '';
  const issuer = options.issuer === undefined ? `核对发文机关（issuer，现写作“${values.issuer}”），` : '';
  return `下一步：${fill}${issuer}写好正文，删去用不到的说明行，再运行 npm run check。`;
}

await runCommand(USAGE, main);
