/** A thread that indexes shards for `index-shards.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { type SharedTasks, workThrough } from './index-shards.ts';

const { tasks, next }: SharedTasks = workerData;
await workThrough({ tasks, next }, (answer) => parentPort?.postMessage(answer));
