import { existsSync } from 'node:fs';
import path from 'node:path';
import { imprintProblems } from '../src/core/imprint.ts';
import type { Issue } from '../src/lint/issue.ts';
import { countIssues } from '../src/lint/issue.ts';
import type { LintContext } from '../src/lint/rule.ts';
import { RULES } from '../src/lint/rules/index.ts';
import { runRules } from '../src/lint/run.ts';
import { ContentFolderError, type LoadedContent, loadContent } from '../src/load/content-fs.ts';
import { COMPONENT_NAMES } from '../src/markdown/components.ts';
import { parseAll } from '../src/markdown/parse-all.ts';
import { DOCUMENT_SCHEMAS } from '../src/schema/documents.ts';
import { isDraft } from '../src/schema/draft.ts';
import { readableFields } from '../src/schema/readable-fields.ts';
import { siteConfig } from '../src/site.config.ts';
import { EnvironmentMistake, readAsOf } from './build/environment.ts';
import { judgeWithDrafts } from './check/judge-drafts.ts';
import { gatherAddresses, type ParsedDocument, PUBLIC_DIR } from './check-addresses.ts';
import { type Format, REPORTERS, readArguments, USAGE, UsageError } from './check-arguments.ts';

/** What the check found. */
export interface CheckResult {
  /** Sorted by file, line and rule; files are paths below the content folder. */
  issues: Issue[];
  /** How many files were judged and are reported on. */
  files: number;
  /** Those of them that are drafts and will not be published. */
  drafts: string[];
  errors: number;
  warnings: number;
}

/**
 * Judges a content folder. `paths` (files or folders, below the working folder or below `dir`) restrict what is
 * reported, not what is read: a duplicate is a matter of two files. `publicDir` holds what every page shares.
 * AS_OF says as of which day, as in a build.
 * @throws ContentFolderError when `dir` is no content folder, UsageError for a path that is not in it,
 *   EnvironmentMistake when AS_OF is no day.
 */
export async function checkContent(
  dir: string,
  paths: readonly string[] = [],
  publicDir = PUBLIC_DIR,
): Promise<CheckResult> {
  const content = await loadContent(dir);
  const wanted = paths.map((given) => belowContent(dir, given));
  const isWanted = (file: string): boolean =>
    wanted.length === 0 || wanted.some((at) => at === '' || file === at || file.startsWith(`${at}/`));
  const parsed = content.documents.map((document) => ({ ...document, body: parseAll(document.source.body) }));
  const found = await judgeWithDrafts({ ...content, documents: parsed }, async (judged, withheld) => {
    const context = { ...(await contextOf(judged, { contentDir: dir, publicDir })), ...withheld };
    return { issues: runRules(context, RULES), pages: context.pages };
  });
  const issues = found.filter(({ file }) => isWanted(file));
  const drafts = parsed.filter(isDraft).map(({ source }) => source.file);
  return {
    issues,
    files: judgedFiles(content).filter(isWanted).length,
    drafts: drafts.filter(isWanted),
    ...countIssues(issues),
  };
}

type ParsedContent = Omit<LoadedContent, 'documents'> & { documents: ParsedDocument[] };
interface Folders {
  contentDir: string;
  publicDir: string;
}

/** Gathers what the rules judge. */
async function contextOf(content: ParsedContent, folders: Folders): Promise<LintContext> {
  const addresses = await gatherAddresses(content, content.documents, folders);
  const documents = content.documents.map((document) => ({
    ...document,
    data:
      document.data ??
      readableFields(DOCUMENT_SCHEMAS[document.source.collection], document.source.frontmatter),
  }));
  return {
    ...{ ...content, ...addresses, documents, drafts: [], pagesWithDrafts: addresses.pages },
    ...{ components: COMPONENT_NAMES, asOf: readAsOf() },
  };
}

function judgedFiles({
  documents,
  unreadable,
  strays,
  agencies,
  topics,
  addresses,
}: LoadedContent): string[] {
  const registers = [agencies, topics, addresses].filter((register) => register.present);
  return [
    ...documents.map(({ source }) => source.file),
    ...strays,
    ...[...unreadable, ...registers].map(({ file }) => file),
  ];
}

/** A given path as one below the content folder, '' for that folder itself. */
function belowContent(dir: string, given: string): string {
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

/** Issues with their files as the reader of a report opens them: from the repository's root for GitHub, else from here. */
export function located(issues: readonly Issue[], dir: string, format: Format): Issue[] {
  if (format === 'json') return [...issues];
  const base = format === 'github' ? repositoryRoot(path.resolve(dir)) : process.cwd();
  return issues.map((issue) => {
    const full = path.resolve(dir, issue.file);
    const relative = path.relative(base, full);
    return { ...issue, file: (relative.startsWith('..') ? full : relative).split(path.sep).join('/') };
  });
}

function repositoryRoot(from: string): string {
  for (let at = from; at !== path.dirname(at); at = path.dirname(at))
    if (existsSync(path.join(at, '.git'))) return at;
  return process.cwd();
}

/** Runs the command and returns its exit code. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const { paths, format, help } = readArguments(args);
    if (help) {
      console.log(USAGE);
      return 0;
    }
    const dir = process.env['CONTENT_DIR'] || 'content';
    const { issues, files, drafts, errors } = await checkContent(dir, paths);
    console.log(REPORTERS[format](located(issues, dir, format), files, drafts));
    // Beside the report, which may be JSON.
    const settings = imprintProblems(siteConfig);
    for (const problem of settings) console.error(problem);
    return errors + settings.length > 0 ? 1 : 0;
  } catch (error) {
    console.error(failure(error));
    return 2;
  }
}

function failure(error: unknown): string {
  const explained = [UsageError, ContentFolderError, EnvironmentMistake];
  if (error instanceof Error && explained.some((kind) => error instanceof kind)) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `检查没能进行：程序出错（${reason}）。改法：把这段文字和正在检查的文件交给网站维护者。`;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
