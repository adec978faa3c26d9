/** A thread that makes files of a site, and hands their content on. */
import { parentPort, workerData } from 'node:worker_threads';
import { keepCompiledCode } from '../build/compiled-code.ts';
import { loadProgram, type MadeContent, type PageTask, type SiteAddress } from './page-program.ts';
import { answerWithPages } from './page-response.ts';

/** What a thread is started with. */
export interface WorkerStart extends SiteAddress {
  readonly programDir: string;
}

/** `list` asks for every file of the site; tasks are files to be made; reads are to be answered with digests. */
export type WorkerQuestion = 'list' | readonly PageTask[] | { readonly reads: readonly string[] };

/** One answer for each question, in their order. */
export type WorkerAnswer =
  | { readonly tasks: readonly PageTask[] }
  | { readonly digests: readonly (string | undefined)[] }
  /** Undefined where the program had nothing to say. */
  | { readonly made: readonly (MadeContent | undefined)[] }
  | { readonly failed: Failure };

/** Why a file could not be made. Apart, because an error loses all but its message on the way to another thread. */
export interface Failure {
  readonly file: string;
  readonly message: string;
  /** Where the program's fault is. */
  readonly stack?: string | undefined;
  /** The disk's own name for it, with the path that it is about. */
  readonly code?: string | undefined;
  readonly path?: string | undefined;
}

const start = workerData as WorkerStart;
// Loading the program is most of what a thread does when little has changed.
keepCompiledCode();
answerWithPages();
const program = loadProgram(start.programDir, start);

async function makeAll(tasks: readonly PageTask[]): Promise<WorkerAnswer> {
  const { make } = await program;
  const made: (MadeContent | undefined)[] = [];
  for (const task of tasks) {
    try {
      made.push(await make(task));
    } catch (error) {
      return { failed: failure(task.file, error) };
    }
  }
  return { made };
}

function failure(file: string, error: unknown): Failure {
  if (!(error instanceof Error)) return { file, message: String(error) };
  const { message, stack, code, path } = error as NodeJS.ErrnoException;
  return { file, message, stack, code, path };
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  if (question === 'list') return { tasks: await (await program).list() };
  if ('reads' in question) return { digests: await (await program).digestsOf(question.reads) };
  return makeAll(question);
}

/** The memory of whole contents goes to the other thread; what shares its memory with others is copied. */
function handedOver(given: WorkerAnswer): ArrayBuffer[] {
  if (!('made' in given)) return [];
  const buffers = given.made.flatMap((made) => {
    const { buffer, byteLength } = made?.content ?? new Uint8Array();
    return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? buffer : [];
  });
  return [...new Set(buffers)];
}

let queue = Promise.resolve();
parentPort?.on('message', (question: WorkerQuestion) => {
  queue = queue.then(async () => {
    const given = await answer(question);
    parentPort?.postMessage(given, handedOver(given));
  });
});
