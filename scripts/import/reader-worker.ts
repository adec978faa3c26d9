import { parentPort } from 'node:worker_threads';
import { type ReadJob, readDrafts } from './read-drafts.ts';

/** Reads one file after the other in a thread of its own, which can be ended from outside when a file takes too long. */
parentPort?.on('message', async (job: ReadJob) => {
  try {
    parentPort?.postMessage({ result: await readDrafts(job) });
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
});
