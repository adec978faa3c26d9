/** Inspects a built site: takes every page once, adds what it finds to the report, and puts that into page and data. */

import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { percentDecoded } from '../../src/core/percent-decoded.ts';
import { BuiltSite } from '../../src/inspect/built-site.ts';
import { type BuiltPage, readBuiltPage } from '../../src/inspect/read-page.ts';
import { countFindings, renderReport } from '../../src/inspect/render-report.ts';
import { type InspectionReport, inspection } from '../../src/schema/api.ts';
import { siteConfig } from '../../src/site.config.ts';
import { brokenAttachments } from './broken-attachments.ts';

const DATA = 'api/inspection.json';
const PAGE = 'inspection/index.html';
const PLACE = /<!--inspection-->[\s\S]*<!--\/inspection-->/;
/** How many faults the build's own message names. */
const NAMED = 5;

/** Where a built site lies and will lie. */
export interface BuiltFolder {
  dir: string;
  /** Begins and ends with a slash. */
  base: string;
  siteUrl: string;
}

/** What is known of a site's files beforehand, by their paths below its folder. */
export interface KnownFiles {
  /** A page; what isn't known is read. */
  page: (file: string) => BuiltPage | undefined;
  /** Whether the build itself has made a file, so that it opens. */
  isMade: (file: string) => boolean;
}

const NOTHING: KnownFiles = { page: () => undefined, isMade: () => false };

/** Inspects the site in `dir` and completes its inspection page and data. Returns what the build says of it. */
export async function inspectSite(folder: BuiltFolder, known = NOTHING): Promise<string> {
  const report = await judge(folder, known);
  await writeFile(path.join(folder.dir, DATA), JSON.stringify(report));
  const page = path.join(folder.dir, PAGE);
  const html = renderReport(report, folder.base + DATA);
  const place = `<!--inspection-->${html}<!--/inspection-->`;
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace(PLACE, () => place),
  );
  return summary(report, folder.base);
}

/** The whole report: that of the content, as the pages were made with, and that of the built files. */
async function judge({ dir, base, siteUrl }: BuiltFolder, known: KnownFiles): Promise<InspectionReport> {
  const content = inspection.parse(JSON.parse(await readFile(path.join(dir, DATA), 'utf8')));
  const files = listFiles(dir);
  const { origin, hostname } = new URL(siteUrl);
  const site = new BuiltSite({
    ...{ base, origin, domain: hostname, files: new Set(files) },
    ...{ idCode: siteConfig.registration.siteIdCode, siteName: siteConfig.name },
    neighbours: (siteConfig.neighbours ?? []).map((neighbour) => neighbour.path),
    documents: await documentIds(dir),
  });
  // Nothing else runs meanwhile, and many small files are read sooner in this way.
  for (const file of files.filter((name) => name.endsWith('.html')))
    site.add(file, known.page(file) ?? readBuiltPage(readFileSync(path.join(dir, file), 'utf8')));
  const attachments = [...site.linkedAttachments().keys()].filter((file) => !known.isMade(file));
  const { checks, built } = site.report(await brokenAttachments(dir, attachments));
  // A site that was inspected before keeps nothing of what was found in its pages then.
  const ofContent = content.checks.filter(({ id }) => checks.every((check) => check.id !== id));
  return { ...content, checks: [...checks, ...ofContent], built };
}

async function documentIds(dir: string): Promise<Set<string>> {
  const rows = JSON.parse(await readFile(path.join(dir, 'api/documents.json'), 'utf8')) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}

/** At once: waiting for each of thousands of folders takes several times as long. */
function listFiles(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dir, path.join(parentPath, name)).split(path.sep).join('/'))
    .sort();
}

/** One line, and the faults by name. */
function summary(report: InspectionReport, base: string): string {
  const faults = report.checks
    .filter(({ weight }) => weight === 'fault')
    .flatMap(({ title, mend, findings }) => findings.map((finding) => ({ title, mend, ...finding })));
  const line = `自查：${report.built?.pages ?? 0} 个网页、${report.built?.links ?? 0} 处站内链接；须改 ${faults.length} 项，待补 ${countFindings(report, 'gap')} 项，见 ${base}inspection/。`;
  const named = faults
    .slice(0, NAMED)
    .map(
      ({ title, what, url, label }) => `  ${title}：${url === null ? label : percentDecoded(url)}，${what}`,
    );
  const more = faults.length > NAMED ? [`  ……等，共 ${faults.length} 项`] : [];
  return [line, ...named, ...more].join('\n');
}
