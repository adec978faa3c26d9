/** Writes an export whole: beside its place first, then in it. The same site gives the same bytes. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ExportedDocument, exportSchema } from '../../src/schema/export.ts';
import {
  LONGEST_KEY,
  meilisearchKey,
  meilisearchSettings,
  toMeilisearch,
} from '../../src/search/export-meilisearch.ts';
import { bulkLines, openSearchIndex } from '../../src/search/export-opensearch.ts';
import type { SiteEnvironment } from '../build/environment.ts';
import { guardOutputFolder, type OutputKind, replaceFolder, sweepRemains } from '../build/output-folder.ts';
import { STAGING_PARENT } from '../build/staging.ts';
import { LineFile } from './line-file.ts';
import { ExportMistake, readSite } from './read-site.ts';

/** The engines for which files are written beside the plain ones. */
export interface Engines {
  readonly opensearch: boolean;
  readonly meilisearch: boolean;
}

export interface ExportReport {
  readonly documents: number;
  /** SHA-256 of documents.jsonl: exports of the same library are told by it. */
  readonly digest: string;
}

const LIST = 'documents.jsonl';
const SCHEMA = 'documents.schema.json';
const EXPORT: OutputKind = { setting: '--out', example: '--out export', marks: [LIST, SCHEMA] };

/** How a document is written into one of the files. */
interface Lines {
  readonly name: string;
  readonly toText: (document: ExportedDocument) => string;
}

const toLine = (value: object): string => `${JSON.stringify(value)}\n`;
const toPage = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Exports the site of `environment` into `out`, in place of an earlier export. @throws ExportMistake */
export async function writeExport(
  environment: SiteEnvironment,
  out: string,
  engines: Engines,
): Promise<ExportReport> {
  const { contentDir, outDir, base } = environment;
  await guardOutputFolder({ outDir: out, contentDir }, EXPORT, [outDir]);
  await sweepRemains(out, STAGING_PARENT);
  const fresh = `${path.resolve(out)}.new-${process.pid}`;
  try {
    await mkdir(fresh);
    for (const [name, value] of Object.entries(settingsOf(engines))) {
      await mkdir(path.dirname(path.join(fresh, name)), { recursive: true });
      await writeFile(path.join(fresh, name), toPage(value));
    }
    const report = await writeDocuments(readSite(outDir, base), fresh, linesOf(engines));
    await replaceFolder(out, fresh);
    return report;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The small files, by name. */
function settingsOf({ opensearch, meilisearch }: Engines): Record<string, object> {
  return {
    [SCHEMA]: exportSchema(),
    ...(opensearch ? { 'opensearch/mapping.json': openSearchIndex() } : {}),
    ...(meilisearch ? { 'meilisearch/settings.json': meilisearchSettings() } : {}),
  };
}

/** The files that hold every document; the plain list is the first. */
function linesOf({ opensearch, meilisearch }: Engines): Lines[] {
  return [
    { name: LIST, toText: toLine },
    ...(opensearch ? [{ name: 'opensearch/bulk.ndjson', toText: bulkLines }] : []),
    ...(meilisearch ? [{ name: 'meilisearch/documents.jsonl', toText: meilisearchLine }] : []),
  ];
}

function meilisearchLine(document: ExportedDocument): string {
  const bytes = Buffer.byteLength(meilisearchKey(document.id));
  if (bytes <= LONGEST_KEY) return toLine(toMeilisearch(document));
  throw new ExportMistake(
    `发现文件编号 ${document.id} 写成 Meilisearch 的主键有 ${bytes} 字节，应不超过 ${LONGEST_KEY} 字节。改法：缩短它的文件名（旧名写进 aliases），重新生成网站。`,
  );
}

async function writeDocuments(
  documents: AsyncIterable<ExportedDocument>,
  folder: string,
  kinds: readonly Lines[],
): Promise<ExportReport> {
  const hash = createHash('sha256');
  const files: LineFile[] = [];
  let count = 0;
  let isWhole = false;
  try {
    for (const { name } of kinds) files.push(await LineFile.create(path.join(folder, name)));
    for await (const document of documents) {
      hash.update(toLine(document));
      for (const [index, { toText }] of kinds.entries()) await files[index]?.add(toText(document));
      count++;
    }
    isWhole = true;
  } finally {
    for (const file of files) await file.close(isWhole);
  }
  return { documents: count, digest: hash.digest('hex') };
}
