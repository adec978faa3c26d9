import { Worker } from 'node:worker_threads';
import type { ReadDrafts, ReadJob } from './read-drafts.ts';

/** How much a file may take before it is given up. */
export interface ReaderLimits {
  /** In milliseconds. */
  time: number;
  /** In megabytes. */
  memory: number;
}

/** Reads files apart from the run, so that none can stop it. */
export interface IsolatedReader {
  /** Drafts or a refusal; never hangs and never throws. A file that breaks the reader itself is a refusal too. */
  read(job: ReadJob): Promise<ReadDrafts>;
  close(): Promise<void>;
}

/** A file that takes longer is broken, or no document of an office. */
export const DEFAULT_LIMITS: ReaderLimits = { time: 60_000, memory: 1_024 };
const WORKER = new URL('./reader-worker.ts', import.meta.url);
const SAVE_ANEW = '用 WPS 或 Word 打开，另存为「Word 文档(*.docx)」再导入；打不开就找一份完好的原件';

/** Starts a reader; its thread is begun with the first file, and anew after each that had to be given up. */
export function openReader(limits: ReaderLimits = DEFAULT_LIMITS, script: URL = WORKER): IsolatedReader {
  let worker: Worker | undefined;
  const end = async (): Promise<void> => {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  };
  const read = async (job: ReadJob): Promise<ReadDrafts> => {
    const isFresh = worker === undefined;
    worker ??= startWorker(script, limits);
    const asked = worker;
    const answer = await ask(asked, job, limits);
    if (answer.kind === 'result') return answer.result;
    const isBrokenOff = worker !== asked;
    await end();
    // What a file before left running may have ended the thread; the file itself is then read in a new one.
    if (answer.kind === 'ended' && !isFresh && !isBrokenOff) return read(job);
    return { ok: false, reason: reasonOf(answer, limits) };
  };
  return { read, close: end };
}

function startWorker(script: URL, { memory }: ReaderLimits): Worker {
  // What libraries print belongs to no report.
  const silent = { stdout: true, stderr: true };
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memory }, ...silent });
  // A thread that is being ended may still fail, and nobody asks any more.
  worker.on('error', () => undefined);
  return worker;
}

type Answer =
  | { kind: 'result'; result: ReadDrafts }
  | { kind: 'late' }
  | { kind: 'memory' }
  | { kind: 'failed'; message: string }
  /** The thread is gone. */
  | { kind: 'ended'; message: string };

/** How often it is looked at what a thread takes, in milliseconds. */
const WATCH = 50;
const MEGABYTE = 1024 * 1024;

/**
 * Calls `onFull` when the process has grown by more than so many megabytes: what a thread unpacks lies outside the memory
 * that a thread's own limit counts.
 */
function watchMemory(memory: number, onFull: () => void): ReturnType<typeof setInterval> {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > memory * MEGABYTE) onFull();
  }, WATCH);
}

function ask(worker: Worker, job: ReadJob, { time, memory }: ReaderLimits): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (message: { result: ReadDrafts } | { failed: string }): void => {
      if ('result' in message) settle({ kind: 'result', result: message.result });
      else settle({ kind: 'failed', message: message.failed });
    };
    const onError = (error: Error & { code?: string }): void => {
      const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(full ? { kind: 'memory' } : { kind: 'ended', message: error.message });
    };
    const onExit = (code: number): void => settle({ kind: 'ended', message: `线程退出 ${code}` });
    const timer = setTimeout(() => settle({ kind: 'late' }), time);
    // A thread's own memory comes on top of its heap: it counts twice before it is too much.
    const watch = watchMemory(memory * 2, () => settle({ kind: 'memory' }));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function reasonOf(answer: Exclude<Answer, { kind: 'result' }>, { time, memory }: ReaderLimits): string {
  if (answer.kind === 'late')
    return `发现读了 ${time / 1000} 秒还没有读完，应为能读完的文件（多半已经损坏）。改法：${SAVE_ANEW}`;
  if (answer.kind === 'memory')
    return `发现读入时内存用到 ${memory} MB 还不够，应为一份普通的公文（多半已经损坏）。改法：${SAVE_ANEW}`;
  return `发现读入程序自身出错（${answer.message}），应为能读入的文件。改法：${SAVE_ANEW}，并请把这一行和文件交给维护者`;
}
