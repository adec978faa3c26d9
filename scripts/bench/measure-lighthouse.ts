import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type DebuggedBrowser, launchDebuggedBrowser } from '../launch-browser.ts';
import { serveStatic } from '../serve-static.ts';
import { lighthouseCommand } from './install-lighthouse.ts';
import { CATEGORIES, type Category, isBelow, type LighthouseFigures } from './lighthouse-scores.ts';
import { samplePages } from './page-kinds.ts';
import { COMPRESSED } from './page-weight.ts';

/** The parts of its report that are read. */
interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly categories: Record<
    Category,
    { score: number | null; auditRefs: readonly { id: string; weight: number }[] }
  >;
  readonly audits: Record<string, { score: number | null; title: string; displayValue?: string }>;
}

interface Setting {
  readonly command: string;
  readonly browser: DebuggedBrowser;
  readonly home: string;
  readonly scratch: string;
}

/** More runs of a page that was too slow in the first: its machine may have had something else to do. */
const MORE_RUNS = 2;

/**
 * Scores one page of each kind of the site in `outDir`, at the root of its host. Files are put into `outDir`: what a
 * server sends compressed lies compressed beside each; `scratch` takes Lighthouse's reports.
 */
export async function measureLighthouse(
  outDir: string,
  scratch: string,
  progress: (step: string) => void,
): Promise<LighthouseFigures[]> {
  const command = await lighthouseCommand(progress);
  await compressFiles(outDir);
  await mkdir(scratch, { recursive: true });
  const server = await serveStatic(outDir, { port: 0, basePath: '/' });
  const browser = await launchDebuggedBrowser();
  const setting: Setting = { command, browser, home: server.url, scratch };
  const figures: LighthouseFigures[] = [];
  try {
    for (const page of await samplePages(outDir)) {
      progress(`Lighthouse：/${page.path}`);
      const hidden = await isHidden(path.join(outDir, page.path, 'index.html'));
      figures.push(await scorePage(setting, page, hidden));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return figures;
}

async function compressFiles(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    await writeFile(`${file}.gz`, gzipSync(await readFile(file)));
  }
}

/** A page that keeps itself out of search engines is not to be blamed for it. */
const isHidden = async (file: string): Promise<boolean> =>
  /<meta name="robots" content="[^"]*noindex/.test(await readFile(file, 'utf8'));

async function scorePage(
  setting: Setting,
  page: { name: string; path: string },
  hidden: boolean,
): Promise<LighthouseFigures> {
  const run = (): Promise<LighthouseFigures> => runOnce(setting, page, hidden);
  const runs = [await run()];
  if (runs[0] && isBelow(runs[0])) for (let more = 0; more < MORE_RUNS; more++) runs.push(await run());
  runs.sort((a, b) => a.scores.performance - b.scores.performance);
  const median = runs[Math.floor(runs.length / 2)];
  if (!median) throw new RangeError('no run');
  return median;
}

const run = promisify(execFile);

async function runOnce(
  { command, browser, home, scratch }: Setting,
  { name, path: at }: { name: string; path: string },
  hidden: boolean,
): Promise<LighthouseFigures> {
  const output = path.join(scratch, 'lighthouse.json');
  const options = [
    `--port=${browser.port}`,
    '--quiet',
    '--output=json',
    `--output-path=${output}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    ...(hidden ? ['--skip-audits=is-crawlable'] : []),
    // It would ask, and wait for the answer.
    '--no-enable-error-reporting',
  ];
  await run(process.execPath, [command, home + at.split('/').map(encodeURIComponent).join('/'), ...options]);
  const report = JSON.parse(await readFile(output, 'utf8')) as Report;
  if (report.runtimeError) throw new Error(`Lighthouse：/${at}：${report.runtimeError.message}`);
  return { name, path: at, ...readReport(report) };
}

/** The scores of a report, and what lowers them. */
export function readReport({
  categories,
  audits,
}: Pick<Report, 'categories' | 'audits'>): Pick<LighthouseFigures, 'scores' | 'lowered'> {
  const score = (category: Category): number => Math.round(100 * (categories[category].score ?? 0));
  const lowered = CATEGORIES.flatMap((category) =>
    categories[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.995) return [];
      return [`${category}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`];
    }),
  );
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
      seo: score('seo'),
    },
    lowered,
  };
}
