import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { INBOX, isWaiting } from '../../src/core/inbox.ts';
import { type LoadedDocument, readContent } from '../../src/load/content-fs.ts';
import { explainFailure } from '../build/explain-failure.ts';
import { findOffice } from '../import/convert-office.ts';
import { gatherFiles } from '../import/gather-files.ts';
import { type ImportTools, importFile } from '../import/import-files.ts';
import { openReader } from '../import/isolated-reader.ts';
import { takenBy } from '../import/name-targets.ts';
import type { FileReport } from '../import/report.ts';
import {
  closeJournal,
  finishKilledRuns,
  noteConversion,
  takeKilledConversions,
} from '../import/unfinished.ts';
import { exists } from '../import/write-files.ts';
import { chooseCollection } from './choose-collection.ts';
import { keepOriginal } from './keep-original.ts';
import { putAway } from './put-away.ts';

/** How a run was asked for. */
export interface InboxOptions {
  contentDir: string;
  dryRun: boolean;
  /** Keep originals as attachments. */
  keep: boolean;
  /** Overwrite documents that are there already. */
  force: boolean;
}

/** What became of a file of the inbox. */
export interface InboxEntry extends FileReport {
  /** Why it went where it went; null for a refused one. */
  because: string | null;
  /** What became of the original; null for a refused one, which stays. */
  original: string | null;
}

/** What a run did. */
export interface InboxRun {
  entries: InboxEntry[];
  /** Files, below the content folder, that a killed run had not put in place. */
  finished: string[];
  /** Why an original could not be taken away: the run ended there, and the next one goes on with it. */
  stopped: string | undefined;
}

/**
 * Converts everything that waits in the inbox. A refused file stays there and keeps no other from being converted. What
 * a killed run left half done is ended first.
 */
export async function convertInbox(
  options: InboxOptions,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<InboxRun> {
  const { contentDir, dryRun } = options;
  const inbox = path.join(contentDir, INBOX);
  const finished = dryRun ? [] : await finishKilledRuns(contentDir);
  const killed = dryRun ? new Set<string>() : await takeKilledConversions(contentDir);
  const below = (file: string): string => path.relative(inbox, file).split(path.sep).join('/');
  const { files, refused } = (await exists(inbox))
    ? await gatherFiles([inbox], false)
    : { files: [], refused: [] };
  const waiting = files.filter((file) => isWaiting(below(file)));
  const library = await readContent(contentDir);
  const reader = openReader();
  const tools = { library, taken: takenBy(library), reader, office: await findOffice(process.env) };
  const entries: InboxEntry[] = refused
    .filter(({ file }) => isWaiting(below(file)))
    .map(({ file, reason }) => ({ file, ok: false, reason, outputs: [], because: null, original: null }));
  let stopped: string | undefined;
  try {
    for (const [index, file] of waiting.entries()) {
      const note = dryRun ? undefined : await noteConversion(contentDir, below(file));
      const converted = killed.has(below(file)) ? await endConversion(file, options, tools) : undefined;
      const entry = converted ?? (await convertOne(file, below(file), options, tools));
      stopped = await dealWithOriginal(entry, options);
      entries.push(entry);
      if (stopped !== undefined) break;
      await closeJournal(note);
      onProgress(index + 1, waiting.length);
    }
  } finally {
    await reader.close();
  }
  return { entries, finished, stopped };
}

async function convertOne(
  file: string,
  below: string,
  options: InboxOptions,
  tools: ImportTools,
): Promise<InboxEntry> {
  const chosen = chooseCollection(below, await probe(file, options, tools));
  const how = { ...options, out: options.contentDir, collection: chosen.collection };
  const report = await importFile(file, how, tools);
  return { ...report, because: report.ok ? chosen.because : null, original: null };
}

/** Ends what a killed run had converted but for taking the original away; undefined when it hadn't got so far. */
async function endConversion(
  file: string,
  { contentDir }: InboxOptions,
  { library }: ImportTools,
): Promise<InboxEntry | undefined> {
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const documents = (library?.documents ?? []).filter(({ data }) => data?.source?.sha256 === sha256);
  if (documents.length === 0) return undefined;
  // Of several from one file that one comes first in which the original may have been entered already.
  const attached = (document: LoadedDocument): number => document.data?.attachments.length ?? 0;
  const outputs = documents
    .toSorted((a, b) => attached(b) - attached(a))
    .map(({ source }) => ({
      ...{ path: path.join(contentDir, source.file), collection: source.collection },
      ...{ fields: [], observations: [], findings: [], cites: [], files: [] },
    }));
  return { file, ok: true, outputs, because: '上次中断前已经转换，这次收尾', original: null };
}

/** Takes the original of a converted file away and says so in its entry. Returns why that could not be done. */
async function dealWithOriginal(entry: InboxEntry, options: InboxOptions): Promise<string | undefined> {
  if (!entry.ok) return undefined;
  try {
    entry.original = await handleOriginal(entry, options);
    return undefined;
  } catch (error) {
    const reason = explainFailure(error);
    if (reason === undefined) throw error;
    entry.original = '原件没能移走，还在收件箱里；再运行一次时接着做';
    return reason;
  }
}

/** A trial import, for the title that the text itself bears; it claims no names. */
function probe(file: string, { contentDir, force }: InboxOptions, tools: ImportTools): Promise<FileReport> {
  const how = { collection: 'policies', out: contentDir, dryRun: true, force } as const;
  return importFile(file, how, { ...tools, taken: takenBy(tools.library) });
}

/** What becomes of the original of a converted file, as a sentence. */
async function handleOriginal(
  report: FileReport,
  { contentDir, dryRun, keep }: InboxOptions,
): Promise<string> {
  const [document] = report.outputs;
  if (dryRun) return keep ? '原件会留作附件' : '原件会从收件箱移走';
  const inbox = path.join(contentDir, INBOX);
  if (!keep || !document) return putAway(report.file, inbox);
  const { kept, message } = await keepOriginal(report.file, document.path, contentDir);
  return kept ? message : `${message}；${await putAway(report.file, inbox)}`;
}
