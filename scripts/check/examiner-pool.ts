import os from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LinkTable } from '../../src/core/references.ts';
import type { SourceText } from '../../src/load/content-fs.ts';
import { type BodyAnswer, type BodyQuestion, Examiner, type SplitFacts } from './examine-document.ts';

/** Asked of a worker, which answers with a list of the same length under the same number. */
export type WorkerQuestion = { number: number } & (
  | { split: readonly SourceText[] }
  | { read: readonly BodyQuestion[] }
  | { links: LinkTable }
);
export interface WorkerAnswer {
  number: number;
  answers: SplitFacts[] | BodyAnswer[];
}

/**
 * A thread costs what its program takes to load and to be compiled again: as much as the own one takes for some two
 * hundred documents. From here on the time that is won is worth it.
 */
const WORTH_THREADS = 300;
const MOST_THREADS = 3;
/** Documents handed over at once: to a thread, and to the own one, which has to look after the others. */
const BATCH = 16;
const OWN_BATCH = 4;
/** A thread has the next batch before it is done with one. */
const BATCHES_AHEAD = 2;
/** Room for new objects, in megabytes: with little of it, much time goes into clearing it. */
const YOUNG = 64;

/** How many threads beside the caller's own `documents` are worth on this machine. */
export function threadsFor(documents: number): number {
  return documents < WORTH_THREADS ? 0 : Math.min(os.availableParallelism() - 1, MOST_THREADS);
}

/** Whoever examines: the caller's own thread or another. */
interface Hand {
  /** Documents that it is handed at once. */
  batch: number;
  split(texts: readonly SourceText[]): Promise<SplitFacts[]>;
  read(questions: readonly BodyQuestion[]): Promise<BodyAnswer[]>;
  follow(links: LinkTable): void;
}

/** A pool of threads, the caller's own among them. */
export class ExaminerPool {
  readonly #own = new OwnHand();
  readonly #others: ThreadHand[] = [];
  /** Whoever has split a document knows it already. */
  readonly #readers = new Map<string, Hand>();
  readonly #busy: Promise<unknown> | undefined;
  #wanted = 0;
  #links: LinkTable | undefined;

  /** Until `busy` is over other work takes the processors: only then threads are started. */
  constructor(busy?: Promise<unknown>) {
    this.#busy = busy;
  }

  /** Starts threads beside the own one, up to so many. */
  widen(threads: number): void {
    this.#wanted = Math.max(this.#wanted, threads);
    if (!this.#busy) this.#start();
    else
      this.#busy.then(
        () => this.#start(),
        () => this.#start(),
      );
  }

  #start(): void {
    while (this.#others.length < this.#wanted) {
      const hand = new ThreadHand();
      if (this.#links) hand.follow(this.#links);
      this.#others.push(hand);
    }
  }

  /** Waits until all threads can take part. */
  async ready(): Promise<void> {
    await Promise.all(this.#others.map(({ ready }) => ready));
  }

  /** Splits documents. */
  async split(texts: readonly SourceText[]): Promise<SplitFacts[]> {
    const facts: SplitFacts[] = [];
    const waiting = [...texts.keys()];
    await this.#share(
      (hand) => waiting.splice(0, hand.batch),
      async (hand, indexes) => {
        const some = indexes.flatMap((index) => texts[index] ?? []);
        for (const { file } of some) this.#readers.set(file, hand);
        for (const [at, answer] of (await hand.split(some)).entries()) facts[indexes[at] ?? 0] = answer;
      },
    );
    return facts;
  }

  /** Tells all where the links of rendered documents lead. */
  follow(links: LinkTable): void {
    this.#links = links;
    for (const hand of [this.#own, ...this.#others]) hand.follow(links);
  }

  /** Reads bodies; each answer is taken as it comes, which is in no order. */
  async read(
    questions: readonly BodyQuestion[],
    take: (index: number, answer: BodyAnswer) => void | Promise<void>,
  ): Promise<void> {
    const waiting = Map.groupBy(
      questions.keys(),
      (index): Hand => this.#readers.get(questions[index]?.text.file ?? '') ?? this.#own,
    );
    const next = (hand: Hand): number[] => {
      const mine = waiting.get(hand) ?? [];
      if (mine.length > 0) return mine.splice(0, hand.batch);
      // What another has split and not yet read is split again, which takes little of the time.
      const longest = [...waiting.values()].reduce(
        (most, some) => (some.length > most.length ? some : most),
        mine,
      );
      return longest.splice(-hand.batch);
    };
    await this.#share(next, async (hand, indexes) => {
      const some = indexes.flatMap((index) => questions[index] ?? []);
      for (const [at, answer] of (await hand.read(some)).entries()) await take(indexes[at] ?? 0, answer);
    });
  }

  async close(): Promise<void> {
    this.#wanted = 0;
    await Promise.all(this.#others.map((hand) => hand.close()));
  }

  /** Lets each hand take what it can until nothing is left; one that is not ready by then is not waited for. */
  async #share(
    next: (hand: Hand) => number[],
    work: (hand: Hand, indexes: readonly number[]) => Promise<void>,
  ): Promise<void> {
    const labour = async (hand: Hand): Promise<void> => {
      for (let batch = next(hand); batch.length > 0; batch = next(hand)) await work(hand, batch);
    };
    const joined = new Map<ThreadHand, Promise<unknown>>();
    for (let batch = next(this.#own); batch.length > 0; batch = next(this.#own)) {
      for (const hand of this.#others) {
        if (!hand.isReady() || joined.has(hand)) continue;
        const labours = Promise.all(Array.from({ length: BATCHES_AHEAD }, () => labour(hand)));
        // Thrown at the end, when it is waited for.
        labours.catch(() => {});
        joined.set(hand, labours);
      }
      await work(this.#own, batch);
    }
    await Promise.all(joined.values());
  }
}

class OwnHand implements Hand {
  readonly batch = OWN_BATCH;
  readonly #examiner = new Examiner();

  async split(texts: readonly SourceText[]): Promise<SplitFacts[]> {
    await turn();
    return texts.map((text) => this.#examiner.split(text));
  }

  async read(questions: readonly BodyQuestion[]): Promise<BodyAnswer[]> {
    await turn();
    return questions.map((question) => this.#examiner.read(question));
  }

  follow(links: LinkTable): void {
    this.#examiner.links = links;
  }
}

class ThreadHand implements Hand {
  readonly batch = BATCH;
  readonly #worker = new Worker(new URL('./examiner-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  readonly #waiting = new Map<number, { resolve(answers: unknown): void; reject(error: unknown): void }>();
  readonly ready: Promise<void>;
  #number = 0;
  #isReady = false;
  #failure: unknown;

  constructor() {
    this.ready = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve()).once('error', reject);
    });
    // Thrown where it is waited for, or by the next use.
    this.ready.catch(() => {});
    this.#worker.on('message', (message: WorkerAnswer | 'ready') => {
      if (message === 'ready') {
        this.#isReady = true;
        return;
      }
      this.#waiting.get(message.number)?.resolve(message.answers);
      this.#waiting.delete(message.number);
    });
    this.#worker.on('error', (error) => {
      this.#failure = error;
      for (const { reject } of this.#waiting.values()) reject(error);
    });
  }

  /** Its program is loaded. @throws what has ended it. */
  isReady(): boolean {
    if (this.#failure !== undefined) throw this.#failure;
    return this.#isReady;
  }

  split(split: readonly SourceText[]): Promise<SplitFacts[]> {
    return this.#ask<SplitFacts[]>({ split });
  }

  read(read: readonly BodyQuestion[]): Promise<BodyAnswer[]> {
    return this.#ask<BodyAnswer[]>({ read });
  }

  /** Messages arrive in order: the answer need not be waited for. */
  follow(links: LinkTable): void {
    this.#worker.postMessage({ number: this.#number++, links } satisfies WorkerQuestion);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #ask<Answers>(
    question:
      | Pick<Extract<WorkerQuestion, { split: unknown }>, 'split'>
      | Pick<Extract<WorkerQuestion, { read: unknown }>, 'read'>,
  ): Promise<Answers> {
    const number = this.#number++;
    return new Promise<Answers>((resolve, reject) => {
      this.#waiting.set(number, { resolve: (answers) => resolve(answers as Answers), reject });
      this.#worker.postMessage({ number, ...question } satisfies WorkerQuestion);
    });
  }
}
