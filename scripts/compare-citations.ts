import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentFolderError } from '../src/load/content-fs.ts';
import { compareFinds } from './citations/compare.ts';
import { snapshotEntries, writeSnapshot } from './citations/content-snapshot.ts';
import { findAll } from './citations/find-all.ts';
import { loadExtractor, withExtractorAt } from './citations/load-extractor.ts';
import {
  type ComparisonArguments,
  ComparisonError,
  readArguments,
  USAGE,
} from './citations/read-arguments.ts';
import { readContentTexts, readOtherTexts } from './citations/read-texts.ts';
import { reportComparison } from './citations/report.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What the extraction finds in the office's own content; tests/office/citations.test.ts holds the program to it. */
export const SNAPSHOT = path.join(ROOT, 'tests/citations/content.txt');

async function compare({ against, from, failOnLoss }: ComparisonArguments, dir: string): Promise<0 | 1> {
  const { texts: own, codes } = await readContentTexts(dir);
  const texts = [...own, ...(await Promise.all(from.map(readOtherTexts))).flat()];
  const after = findAll(texts, codes, await loadExtractor(ROOT));
  const before = await withExtractorAt(against, ROOT, async (old) => findAll(texts, codes, old));
  const comparison = compareFinds(before, after);
  console.log(reportComparison(comparison, { texts: texts.length, before, after }));
  return failOnLoss && comparison.lost.length + comparison.changed.length > 0 ? 1 : 0;
}

async function writeContentSnapshot(dir: string): Promise<0> {
  const { texts, codes } = await readContentTexts(dir);
  const entries = snapshotEntries(texts, codes, await loadExtractor(ROOT));
  await writeFile(SNAPSHOT, writeSnapshot(entries));
  console.log(`已重写 ${path.relative(process.cwd(), SNAPSHOT)}：${entries.length} 份文件。`);
  return 0;
}

/** Runs the command and returns its exit code. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const given = readArguments(args);
    if (given.help) {
      console.log(USAGE);
      return 0;
    }
    const dir = process.env['CONTENT_DIR'] || 'content';
    return await (given.snapshot ? writeContentSnapshot(dir) : compare(given, dir));
  } catch (error) {
    console.error(failure(error));
    return 2;
  }
}

function failure(error: unknown): string {
  if (error instanceof ComparisonError || error instanceof ContentFolderError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `比较没能进行：程序出错（${reason}）。改法：把这段文字交给网站维护者。`;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
