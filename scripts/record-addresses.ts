import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { isComparisonPath } from '../src/core/comparison-pages.ts';
import { isListPage } from '../src/core/list-pages.ts';
import { FIXED_PAGES, siteAddresses } from '../src/lint/site-addresses.ts';
import { ContentFolderError, type LoadedContent, loadContent } from '../src/load/content-fs.ts';
import { describeDocument } from '../src/load/describe.ts';
import { withoutDrafts } from '../src/load/drafts.ts';
import { insertAddresses, UnusualLayout } from './addresses/insert-addresses.ts';
import { EnvironmentMistake } from './build/environment.ts';
import { printReport } from './check/print-report.ts';
import { PUBLIC_DIR } from './check-addresses.ts';
import { CHECK_CACHE, checkContent } from './check-content.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { writeFiles } from './import/write-files.ts';

const USAGE = `用法：npm run addresses [-- --dry-run]
网站发布以后运行：把现有的文件、发文机关、主题、年度和文号的网址登记到内容文件夹的 addresses.yml。
登记过的网址，以后改名、改号、删去文件时少了一个，检查就会指出来，不让旧链接打不开。
只添加，从不删去或改动已有的条目和注释。登记以后请提交 addresses.yml。
  --dry-run   只说会添加哪些，不写文件
  --help      显示这段说明
结束代码：0 已登记或没有要添加的，1 内容有错误、没有登记，2 没能进行。`;

/** How many addresses the message names. */
const NAMED = 20;

/**
 * Addresses of a library's own pages that are to last. Redirects are recorded when they were pages themselves; comparisons,
 * further pages of lists and pages of the register follow from other content and go with it, as Word files do with their
 * documents.
 */
export function presentAddresses({ documents, topics }: LoadedContent): string[] {
  const described = documents.flatMap(({ source, id, data }) =>
    data ? describeDocument({ collection: source.collection, id }, data, '/') : [],
  );
  const pages = siteAddresses({
    documents: described.map((document) => ({ ...document, aliases: [] })),
    claimed: new Set(described.map(({ id }) => id)),
    topics: topics.entries,
    namedNumbers: [],
    helpPages: [],
    ruleIds: [],
  });
  return [...pages].filter(
    (page) =>
      page.endsWith('/') &&
      !FIXED_PAGES.includes(page) &&
      !/^\/(?:api|citations)\//.test(page) &&
      !isComparisonPath(page) &&
      !isListPage(page),
  );
}

/** Text of addresses.yml with what it lacks, and what that is. */
async function extend(file: string, content: LoadedContent): Promise<{ text: string; added: string[] }> {
  const { entries, lineOf, present } = content.addresses;
  const known = new Set(entries.map((entry) => entry.path));
  const added = presentAddresses(content).filter((address) => !known.has(address));
  const recorded = entries.map((entry, index) => ({ path: entry.path, line: lineOf([index]) }));
  const text = present ? await readFile(file, 'utf8') : '';
  try {
    return { text: insertAddresses(text, recorded, added), added };
  } catch (error) {
    if (!(error instanceof UnusualLayout)) throw error;
    throw new UsageError(
      `发现 ${file} 不是一条一行、每条以“- ”开头，应为那样的列表。改法：把 [网址, 网址] 改成每行一条 - 网址。`,
    );
  }
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    'dry-run': { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const [stray] = positionals;
  if (stray !== undefined) throw new UsageError(`发现多余的“${stray}”，应只有下面列出的选项。改法：去掉它。`);
  const dir = process.env['CONTENT_DIR'] || 'content';
  try {
    return await record(dir, values['dry-run'] ?? false);
  } catch (error) {
    if (!(error instanceof ContentFolderError || error instanceof EnvironmentMistake)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function record(dir: string, dryRun: boolean): Promise<number> {
  const report = await checkContent(dir, [], PUBLIC_DIR, { cacheDir: CHECK_CACHE });
  if (report.errors > 0) {
    console.log(await printReport(report, dir, 'text'));
    console.error('内容有错误，没有登记，文件未动。改正后重新运行 npm run addresses。');
    return 1;
  }
  const file = path.join(dir, 'addresses.yml');
  const { text, added } = await extend(file, withoutDrafts(await loadContent(dir)));
  if (added.length === 0) {
    console.log(`${file} 已经登记了全部网址，没有要添加的。`);
    return 0;
  }
  if (!dryRun) await writeFiles([{ path: file, text }], true);
  const more = added.length > NAMED ? [`……等，共 ${added.length} 个`] : [];
  const heading = dryRun ? `会在 ${file} 里登记` : `已在 ${file} 里登记`;
  console.log([`${heading} ${added.length} 个网址：`, ...added.slice(0, NAMED), ...more].join('\n'));
  if (!dryRun) console.log('下一步：提交这个文件。');
  return 0;
}

if (import.meta.main) await runCommand(USAGE, main);
