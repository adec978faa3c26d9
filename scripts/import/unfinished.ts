import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isOfAnotherRun } from '../build/is-running.ts';

/** What a run was about to put in place. Paths are below the folder. */
type Step = { temporary: string; target: string };

const JOURNAL = /^\.import-(\d+)\.json$/;
/** What a run of the inbox is converting now. */
const CONVERTING = /^\.inbox-(\d+)\.json$/;
const TEMPORARY = /^\..+\.(\d+)(?:\.old)?\.tmp$/;

/** Writes down what is about to be put in place; returns the path of the list. */
export async function openJournal(
  folder: string,
  steps: readonly { temporary: string; target: string }[],
): Promise<string> {
  const below = steps.map(({ temporary, target }): Step => {
    return { temporary: path.relative(folder, temporary), target: path.relative(folder, target) };
  });
  return writeNote(path.join(folder, `.import-${process.pid}.json`), below);
}

/** The note is either whole or not there: a run killed while it was written has put nothing in place yet. */
async function writeNote(file: string, value: unknown): Promise<string> {
  try {
    await writeFile(`${file}.tmp`, JSON.stringify(value));
    await rename(`${file}.tmp`, file);
  } finally {
    await rm(`${file}.tmp`, { force: true });
  }
  return file;
}

/**
 * Notes that a file of the inbox, by its path below the content folder, is about to be converted and its original taken
 * away; `closeJournal` takes the note back. Killed in between, the next run knows that the original has still to go.
 */
export function noteConversion(folder: string, original: string): Promise<string> {
  return writeNote(path.join(folder, `.inbox-${process.pid}.json`), original);
}

/** Originals, by their paths below the content folder, that killed runs were converting. Their notes are taken back. */
export async function takeKilledConversions(folder: string): Promise<Set<string>> {
  const originals = new Set<string>();
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = CONVERTING.exec(name)?.[1];
    if (pid === undefined || isOfAnotherRun(Number(pid))) continue;
    const original = readJson(await readFile(path.join(folder, name), 'utf8'));
    if (typeof original === 'string') originals.add(original);
    await rm(path.join(folder, name), { force: true });
  }
  return originals;
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
  const steps = readJson(await readFile(journal, 'utf8'));
  const isStep = (step: unknown): step is Step =>
    typeof step === 'object' &&
    step !== null &&
    'temporary' in step &&
    'target' in step &&
    typeof step.temporary === 'string' &&
    typeof step.target === 'string';
  return Array.isArray(steps) ? steps.filter(isStep) : [];
}

/** Undefined for what is no JSON: the list was put there by somebody else, or the disk lost it. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Temporary files lie beside their targets, at whatever depth of the folders that hold documents and attachments. */
async function clearTemporary(folder: string): Promise<void> {
  const below = ['plans', 'summaries', 'policies', 'files'].map((name) => path.join(folder, name));
  const listings = [listFiles(folder, false), ...below.map((each) => listFiles(each, true))];
  for (const file of (await Promise.all(listings)).flat()) {
    const name = path.basename(file);
    const pid = TEMPORARY.exec(name)?.[1] ?? /^\.(?:import|inbox)-(\d+)\.json\.tmp$/.exec(name)?.[1];
    if (pid !== undefined && !isOfAnotherRun(Number(pid))) await rm(file, { force: true });
  }
}

async function listFiles(folder: string, recursive: boolean): Promise<string[]> {
  const names = await readdir(folder, { recursive }).catch(() => []);
  return names.map((name) => path.join(folder, name));
}

/** A list may have been put there by anyone: it moves nothing out of the folder or into it. */
function isBelow(file: string): boolean {
  return !path.isAbsolute(file) && !path.normalize(file).startsWith('..');
}

async function isFile(target: string): Promise<boolean> {
  return (await stat(target).catch(() => undefined))?.isFile() === true;
}
