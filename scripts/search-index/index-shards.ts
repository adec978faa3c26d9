/**
 * Indexes shards: large libraries with the help of threads; in this one alone small ones, and those whose pages are still
 * being made.
 */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { SearchIndexError } from './documents.ts';
import { type IndexedShard, indexDocuments, type KeptShard, type ShardTask } from './index-documents.ts';

/** Shards that several threads work on: each takes the next one by counting up. */
export interface SharedTasks {
  readonly tasks: readonly ShardTask[];
  /** One number: the place of the first task that nobody has begun. */
  readonly next: Int32Array<SharedArrayBuffer>;
}

/** A shard by the place of its task, or what is wrong with the site. */
export type ShardAnswer =
  | { readonly place: number; readonly shard: IndexedShard | KeptShard }
  | { readonly place: number; readonly problem: string };

/** Fewer documents are indexed before a thread has loaded its program; or so many times as many are read. */
const WORTH_THREADS = 300;
const TIMES_AS_MANY = 4;
const MOST_THREADS = 4;

/** Threads beside this one. */
function helpersFor(tasks: readonly ShardTask[]): number {
  // Most shards that are at hand turn out to be the same.
  const documents = tasks.reduce(
    (sum, task) => sum + task.documents.length / (task.kept?.size ? TIMES_AS_MANY : 1),
    0,
  );
  const threads = Math.min(os.availableParallelism(), MOST_THREADS, tasks.length);
  return documents < WORTH_THREADS ? 0 : threads - 1;
}

async function answerTask(place: number, task: ShardTask): Promise<ShardAnswer> {
  try {
    return { place, shard: await indexDocuments(task) };
  } catch (error) {
    // Classes don't survive the way between threads.
    if (error instanceof SearchIndexError) return { place, problem: error.message };
    throw error;
  }
}

/** Works on tasks until all are begun. After a problem no other is begun. */
export async function workThrough(
  { tasks, next }: SharedTasks,
  take: (answer: ShardAnswer) => void,
): Promise<void> {
  for (let place = Atomics.add(next, 0, 1); ; place = Atomics.add(next, 0, 1)) {
    const task = tasks[place];
    if (!task) return;
    const answer = await answerTask(place, task);
    if ('problem' in answer) Atomics.store(next, 0, tasks.length);
    take(answer);
  }
}

/** Has a thread work on the tasks. */
export function help(shared: SharedTasks, take: (answer: ShardAnswer) => void): Promise<void> {
  const worker = new Worker(new URL('./shard-worker.ts', import.meta.url), { workerData: shared });
  return new Promise((resolve, reject) => {
    worker.on('message', take);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/**
 * Indexes each of `tasks`, `alone` or with other threads, and hands it on. Rejects with a SearchIndexError when a page is
 * wrong.
 */
export async function indexShards(
  tasks: readonly ShardTask[],
  take: (place: number, shard: IndexedShard | KeptShard) => void,
  alone = false,
): Promise<void> {
  const shared: SharedTasks = { tasks, next: new Int32Array(new SharedArrayBuffer(4)) };
  const problems: Array<{ readonly place: number; readonly problem: string }> = [];
  const takeAnswer = (answer: ShardAnswer): void => {
    if ('problem' in answer) problems.push(answer);
    else take(answer.place, answer.shard);
  };
  const helpers = Array.from({ length: alone ? 0 : helpersFor(tasks) }, () => help(shared, takeAnswer));
  await Promise.all([workThrough(shared, takeAnswer), ...helpers]);
  const [first] = problems.sort((a, b) => a.place - b.place);
  if (first) throw new SearchIndexError(first.problem);
}
