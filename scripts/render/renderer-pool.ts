/** Threads that make the files of a site. */
import os from 'node:os';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { PageFailure } from './page-failure.ts';
import type { MadeContent, PageTask } from './page-program.ts';
import type { Failure, WorkerAnswer, WorkerQuestion, WorkerStart } from './page-worker.ts';

/** Fewer documents, and the pages about them, are made by one thread before a second has loaded the program. */
const WORTH_THREADS = 60;
/** Fewer files are. */
const WORTH_MORE = 300;
const MOST_THREADS = 4;
/**
 * Of fewer documents the index of the search is made while the last pages are, and leaves them a processor less: a second
 * thread would take as long to load the program and to get going as it takes off the first.
 */
const WORTH_ALL_PROCESSORS = 1000;
/** Files handed over at once. */
const BATCH = 24;
/** Batches handed to each of several threads, lest they wait while this one is busy; a thread alone has them all. */
const AHEAD = 8;
/** A page is garbage as soon as it is handed on: where many find room, few are ever moved aside. */
const YOUNG_MB = 96;

/** How the work of making a site is shared among threads. */
export interface WorkSharing {
  /** Threads that make pages. */
  readonly threads: number;
  /** Whether the index of the search is made beside them, by this thread. */
  readonly indexMeanwhile: boolean;
}

/** How the work on so many documents is best shared. */
export function sharingFor(documents: number, processors = os.availableParallelism()): WorkSharing {
  const indexMeanwhile = processors > 1 && documents < WORTH_ALL_PROCESSORS;
  if (documents < WORTH_THREADS) return { threads: 1, indexMeanwhile };
  return { threads: Math.min(indexMeanwhile ? processors - 1 : processors, MOST_THREADS), indexMeanwhile };
}

/** How many threads a pool has. */
export interface PoolSize {
  /** Begin to load the program when the pool is opened. */
  readonly atOnce: number;
  /** Are there when many files are to be made. */
  readonly most: number;
}

/** Makes files with several threads, each of which holds the compiled program and reads the store of documents. */
export class RendererPool {
  readonly #threads: Thread[];
  readonly #addThread: () => void;
  readonly #most: number;

  /** `environment` is the threads' own, with the folder of the store. */
  constructor({ atOnce, most }: PoolSize, start: WorkerStart, environment: NodeJS.ProcessEnv) {
    this.#threads = Array.from({ length: atOnce }, () => new Thread(start, environment));
    this.#addThread = () => this.#threads.push(new Thread(start, environment));
    this.#most = most;
  }

  /** Every file that the program makes of the library. Each thread that is there lists them, as it will have to know them. */
  async list(): Promise<readonly PageTask[]> {
    const [answer] = await Promise.all(this.#threads.map((thread) => thread.ask('list')));
    if (!answer || !('tasks' in answer)) throw new Error('The program lists no pages');
    return answer.tasks;
  }

  /** What reads give of this library, as digests; undefined where the program knows no such read. */
  async digestsOf(reads: readonly string[]): Promise<readonly (string | undefined)[]> {
    const answer = await this.#threads[0]?.ask({ reads });
    if (!answer || !('digests' in answer)) throw new Error('The program takes no digests');
    return answer.digests;
  }

  /** Adds threads where so many files are to be made that these are worth it. */
  expect(files: number): void {
    if (files >= WORTH_MORE) while (this.#threads.length < this.#most) this.#addThread();
  }

  /**
   * Makes files; `onMade` is handed the content of each.
   * @throws PageFailure for the first that can't be made, the disk's own error, or what `onMade` throws
   */
  async make(tasks: readonly PageTask[], onMade: (task: PageTask, made: MadeContent) => void): Promise<void> {
    const share = Math.ceil(tasks.length / BATCH / this.#threads.length);
    const ahead = this.#threads.length === 1 ? share : Math.min(AHEAD, share);
    let next = 0;
    const hand = (thread: Thread): Handed => {
      const batch = tasks.slice(next, next + BATCH);
      next += BATCH;
      const answer = thread.ask(batch);
      // After the first fault nobody waits for the others.
      answer.catch(() => undefined);
      return { batch, answer };
    };
    let failed = false;
    const work = async (thread: Thread): Promise<void> => {
      const handed: Handed[] = [];
      for (;;) {
        while (handed.length < ahead && next < tasks.length) handed.push(hand(thread));
        const first = handed.shift();
        if (!first) return;
        const answer = await first.answer;
        // Who stops because of another thread's fault may find the site's folder gone.
        if (failed) return;
        for (const { task, made } of contentsOf(first.batch, answer)) onMade(task, made);
      }
    };
    const workOrFail = (thread: Thread): Promise<void> =>
      work(thread).catch((error) => {
        failed = true;
        throw error;
      });
    await Promise.all(this.#threads.map(workOrFail));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** What a thread has made of a batch. */
function contentsOf(
  batch: readonly PageTask[],
  answer: WorkerAnswer,
): { readonly task: PageTask; readonly made: MadeContent }[] {
  if ('failed' in answer) throw errorOf(answer.failed);
  if (!('made' in answer)) throw new Error('The thread answered another question');
  return batch.flatMap((task, at) => {
    const made = answer.made[at];
    return made ? { task, made } : [];
  });
}

/** What the disk refuses is told as such; all else is the program's fault, and its own words help most. */
function errorOf({ file, message, stack, code, path }: Failure): Error {
  if (code !== undefined) return Object.assign(new Error(message), { code, path });
  return new PageFailure(`${file}: ${stack ?? message}`);
}

/** Files that a thread is to make, and its answer. */
interface Handed {
  readonly batch: readonly PageTask[];
  readonly answer: Promise<WorkerAnswer>;
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (answer: WorkerAnswer) => void; reject: (error: unknown) => void }[] = [];
  #failed: { readonly error: unknown } | undefined;
  #closing = false;

  constructor(start: WorkerStart, environment: NodeJS.ProcessEnv) {
    this.#worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: start,
      env: { ...process.env, ...environment },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => {
      if (!this.#closing)
        this.#fail(new PageFailure(`The thread that makes pages has ended by itself (${code})`));
    });
  }

  /** Nobody waits for an answer any more, nor gets one later. */
  #fail(error: unknown): void {
    this.#failed ??= { error };
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  ask(question: WorkerQuestion): Promise<WorkerAnswer> {
    if (this.#failed) return Promise.reject(this.#failed.error);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.#worker.terminate();
  }
}
