/** Makes the files of a site with a compiled program, of those alone that changed since the last build. */
import { hash } from 'node:crypto';
import { copyFileSync, linkSync, statSync } from 'node:fs';
import path from 'node:path';
import { renumber, TextTable } from '../../src/inspect/page-notes.ts';
import { folderMaker } from './folder-maker.ts';
import type { Ledger, LedgerEntry } from './page-ledger.ts';
import type { PageTask } from './page-program.ts';
import type { RendererPool } from './renderer-pool.ts';

/** What a site is made with. */
export interface RenderPlan {
  readonly pool: RendererPool;
  /** Changes whenever the compiled program does. */
  readonly programKey: string;
  /** Of all that is known of the library but the words of its texts; see `StoreDigests`. */
  readonly shape: string;
  /** The new site's folder. */
  readonly outDir: string;
  /** The last site, which `ledger` tells of. */
  readonly lastDir: string;
  readonly ledger: Ledger;
}

/** A site's files, made. */
export interface RenderedSite {
  /** Addresses of its pages without the base path, in the order of the program's routes. */
  readonly pages: readonly string[];
  /** Files that were made; the others are those of the last build. */
  readonly made: number;
  readonly ledger: Ledger;
}

/**
 * Files that a later step of the build writes anew: taken over from the last site they would be the very same file on
 * disk, and change there too.
 */
const COMPLETED_LATER = new Set(['inspection/index.html', 'api/inspection.json']);

/** Makes every file of the site that `plan` tells of, or takes it over from the last one. */
export async function renderSite(plan: RenderPlan): Promise<RenderedSite> {
  const tasks = await plan.pool.list();
  const table = new TextTable();
  const files = new Map<string, LedgerEntry>();
  const keep = keeper(plan, table);
  const wanted: PageTask[] = [];
  for (const task of tasks) {
    if (task.ofProgram) continue;
    const kept = keep(task, keyOf(task, plan));
    if (kept) files.set(task.file, kept);
    else wanted.push(task);
  }
  await plan.pool.make(wanted, table, (task, made) => {
    files.set(task.file, { key: keyOf(task, plan), ...made });
  });
  return {
    pages: tasks.filter(({ isPage }) => isPage).map(({ pathname }) => pathname),
    made: wanted.length,
    ledger: { files, texts: table.texts },
  };
}

/** A file is the same as long as the program is, and what it shows. */
function keyOf(task: PageTask, { programKey, shape }: RenderPlan): string {
  return hash('sha256', JSON.stringify([programKey, task.file, task.cacheKey ?? shape]), 'base64url');
}

/** Takes files over from the last site: the very file where that can be, for the two sites never change one. */
function keeper(
  { ledger, lastDir, outDir }: RenderPlan,
  table: TextTable,
): (task: PageTask, key: string) => LedgerEntry | undefined {
  const numbers: number[] = [];
  const numberOf = (old: number): number => (numbers[old] ??= table.numberOf(ledger.texts[old] ?? ''));
  const makeFolder = folderMaker();
  return ({ file }, key) => {
    const last = ledger.files.get(file);
    if (last?.key !== key || COMPLETED_LATER.has(file)) return undefined;
    const from = path.join(lastDir, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (found?.size !== last.bytes || found.mtimeMs !== last.modified) return undefined;
    const to = path.join(outDir, file);
    makeFolder(path.dirname(to));
    const modified = takeOver(from, to);
    return { ...last, modified, ...(last.note ? { note: renumber(last.note, numberOf) } : {}) };
  };
}

/** Links a file, or copies it where the disk has no links or the places are on two disks; returns its time. */
function takeOver(from: string, to: string): number {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
  return statSync(to).mtimeMs;
}
