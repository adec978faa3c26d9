/** Makes the files of a site with a compiled program, of those alone that changed since the last build. */
import { hash } from 'node:crypto';
import { copyFileSync, linkSync, statSync } from 'node:fs';
import path from 'node:path';
import { renumber, TextTable } from '../../src/inspect/page-notes.ts';
import type { PageHash } from '../search-index/library-shards.ts';
import { folderMaker } from './folder-maker.ts';
import type { Ledger, LedgerEntry } from './page-ledger.ts';
import type { PageTask } from './page-program.ts';
import type { LibraryDigests } from './prepare-library.ts';
import type { RendererPool } from './renderer-pool.ts';
import { sameReads } from './seen-reads.ts';
import { pageWriter } from './write-page.ts';

/** What a site is made with. */
export interface RenderPlan extends LibraryDigests {
  readonly pool: RendererPool;
  /** Changes whenever the compiled program does. */
  readonly programKey: string;
  /** The new site's folder. */
  readonly outDir: string;
  /** The last site, which `ledger` tells of. */
  readonly lastDir: string;
  readonly ledger: Ledger;
  /** Told when all is there that the index of the search reads, while the rest is still being made. */
  readonly onIndexable?: ((sumOf: PageHash) => void) | undefined;
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
  const keep = keeper(plan, await unchangedReads(plan), table);
  const wanted: PageTask[] = [];
  for (const task of tasks) {
    if (task.ofProgram) continue;
    const kept = keep(task);
    if (kept) files.set(task.file, kept);
    else wanted.push(task);
  }
  const write = pageWriter(plan.outDir, table);
  const make = (own: readonly PageTask[]): Promise<void> =>
    plan.pool.make(own, (task, made) => {
      const written = write(task, made);
      files.set(task.file, { key: keyOf(task, plan, written.reads !== undefined), ...written });
    });
  plan.pool.expect(wanted.length);
  if (plan.onIndexable) {
    await make(wanted.filter(({ indexed }) => indexed));
    plan.onIndexable((file) => files.get(file)?.sum);
    await make(wanted.filter(({ indexed }) => !indexed));
  } else await make(wanted);
  return {
    pages: tasks.filter(({ isPage }) => isPage).map(({ pathname }) => pathname),
    made: wanted.length,
    ledger: { programKey: plan.programKey, shape: plan.shape, files, texts: table.texts },
  };
}

/** A file is the same as long as the program is, and what it shows; of a watched page's reads the key says nothing. */
function keyOf(task: PageTask, { programKey, shape, common }: RenderPlan, watched: boolean): string {
  const shown = watched ? [task.cacheKey, common] : (task.cacheKey ?? shape);
  return hash('sha256', JSON.stringify([programKey, task.file, shown]), 'base64url');
}

/** Tells which reads of the last site's pages, by their numbers in its ledger, give the same in this one. */
async function unchangedReads({
  ledger,
  programKey,
  shape,
  pool,
}: RenderPlan): Promise<(number: number) => boolean> {
  if (ledger.programKey !== programKey) return () => false;
  if (ledger.shape === shape) return () => true;
  const numbers = new Set([...ledger.files.values()].flatMap(({ reads }) => (reads ? [...reads] : [])));
  const seen = [...numbers].map((number) => ledger.texts[number] ?? '');
  const same = await sameReads(seen, (names) => pool.digestsOf(names));
  return (number) => same.has(ledger.texts[number] ?? '');
}

/** Takes files over from the last site: the very file where that can be, for the two sites never change one. */
function keeper(
  plan: RenderPlan,
  isUnchanged: (read: number) => boolean,
  table: TextTable,
): (task: PageTask) => LedgerEntry | undefined {
  const { ledger, lastDir, outDir } = plan;
  const numbers: number[] = [];
  const numberOf = (old: number): number => (numbers[old] ??= table.numberOf(ledger.texts[old] ?? ''));
  const makeFolder = folderMaker();
  return (task) => {
    const { file } = task;
    const last = ledger.files.get(file);
    if (last?.key !== keyOf(task, plan, last?.reads !== undefined) || COMPLETED_LATER.has(file))
      return undefined;
    if (last.reads && !last.reads.every(isUnchanged)) return undefined;
    const from = path.join(lastDir, file);
    const found = statSync(from, { throwIfNoEntry: false });
    if (found?.size !== last.bytes || found.mtimeMs !== last.modified) return undefined;
    const to = path.join(outDir, file);
    makeFolder(path.dirname(to));
    const modified = takeOver(from, to);
    return {
      ...{ ...last, modified },
      ...(last.note ? { note: renumber(last.note, numberOf) } : {}),
      ...(last.reads ? { reads: last.reads.map(numberOf) } : {}),
    };
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
