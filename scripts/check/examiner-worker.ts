/** A thread that examines documents for `examiner-pool.ts`. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerQuestion } from './examiner-pool.ts';

// Most of a thread's start is the compiling of its program, which is the same every time: it is loaded after this.
enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/compile'));
const { Examiner } = await import('./examine-document.ts');

const examiner = new Examiner();

function answersTo(question: WorkerQuestion): WorkerAnswer['answers'] {
  if ('split' in question) return question.split.map((text) => examiner.split(text));
  if ('read' in question) return question.read.map((asked) => examiner.read(asked));
  examiner.links = question.links;
  return [];
}

parentPort?.on('message', (question: WorkerQuestion) => {
  const answers = answersTo(question);
  const texts = answers.flatMap((answer) =>
    'rendered' in answer && answer.rendered && 'html' in answer.rendered ? [answer.rendered.html.buffer] : [],
  );
  // What is handed over whole is not copied; encoded text has a buffer of its own.
  parentPort?.postMessage(
    { number: question.number, answers } satisfies WorkerAnswer,
    texts as ArrayBuffer[],
  );
});
parentPort?.postMessage('ready');
