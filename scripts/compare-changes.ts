import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { makeView } from '../src/changes/make-view.ts';
import { renderHtml } from '../src/changes/render-html.ts';
import { renderMarkdown } from '../src/changes/render-markdown.ts';
import { type ChangeReport, compareSides } from '../src/changes/report.ts';
import { ContentFolderError, loadContent } from '../src/load/content-fs.ts';
import { EnvironmentMistake } from './build/environment.ts';
import { presentFiles, withContentAt } from './changes/content-at.ts';
import { findBase, findRepository } from './changes/find-base.ts';
import { ChangesError, fail } from './changes/git.ts';
import { otherFiles } from './changes/other-files.ts';
import { type ChangesArguments, readChangesArguments, USAGE } from './changes/read-arguments.ts';
import { readSide } from './changes/read-side.ts';
import { runCommand } from './import/read-arguments.ts';

/**
 * Compares the content folder, as it lies on the disk, with what it was at a git revision.
 * @throws ChangesError when git can't tell, ContentFolderError when there is no content folder.
 */
export async function changesSince(base: string, contentDir: string): Promise<ChangeReport> {
  await loadContent(contentDir);
  const repository = await findRepository(contentDir);
  const revisions = await findBase(repository, base);
  const before = await withContentAt(repository, revisions.commit, readSide);
  const after = await readSide(contentDir, await presentFiles(repository, contentDir));
  return compareSides(before, after, {
    revisions,
    others: await otherFiles(repository, revisions.commit),
  });
}

/** The report in the format that was asked for. */
export function writeReport(
  report: ChangeReport,
  { format, limit }: Pick<ChangesArguments, 'format' | 'limit'>,
): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  const view = makeView(report);
  return format === 'html' ? renderHtml(view) : renderMarkdown(view, { limit });
}

async function main(): Promise<number> {
  const given = readChangesArguments(process.argv.slice(2));
  if (given === 'help') {
    console.log(USAGE);
    return 0;
  }
  try {
    const dir = path.resolve(process.env['CONTENT_DIR'] || 'content');
    await deliver(await changesSince(given.base, dir), given);
    return 0;
  } catch (error) {
    const explained = [ChangesError, ContentFolderError, EnvironmentMistake];
    if (!(error instanceof Error && explained.some((kind) => error instanceof kind))) throw error;
    console.error(error.message);
    return 2;
  }
}

/** What CI hands on: a comment of GitHub holds 65,536 characters, a job's summary 1 MiB, with three bytes a character. */
const FILES: Readonly<Record<string, Pick<ChangesArguments, 'format' | 'limit'>>> = {
  'changes.json': { format: 'json', limit: undefined },
  'changes.html': { format: 'html', limit: undefined },
  'comment.md': { format: 'markdown', limit: 60_000 },
  'summary.md': { format: 'markdown', limit: 300_000 },
};

async function deliver(report: ChangeReport, given: ChangesArguments): Promise<void> {
  const { out, all } = given;
  if (all !== undefined) {
    await mkdir(all, { recursive: true }).catch((error: unknown) => unwritable(all, error));
    for (const [name, how] of Object.entries(FILES))
      await save(path.join(all, name), writeReport(report, how));
  } else if (out === undefined) process.stdout.write(writeReport(report, given));
  else await save(out, writeReport(report, given));
}

async function save(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => unwritable(file, error));
  console.log(`变更清单已写进 ${file}。`);
}

function unwritable(file: string, cause: unknown): never {
  return fail(`写不进 ${file}`, '有写权限、所在文件夹已有的路径', '换一个地方', cause);
}

if (import.meta.main) await runCommand(USAGE, main);
