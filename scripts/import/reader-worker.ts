import { parentPort } from 'node:worker_threads';
import { type ReadJob, readDrafts } from './read-drafts.ts';

/** Reads one file after the other in a thread of its own, which can be ended from outside when a file takes too long. */
// The library that reads PDF leaves promises behind that fail when a broken file is closed; nobody waits for them.
process.on('unhandledRejection', () => undefined);

parentPort?.on('message', async (job: ReadJob) => {
  try {
    parentPort?.postMessage({ result: await readDrafts(job) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
});
