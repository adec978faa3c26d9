import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuiltDocument, measureOutput, pageFile } from './measure-output.ts';
import { BuildFailed } from './run-build.ts';
import { type ProcessRun, runProcess } from './run-process.ts';

/** An index made several times over: the runs in order, and what a browser may load of it. */
export interface IndexSide {
  readonly runs: ReadonlyArray<Pick<ProcessRun, 'ms' | 'peakBytes'>>;
  readonly files: number;
  readonly bytes: number;
}

/** Our index and plain Pagefind's own, of the same pages. */
export interface IndexFigures {
  readonly site: IndexSide;
  readonly plain: IndexSide;
}

interface IndexPlace {
  /** The built site. */
  readonly outDir: string;
  /** Where to copy its pages for plain Pagefind. */
  readonly copyDir: string;
  /** Where to put plain Pagefind's index. */
  readonly indexDir: string;
  /** What builds keep for the next; a folder of its own is made in it. */
  readonly cacheDir: string;
}

const SITE_SCRIPT = fileURLToPath(new URL('../build-search-index.ts', import.meta.url));
const PLAIN_SCRIPT = fileURLToPath(new URL('index-plain.ts', import.meta.url));
/** Other work on the machine only ever makes a run longer: the faster of two is nearer the truth. */
const ROUNDS = 2;

/**
 * Makes both indexes in turn, each by a process of its own that does the whole step. In the copies the regions that
 * our search covers carry data-pagefind-body, so that both are of the same text. @throws BuildFailed
 */
export async function measureIndexing(
  { outDir, copyDir, indexDir, cacheDir }: IndexPlace,
  documents: readonly BuiltDocument[],
): Promise<IndexFigures> {
  await copyPages(outDir, copyDir, documents);
  const keptDir = path.join(cacheDir, 'index-alone');
  const site: ProcessRun[] = [];
  const plain: ProcessRun[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    // Each time from nothing, as plain Pagefind.
    for (const dir of [indexDir, keptDir]) await rm(dir, { recursive: true, force: true });
    const env = { OUT_DIR: outDir, BASE_PATH: '/', SITE_URL: '', WENKU_CACHE: keptDir };
    site.push(await runStep(SITE_SCRIPT, [], env));
    plain.push(await runStep(PLAIN_SCRIPT, [copyDir, indexDir], {}));
  }
  const { indexFiles, indexBytes } = await measureOutput(outDir);
  return {
    site: { runs: site.map(figuresOf), files: indexFiles, bytes: indexBytes },
    plain: { runs: plain.map(figuresOf), ...(await weighPlain(indexDir)) },
  };
}

const figuresOf = ({ ms, peakBytes }: ProcessRun) => ({ ms, peakBytes });

async function runStep(script: string, args: string[], env: Record<string, string>): Promise<ProcessRun> {
  const run = await runProcess(script, { args, env });
  if (run.code !== 0) throw new BuildFailed(run.output);
  return run;
}

async function copyPages(
  outDir: string,
  copyDir: string,
  documents: readonly BuiltDocument[],
): Promise<void> {
  for (const document of documents) {
    const target = pageFile(copyDir, document);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, markRegions(await readFile(pageFile(outDir, document), 'utf8')));
  }
}

function markRegions(html: string): string {
  return html
    .replace(/\sdata-document-(?:title|facts|body|notes)(?=[\s>])/g, '$& data-pagefind-body')
    .replace(/\sdata-search-ignore(?=[\s>])/g, '$& data-pagefind-ignore');
}

/** Pagefind also writes interfaces that a page need not use. */
const UNUSED = /^pagefind-(?:\w+-)?(?:ui|highlight)\b/;

async function weighPlain(dir: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const used = entries.filter((entry) => entry.isFile() && !UNUSED.test(entry.name));
  const stats = await Promise.all(used.map((entry) => stat(path.join(entry.parentPath, entry.name))));
  return { files: used.length, bytes: stats.reduce((sum, { size }) => sum + size, 0) };
}
