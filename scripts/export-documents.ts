/**
 * Writes all documents of a built site, with their texts, for a search engine of one's own. No part of the build: a
 * file of all texts would nearly double a small site, and no reader would fetch it.
 * Exit codes: 0 exported, 1 the site is missing or not right, 2 could not run.
 */
import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { ExportMistake } from './export/read-site.ts';
import { meilisearchRecipe, openSearchRecipe } from './export/recipes.ts';
import { writeExport } from './export/write-export.ts';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { SearchIndexError } from './search-index/documents.ts';

const USAGE = `用法：npm run export -- --out 文件夹 [--opensearch] [--meilisearch]
  --out          导出到哪里；里面有上次导出的，整个换成这一次的
  --opensearch   另写 OpenSearch 的索引设置和批量装入的文件，并打印装入的命令
  --meilisearch  另写 Meilisearch 的设置和文件，并打印装入的命令
把生成好的网站（OUT_DIR 或 dist）里全部文件的著录、引用和全文写成 documents.jsonl，一行一份；每一项的意思见 documents.schema.json。
同一个网站导出的字节相同。不随网站生成、也不放在网站上：它几乎与一个小网站一样大，读者用不着。
退出码：0 已导出，1 网站没有生成或不对，2 没能运行。`;

/** What the command was asked to do; undefined when only help was. */
function readRequest(argv: readonly string[]) {
  const { values, positionals } = readArguments(argv, {
    out: { type: 'string' },
    opensearch: { type: 'boolean', default: false },
    meilisearch: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) return undefined;
  const { out, opensearch, meilisearch } = values;
  if (positionals.length > 0)
    throw new UsageError(
      `发现多余的 ${positionals.join(' ')}，应为只有选项。改法：文件夹写在 --out 后面，例如 --out export。`,
    );
  if (out === undefined || out.trim() === '')
    throw new UsageError('发现没有写 --out，应为导出到哪个文件夹。改法：例如 --out export。');
  return { out: path.resolve(out), opensearch, meilisearch };
}

async function main(): Promise<number> {
  const request = readRequest(process.argv.slice(2));
  if (!request) {
    console.log(USAGE);
    return 0;
  }
  const { out, ...engines } = request;
  try {
    const report = await writeExport(readEnvironment(), out, engines);
    console.log(`完成：${report.documents} 份文件导出到 ${out}。`);
    if (engines.opensearch) console.log(`\n${openSearchRecipe(out, report)}`);
    if (engines.meilisearch) console.log(`\n${meilisearchRecipe(out, report)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ExportMistake || error instanceof SearchIndexError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.main) await runCommand(USAGE, main);
