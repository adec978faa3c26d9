/** Threads that make the files of a site. */
import os from 'node:os';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { renumber, type TextTable } from '../../src/inspect/page-notes.ts';
import type { PageTask } from './page-program.ts';
import type { Failure, WorkerAnswer, WorkerQuestion, WorkerStart, WrittenFile } from './page-worker.ts';

/** Fewer documents, and the pages about them, are made by one thread before a second has loaded the program. */
const WORTH_THREADS = 60;
/** Fewer files are. */
const WORTH_MORE = 300;
const MOST_THREADS = 4;
/** Files handed over at once. */
const BATCH = 24;
/** A page is garbage as soon as it is written: where many find room, few are ever moved aside. */
const YOUNG_MB = 96;

/** How many threads `documents` are worth on this machine. */
export function renderThreads(documents: number): number {
  return documents < WORTH_THREADS ? 1 : Math.min(os.availableParallelism(), MOST_THREADS);
}

/** How many threads a pool has. */
export interface PoolSize {
  /** Begin to load the program when the pool is opened. */
  readonly atOnce: number;
  /** Are there when many files are to be made. */
  readonly most: number;
}

/** A file could not be made: a fault of the program, with what it was about. */
export class PageFailure extends Error {
  override readonly name = 'PageFailure';
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

  /**
   * Makes files; `onMade` is told of each, with the numbers of `table` in its note.
   * @throws PageFailure for the first that can't be made, or the disk's own error
   */
  async make(
    tasks: readonly PageTask[],
    table: TextTable,
    onMade: (task: PageTask, made: WrittenFile) => void,
  ): Promise<void> {
    if (tasks.length >= WORTH_MORE) while (this.#threads.length < this.#most) this.#addThread();
    let next = 0;
    const work = async (thread: Thread): Promise<void> => {
      while (next < tasks.length) {
        const batch = tasks.slice(next, next + BATCH);
        next += BATCH;
        const answer = await thread.ask(batch);
        if ('failed' in answer) {
          next = tasks.length;
          throw errorOf(answer.failed);
        }
        if (!('made' in answer)) throw new Error('The thread answered another question');
        thread.learn(answer.texts, table);
        for (const [at, task] of batch.entries()) {
          const made = answer.made[at];
          if (made) onMade(task, thread.translate(made));
        }
      }
    };
    await Promise.all(this.#threads.map(work));
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

/** What the disk refuses is told as such; all else is the program's fault, and its own words help most. */
function errorOf({ file, message, stack, code, path }: Failure): Error {
  if (code !== undefined) return Object.assign(new Error(message), { code, path });
  return new PageFailure(`${file}: ${stack ?? message}`);
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (answer: WorkerAnswer) => void; reject: (error: unknown) => void }[] = [];
  #failed: { readonly error: unknown } | undefined;
  /** For each number of the thread's table that of the common one. */
  readonly #numbers: number[] = [];

  constructor(start: WorkerStart, environment: NodeJS.ProcessEnv) {
    this.#worker = new Worker(new URL('./page-worker.ts', import.meta.url), {
      workerData: start,
      env: { ...process.env, ...environment },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on('message', (answer: WorkerAnswer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => {
      this.#failed = { error };
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  ask(question: WorkerQuestion): Promise<WorkerAnswer> {
    if (this.#failed) return Promise.reject(this.#failed.error);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  learn(texts: readonly string[], table: TextTable): void {
    for (const text of texts) this.#numbers.push(table.numberOf(text));
  }

  translate(made: WrittenFile): WrittenFile {
    const numberOf = (number: number): number => this.#numbers[number] ?? 0;
    return {
      ...made,
      ...(made.note ? { note: renumber(made.note, numberOf) } : {}),
      ...(made.reads ? { reads: made.reads.map(numberOf) } : {}),
    };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
