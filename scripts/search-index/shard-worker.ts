/** A thread that indexes shards for `index-shards.ts`. */
import { parentPort } from 'node:worker_threads';
import { SearchIndexError } from './documents.ts';
import { indexDocuments, type ShardTask } from './index-documents.ts';
import type { ShardAnswer } from './index-shards.ts';

async function answer(task: ShardTask): Promise<ShardAnswer> {
  try {
    return { shard: await indexDocuments(task) };
  } catch (error) {
    // Classes don't survive the way between threads.
    if (error instanceof SearchIndexError) return { problem: error.message };
    throw error;
  }
}

parentPort?.on('message', async (task: ShardTask) => {
  parentPort?.postMessage(await answer(task));
});
