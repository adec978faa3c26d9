import { parentPort, workerData } from 'node:worker_threads';
import { cachedWordFile } from '../../src/load/word-cache-fs.ts';

/** Makes the file of one name again and again from a letter of its own, and tells how often it got just that. */
const { name, letter, rounds } = workerData as { name: string; letter: string; rounds: number };
const made = Buffer.from(letter.repeat(20_000));
let right = 0;
for (let round = 0; round < rounds; round += 1) {
  const got = await cachedWordFile(name, [letter], () => made);
  if (made.equals(got)) right += 1;
}
parentPort?.postMessage(`${right} × ${letter}`);
