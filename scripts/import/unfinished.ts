import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a run was about to put in place. Paths are below the folder. */
type Step = { temporary: string; target: string };

const JOURNAL = /^\.import-(\d+)\.json$/;
const TEMPORARY = /^\..+\.(\d+)(?:\.old)?\.tmp$/;

/** Writes down what is about to be put in place; returns the path of the list. */
export async function openJournal(
  folder: string,
  steps: readonly { temporary: string; target: string }[],
): Promise<string> {
  const journal = path.join(folder, `.import-${process.pid}.json`);
  const below = steps.map(({ temporary, target }): Step => {
    return { temporary: path.relative(folder, temporary), target: path.relative(folder, target) };
  });
  // The list is either whole or not there: a run killed while it was written has put nothing in place yet.
  try {
    await writeFile(`${journal}.tmp`, JSON.stringify(below));
    await rename(`${journal}.tmp`, journal);
  } finally {
    await rm(`${journal}.tmp`, { force: true });
  }
  return journal;
}

/** All is in place, or all was put back. */
export async function closeJournal(journal: string | undefined): Promise<void> {
  if (journal !== undefined) await rm(journal, { force: true });
}

/**
 * Ends what killed runs left half done in a content folder, and clears away their temporary files. Files of other runs
 * that are still going on are left alone. To be called before this run writes anything. Returns the targets that were put in place.
 */
export async function finishKilledRuns(folder: string): Promise<string[]> {
  const finished: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = JOURNAL.exec(name)?.[1];
    if (pid === undefined || isOfAnotherRun(Number(pid))) continue;
    for (const { temporary, target } of await readSteps(path.join(folder, name))) {
      if (isBelow(temporary) && isBelow(target) && (await isFile(path.join(folder, temporary)))) {
        await rename(path.join(folder, temporary), path.join(folder, target));
        finished.push(target);
      }
    }
    await rm(path.join(folder, name), { force: true });
  }
  await clearTemporary(folder);
  return finished;
}

async function readSteps(journal: string): Promise<Step[]> {
  const steps: unknown = JSON.parse(await readFile(journal, 'utf8'));
  const isStep = (step: unknown): step is Step =>
    typeof step === 'object' &&
    step !== null &&
    'temporary' in step &&
    'target' in step &&
    typeof step.temporary === 'string' &&
    typeof step.target === 'string';
  return Array.isArray(steps) ? steps.filter(isStep) : [];
}

async function clearTemporary(folder: string): Promise<void> {
  for (const below of ['.', 'plans', 'summaries', 'policies', 'files']) {
    for (const name of await readdir(path.join(folder, below)).catch(() => [])) {
      const pid = TEMPORARY.exec(name)?.[1] ?? /^\.import-(\d+)\.json\.tmp$/.exec(name)?.[1];
      if (pid !== undefined && !isOfAnotherRun(Number(pid)))
        await rm(path.join(folder, below, name), { force: true });
    }
  }
}

/** A list may have been put there by anyone: it moves nothing out of the folder or into it. */
function isBelow(file: string): boolean {
  return !path.isAbsolute(file) && !path.normalize(file).startsWith('..');
}

async function isFile(target: string): Promise<boolean> {
  return (await stat(target).catch(() => undefined))?.isFile() === true;
}

/**
 * True when the process is still at work. This one hasn't begun: what bears its number was left by an earlier process,
 * as happens in containers, where every run gets the same number.
 */
function isOfAnotherRun(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
