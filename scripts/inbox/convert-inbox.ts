import path from 'node:path';
import { INBOX, isWaiting } from '../../src/core/inbox.ts';
import { readContent } from '../../src/load/content-fs.ts';
import { findOffice } from '../import/convert-office.ts';
import { gatherFiles } from '../import/gather-files.ts';
import { type ImportTools, importFile } from '../import/import-files.ts';
import { openReader } from '../import/isolated-reader.ts';
import { takenBy } from '../import/name-targets.ts';
import type { FileReport } from '../import/report.ts';
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

/** Converts everything that waits in the inbox. A refused file stays there and keeps no other from being converted. */
export async function convertInbox(
  options: InboxOptions,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<InboxEntry[]> {
  const { contentDir } = options;
  const inbox = path.join(contentDir, INBOX);
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
  try {
    for (const [index, file] of waiting.entries()) {
      const chosen = chooseCollection(below(file), await probe(file, options, tools));
      const how = { ...options, out: contentDir, collection: chosen.collection };
      const report = await importFile(file, how, tools);
      const original = report.ok ? await handleOriginal(report, options) : null;
      entries.push({ ...report, because: report.ok ? chosen.because : null, original });
      onProgress(index + 1, waiting.length);
    }
  } finally {
    await reader.close();
  }
  return entries;
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
