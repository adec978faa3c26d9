/** A thread that makes files of a site, writes them, and notes of each page what the inspection needs. */
import { hash } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { notePage, TextTable } from '../../src/inspect/page-notes.ts';
import { readBuiltPage } from '../../src/inspect/read-page.ts';
import { keepCompiledCode } from '../build/compiled-code.ts';
import { folderMaker } from './folder-maker.ts';
import { loadProgram, type MadeContent, type PageTask, type SiteAddress } from './page-program.ts';
import { answerWithPages } from './page-response.ts';
import { seenRead } from './seen-reads.ts';

/** What a thread is started with. */
export interface WorkerStart extends SiteAddress {
  readonly programDir: string;
  readonly outDir: string;
}

/** `list` asks for every file of the site; tasks are files to be made; reads are to be answered with digests. */
export type WorkerQuestion = 'list' | readonly PageTask[] | { readonly reads: readonly string[] };

/** One answer for each question, in their order. */
export type WorkerAnswer =
  | { readonly tasks: readonly PageTask[] }
  | { readonly digests: readonly (string | undefined)[] }
  /** `texts` are those that the thread's own table has gained. */
  | { readonly made: readonly MadeFile[]; readonly texts: readonly string[] }
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

/** A file as it was written; undefined where the program had nothing to say. */
export type MadeFile = WrittenFile | undefined;

export interface WrittenFile {
  readonly bytes: number;
  /** Milliseconds since 1970, as the disk has it. */
  readonly modified: number;
  /** Of an HTML page; numbers of the thread's own table. */
  readonly note?: Uint32Array;
  /** Of a page that shows a document: the digest of its content, by which the index knows it. */
  readonly sum?: string;
  /** Of a page that watches what it reads: each read as `seenRead` writes it; numbers of the thread's own table. */
  readonly reads?: Uint32Array;
}

/** Stands in every page that shows a document, as the contract of the markup has it. */
const DOCUMENT = '<article data-document ';
const start = workerData as WorkerStart;
// Loading the program is most of what a thread does when little has changed.
keepCompiledCode();
answerWithPages();
const program = loadProgram(start.programDir, start);
const table = new TextTable();
let told = 0;

async function makeAll(tasks: readonly PageTask[]): Promise<WorkerAnswer> {
  const { make } = await program;
  const made: MadeFile[] = [];
  for (const task of tasks) {
    try {
      const content = await make(task);
      made.push(content && finish(task, content));
    } catch (error) {
      return { failed: failure(task.file, error) };
    }
  }
  const texts = table.texts.slice(told);
  told = table.texts.length;
  return { made, texts };
}

function failure(file: string, error: unknown): Failure {
  if (!(error instanceof Error)) return { file, message: String(error) };
  const { message, stack, code, path: about } = error as NodeJS.ErrnoException;
  return { file, message, stack, code, path: about };
}

function finish({ file }: PageTask, { content, reads }: MadeContent): WrittenFile {
  const target = path.join(start.outDir, file);
  write(target, content);
  const { size: bytes, mtimeMs: modified } = statSync(target);
  const seen = reads.size > 0 ? { reads: noteReads(reads) } : {};
  const isPage = typeof content === 'string' && file.endsWith('.html');
  if (!isPage) return { bytes, modified, ...seen };
  return {
    bytes,
    modified,
    note: notePage(readBuiltPage(content), table),
    ...(content.includes(DOCUMENT) ? { sum: hash('sha256', content, 'base64url') } : {}),
    ...seen,
  };
}

const noteReads = (reads: ReadonlyMap<string, string>): Uint32Array =>
  Uint32Array.from(reads, ([name, digest]) => table.numberOf(seenRead(name, digest)));

const makeFolder = folderMaker();

/** Nothing else waits in this thread meanwhile, and thousands of small files are written sooner in this way. */
function write(target: string, content: string | Uint8Array): void {
  const folder = path.dirname(target);
  makeFolder(folder);
  writeFileSync(target, content);
}

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  if (question === 'list') return { tasks: await (await program).list() };
  if ('reads' in question) return { digests: await (await program).digestsOf(question.reads) };
  return makeAll(question);
}

let queue = Promise.resolve();
parentPort?.on('message', (question: WorkerQuestion) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(question)));
});
