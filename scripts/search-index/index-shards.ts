/** Indexes shards on all processors: large libraries in threads, small ones here. */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { SearchIndexError } from './documents.ts';
import { type IndexedShard, indexDocuments, type ShardTask } from './index-documents.ts';

/** What a thread answers: the shard, or what is wrong with the site. */
export type ShardAnswer = { readonly shard: IndexedShard } | { readonly problem: string };

/** Fewer documents are indexed before a thread has loaded its program. */
const WORTH_THREADS = 150;
const MOST_THREADS = 4;

function threadsFor(tasks: readonly ShardTask[]): number {
  const documents = tasks.reduce((sum, task) => sum + task.documents.length, 0);
  const cores = os.availableParallelism();
  return documents < WORTH_THREADS || cores < 2 ? 0 : Math.min(cores, MOST_THREADS, tasks.length);
}

function ask(worker: Worker, task: ShardTask): Promise<ShardAnswer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      worker.off('message', take).off('error', fail);
    };
    const take = (answer: ShardAnswer): void => {
      stop();
      resolve(answer);
    };
    const fail = (error: unknown): void => {
      stop();
      reject(error);
    };
    worker.on('message', take).on('error', fail);
    worker.postMessage(task);
  });
}

async function indexInThreads(
  tasks: readonly ShardTask[],
  threads: number,
  take: (place: number, shard: IndexedShard) => void,
): Promise<void> {
  const program = new URL('./shard-worker.ts', import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(program));
  const left = tasks.entries();
  const work = async (worker: Worker): Promise<void> => {
    for (const [place, task] of left) {
      const answer = await ask(worker, task);
      if ('problem' in answer) throw new SearchIndexError(answer.problem);
      take(place, answer.shard);
    }
  };
  try {
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Indexes each of `tasks` and hands it on. Rejects with a SearchIndexError when a page is wrong. */
export async function indexShards(
  tasks: readonly ShardTask[],
  take: (place: number, shard: IndexedShard) => void,
): Promise<void> {
  const threads = threadsFor(tasks);
  if (threads > 0) await indexInThreads(tasks, threads, take);
  else for (const [place, task] of tasks.entries()) take(place, await indexDocuments(task));
}
