import os from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BodyCitation } from '../../src/lint/rule.ts';
import type { SourceText } from '../../src/load/content-fs.ts';
import { type DocumentFacts, Examiner } from './examine-document.ts';

/** A document of which the citations are wanted. */
export interface CitationQuestion {
  text: SourceText;
  codes: readonly string[];
}

/** Asked of a worker, which answers with a list of the same length under the same number. */
export type WorkerQuestion = { number: number } & (
  | { examine: readonly SourceText[] }
  | { cite: readonly CitationQuestion[] }
);
export interface WorkerAnswer {
  number: number;
  answers: DocumentFacts[] | BodyCitation[][];
}

/** Examines many documents. Citations are asked for when all documents are examined. */
export interface ExaminerPool {
  examine(texts: readonly SourceText[], onDone: (count: number) => void): Promise<DocumentFacts[]>;
  cite(questions: readonly CitationQuestion[]): Promise<BodyCitation[][]>;
  close(): Promise<void>;
}

/** Fewer documents are examined before a thread has loaded its program. */
const WORTH_THREADS = 600;
const MOST_THREADS = 4;
/** Documents handed over at once. */
const BATCH = 50;

/** How many threads `documents` are worth on this machine; 0 for none but the caller's own. */
export function threadsFor(documents: number): number {
  const cores = os.availableParallelism();
  return documents < WORTH_THREADS || cores < 2 ? 0 : Math.min(cores, MOST_THREADS);
}

/** Opens a pool of threads, or with none of them examines in the caller's own. */
export function openPool(threads: number): ExaminerPool {
  return threads === 0 ? new OwnThread() : new Threads(threads);
}

class OwnThread implements ExaminerPool {
  #examiner = new Examiner();

  async examine(texts: readonly SourceText[], onDone: (count: number) => void): Promise<DocumentFacts[]> {
    return texts.map((text, index) => {
      const facts = this.#examiner.examine(text);
      onDone(index + 1);
      return facts;
    });
  }

  async cite(questions: readonly CitationQuestion[]): Promise<BodyCitation[][]> {
    return questions.map(({ text, codes }) => this.#examiner.cite(text, codes));
  }

  async close(): Promise<void> {}
}

class Threads implements ExaminerPool {
  #workers: Worker[];
  /** The worker that has read a document. */
  #readers = new Map<string, number>();
  #number = 0;

  constructor(threads: number) {
    const program = new URL('./examiner-worker.ts', import.meta.url);
    this.#workers = Array.from({ length: threads }, () => new Worker(program));
  }

  async examine(texts: readonly SourceText[], onDone: (count: number) => void): Promise<DocumentFacts[]> {
    const facts: DocumentFacts[] = [];
    const waiting = batches(texts.map((text, index) => ({ text, index })));
    let done = 0;
    const work = async (worker: number): Promise<void> => {
      for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
        const answers = await this.#ask(worker, { examine: batch.map(({ text }) => text) });
        for (const [at, { text, index }] of batch.entries()) {
          facts[index] = answers[at] as DocumentFacts;
          this.#readers.set(text.file, worker);
        }
        done += batch.length;
        onDone(done);
      }
    };
    await Promise.all(this.#workers.map((_, worker) => work(worker)));
    return facts;
  }

  async cite(questions: readonly CitationQuestion[]): Promise<BodyCitation[][]> {
    const citations: BodyCitation[][] = [];
    const entries = questions.map((question, index) => ({ question, index }));
    const work = async (worker: number): Promise<void> => {
      const own = entries.filter(
        ({ question, index }) =>
          (this.#readers.get(question.text.file) ?? index % this.#workers.length) === worker,
      );
      for (const batch of batches(own)) {
        const answers = await this.#ask(worker, { cite: batch.map(({ question }) => question) });
        for (const [at, { index }] of batch.entries()) citations[index] = answers[at] as BodyCitation[];
      }
    };
    await Promise.all(this.#workers.map((_, worker) => work(worker)));
    return citations;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(
    index: number,
    question: { examine: readonly SourceText[] } | { cite: readonly CitationQuestion[] },
  ): Promise<WorkerAnswer['answers']> {
    const worker = this.#workers[index];
    const number = this.#number++;
    return new Promise((resolve, reject) => {
      const take = (answer: WorkerAnswer): void => {
        if (answer.number !== number) return;
        worker?.off('message', take).off('error', reject);
        resolve(answer.answers);
      };
      worker?.on('message', take).on('error', reject);
      worker?.postMessage({ number, ...question } satisfies WorkerQuestion);
    });
  }
}

function batches<Thing>(things: readonly Thing[]): Thing[][] {
  return Array.from({ length: Math.ceil(things.length / BATCH) }, (_, index) =>
    things.slice(index * BATCH, (index + 1) * BATCH),
  );
}
