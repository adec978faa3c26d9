import { parentPort } from 'node:worker_threads';
import { type ReadJob, readDrafts } from '../import/read-drafts.ts';
import { readSource } from '../import/read-source.ts';
import { checkAccount } from './account-check.ts';

/** Reads as the import does, and then counts the characters again; a count that is wrong is a failure of the reader. */
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', async (job: ReadJob) => {
  try {
    const result = await readDrafts(job);
    const read = result.ok ? await readSource(job.bytes, job.fileName) : undefined;
    const wrong = result.ok && read?.ok ? checkAccount(read.manuscript, result.drafts) : undefined;
    parentPort?.postMessage(wrong === undefined ? { result } : { failed: wrong });
  } catch (error) {
    parentPort?.postMessage({
      failed: error instanceof Error ? `${error.message} ${error.stack}` : String(error),
    });
  }
});
