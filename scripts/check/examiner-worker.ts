/** A thread that examines documents for `examiner-pool.ts`. */
import { parentPort } from 'node:worker_threads';
import { Examiner } from './examine-document.ts';
import type { WorkerAnswer, WorkerQuestion } from './examiner-pool.ts';

const examiner = new Examiner();

parentPort?.on('message', (question: WorkerQuestion) => {
  const answers =
    'examine' in question
      ? question.examine.map((text) => examiner.examine(text))
      : question.cite.map(({ text, codes }) => examiner.cite(text, codes));
  parentPort?.postMessage({ number: question.number, answers } satisfies WorkerAnswer);
});
