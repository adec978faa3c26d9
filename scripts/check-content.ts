import { existsSync } from 'node:fs';
import path from 'node:path';
import { editorProblems } from '../src/core/editor-settings.ts';
import { imprintProblems } from '../src/core/imprint.ts';
import { neighbourProblems } from '../src/core/neighbours.ts';
import { countIssues, type Issue } from '../src/lint/issue.ts';
import type { Report } from '../src/lint/reporters/report.ts';
import { RULES } from '../src/lint/rules/index.ts';
import { type GatheredContext, runRules } from '../src/lint/run.ts';
import { type LoadedContent, loadContent } from '../src/load/content-fs.ts';
import { COMPONENT_NAMES } from '../src/markdown/components.ts';
import { isDraft } from '../src/schema/draft.ts';
import { siteConfig } from '../src/site.config.ts';
import { CACHE_ROOT } from './build/cache-dir.ts';
import { readAsOf } from './build/environment.ts';
import { explainFailure } from './build/explain-failure.ts';
import { reportFixes, withFixes } from './check/describe-changes.ts';
import { type ExaminedDocument, lintable } from './check/examine-document.ts';
import { type ExamineOptions, examineDocuments } from './check/examine-documents.ts';
import { FactsCache } from './check/facts-cache-fs.ts';
import { type FixReport, fixContent } from './check/fix-content.ts';
import { judgeWithDrafts } from './check/judge-drafts.ts';
import { printReport } from './check/print-report.ts';
import { showProgress } from './check/progress.ts';
import { gatherAddresses, PUBLIC_DIR, ROOT } from './check-addresses.ts';
import { readArguments, USAGE, UsageError } from './check-arguments.ts';

/** What the check found. Files are paths below the content folder. */
export interface CheckResult extends Report {
  issues: Issue[];
  errors: number;
  warnings: number;
}

/** How a check is run, for what else than its result. */
export interface CheckOptions extends Omit<ExamineOptions, 'cache'> {
  /** Folder in which to keep what was found, for the next check; nothing is kept without. */
  cacheDir?: string;
  /** Told of each stage when it is over, for a benchmark. */
  onStage?: (stage: CheckStage) => void;
}

/** What a check does, in this order. */
export type CheckStage = 'examine' | 'addresses' | 'rules';

/** Where the commands keep what they found. */
export const CHECK_CACHE = path.join(CACHE_ROOT, 'check');

/**
 * Judges a content folder. `paths` (files or folders, below the working folder or below `dir`) restrict what is
 * reported, not what is read: a duplicate is a matter of two files. `publicDir` holds what every page shares. AS_OF says as of which day, as in a build.
 * @throws ContentFolderError when `dir` is no content folder, UsageError for a path that is not in it,
 *   EnvironmentMistake when AS_OF is no day.
 */
export async function checkContent(
  dir: string,
  paths: readonly string[] = [],
  publicDir = PUBLIC_DIR,
  options: CheckOptions = {},
): Promise<CheckResult> {
  const { content, issues, excepted } = await judgeFolder(dir, publicDir, options);
  const isWanted = wantedBelow(dir, paths);
  const shown = issues.filter(({ file }) => isWanted(file));
  return {
    issues: shown,
    excepted: excepted.filter(({ file }) => isWanted(file)),
    files: judgedFiles(content).filter(isWanted).length,
    drafts: content.documents
      .filter(isDraft)
      .map(({ source }) => source.file)
      .filter(isWanted),
    ...countIssues(shown),
  };
}

/** Mends what can be mended without changing what a text says, in the files that `paths` name or in all. Throws as the check does. */
export async function fixFolder(
  dir: string,
  paths: readonly string[] = [],
  publicDir = PUBLIC_DIR,
  options: CheckOptions = {},
): Promise<FixReport> {
  const isWanted = wantedBelow(dir, paths);
  const { content, issues } = await judgeFolder(dir, publicDir, options);
  const sources = content.documents.map(({ source }) => source).filter(({ file }) => isWanted(file));
  return fixContent(
    dir,
    sources,
    issues,
    async (texts) => (await judgeFolder(dir, publicDir, options, texts)).issues,
  );
}

/** Judges a content folder as it is, or as it would be with other texts in some of its files. */
async function judgeFolder(
  dir: string,
  publicDir: string,
  { cacheDir, onStage = () => {}, ...how }: CheckOptions,
  instead: ReadonlyMap<string, string> = new Map(),
) {
  const cache = cacheDir === undefined ? undefined : new FactsCache(cacheDir, ROOT, dir);
  const asOf = readAsOf();
  const content = await loadContent(dir, (texts, registers) =>
    examineDocuments(
      texts.map((each) => ({ ...each, text: instead.get(each.file) ?? each.text })),
      registers,
      { ...how, cache },
    ),
  );
  onStage('examine');
  const verdict = await judgeWithDrafts(content, async (judged, withheld) => {
    const addresses = await gatherAddresses(judged, judged.documents, { contentDir: dir, publicDir });
    onStage('addresses');
    const nothing = { drafts: [], pagesWithDrafts: addresses.pages };
    const found = judgeContent({ ...judged, ...addresses, asOf, ...(withheld ?? nothing) });
    onStage('rules');
    return { ...found, pages: addresses.pages };
  });
  return { content, ...verdict };
}

/** Whether a file, by its path below the content folder, is among the given files and folders. */
function wantedBelow(dir: string, paths: readonly string[]): (file: string) => boolean {
  // A path typed wrong is said at once; without the folder every path is wrong, and that is said by the loader.
  const wanted = existsSync(dir) ? paths.map((given) => belowContent(dir, given)) : [];
  return (file) =>
    wanted.length === 0 || wanted.some((at) => at === '' || file === at || file.startsWith(`${at}/`));
}

/** Runs the rules; those on single documents have been run when the documents were examined. */
function judgeContent(
  content: LoadedContent<ExaminedDocument> & Omit<GatheredContext, 'documents' | 'components'>,
) {
  const found = new Map(content.documents.map(({ source, findings }) => [source.file, findings]));
  const documents = content.documents.map((document) => lintable(document, document.citations));
  return runRules({ ...content, documents, components: COMPONENT_NAMES }, RULES, ({ source }) =>
    found.get(source.file),
  );
}

function judgedFiles({
  documents,
  unreadable,
  strays,
  waiting,
  agencies,
  topics,
  addresses,
  exceptions,
}: LoadedContent): string[] {
  const registers = [agencies, topics, addresses, exceptions].filter((register) => register.present);
  return [
    ...documents.map(({ source }) => source.file),
    ...strays,
    ...waiting,
    ...[...unreadable, ...registers].map(({ file }) => file),
  ];
}

/** A given path as one below the content folder, '' for that folder itself. */
function belowContent(dir: string, given: string): string {
  if (given.trim() === '')
    throw new UsageError('发现一个空的路径，应为内容文件夹里的文件或文件夹。改法：写上路径，或去掉它。');
  const candidates = [path.resolve(given), path.resolve(dir, given)];
  for (const candidate of candidates) {
    const below = path.relative(path.resolve(dir), candidate);
    if (existsSync(candidate) && !below.startsWith('..') && !path.isAbsolute(below))
      return below.split(path.sep).join('/');
  }
  throw new UsageError(
    `发现路径 ${given} 不在内容文件夹 ${dir} 里，应为其中的文件或文件夹。改法：检查路径是否写错。`,
  );
}

/** Runs the command and returns its exit code. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const { paths, format, fix, help } = readArguments(args);
    if (help) {
      console.log(USAGE);
      return 0;
    }
    const dir = process.env['CONTENT_DIR'] || 'content';
    const progress = showProgress(process.stderr);
    const options = { cacheDir: CHECK_CACHE, onProgress: progress.show };
    const fixes = fix ? await fixFolder(dir, paths, PUBLIC_DIR, options) : undefined;
    const report = await checkContent(dir, paths, PUBLIC_DIR, options);
    progress.clear();
    const printed = await printReport(report, dir, format);
    if (fixes && format === 'text') console.log(reportFixes(fixes, (file) => path.join(dir, file)));
    // What programs read stays whole: JSON takes the changes in, beside other formats they go to the other stream.
    else if (fixes && format !== 'json') console.error(reportFixes(fixes, (file) => path.join(dir, file)));
    console.log(fixes && format === 'json' ? withFixes(printed, fixes) : printed);
    // Beside the report, which may be JSON.
    const settings = [
      ...imprintProblems(siteConfig),
      ...editorProblems(siteConfig.editor),
      ...neighbourProblems(siteConfig.neighbours),
    ];
    for (const problem of settings) console.error(problem);
    return report.errors + settings.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(failure(error));
    return 2;
  }
}

function failure(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const explained = explainFailure(error);
  if (explained !== undefined) return explained;
  const reason = error instanceof Error ? error.message : String(error);
  return `检查没能进行：程序出错（${reason}）。改法：把这段文字和正在检查的文件交给网站维护者。`;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
