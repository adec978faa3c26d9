/** Threads that make the files of a site. */
import os from 'node:os';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { renumber, type TextTable } from '../../src/inspect/page-notes.ts';
import type { PageTask } from './page-program.ts';
import type { Failure, WorkerAnswer, WorkerQuestion, WorkerStart, WrittenFile } from './page-worker.ts';

/** Fewer documents are made into pages by one thread before a second has loaded the program. */
const WORTH_THREADS = 60;
const MOST_THREADS = 4;
/** Files handed over at once. */
const BATCH = 24;

/** How many threads `documents` are worth on this machine. */
export function renderThreads(documents: number): number {
  return documents < WORTH_THREADS ? 1 : Math.min(os.availableParallelism(), MOST_THREADS);
}

/** A file could not be made: a fault of the program, with what it was about. */
export class PageFailure extends Error {
  override readonly name = 'PageFailure';
}

/** Makes files with several threads, each of which holds the compiled program and reads the store of documents. */
export class RendererPool {
  readonly #threads: Thread[];

  /** `environment` is the threads' own, with the folder of the store; they begin to load at once. */
  constructor(threads: number, start: WorkerStart, environment: NodeJS.ProcessEnv) {
    this.#threads = Array.from({ length: threads }, () => new Thread(start, environment));
  }

  /** Every file that the program makes of the library. Each thread lists them: it has to know them when it makes some. */
  async list(): Promise<readonly PageTask[]> {
    const [answer] = await Promise.all(this.#threads.map((thread) => thread.ask('list')));
    if (!answer || !('tasks' in answer)) throw new Error('The program lists no pages');
    return answer.tasks;
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
    return made.note ? { ...made, note: renumber(made.note, (number) => this.#numbers[number] ?? 0) } : made;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
