/** How dense words are in the documents of a shard. */
import { BitReader } from '../../src/search/bits.ts';
import { densityOf } from '../../src/search/density.ts';
import { readCounts, readDocuments } from '../../src/search/lists.ts';
import type { ShardIndex } from './word-lists.ts';

/** From how many occurrences on a word is frequent in each document of a shard, and very frequent. */
interface Thresholds {
  readonly frequent: readonly number[];
  readonly veryFrequent: readonly number[];
}

function leastFor(step: 1 | 2, length: number, average: number): number {
  let least = 1;
  while (densityOf(least, length, average) < step) least += 1;
  return least;
}

/** Mean length of the documents' texts, in characters. */
export function averageLength(shards: readonly ShardIndex[]): number {
  let [sum, count] = [0, 0];
  for (const { lengths } of shards) {
    for (const length of lengths) sum += length;
    count += lengths.length;
  }
  return count === 0 ? 0 : sum / count;
}

/** Tells how dense words are in the documents of one shard. */
export class DensityReader {
  readonly #thresholds: Thresholds;
  readonly #from: BitReader;
  readonly #documents: number[] = [];
  readonly #counts: number[] = [];

  constructor({ lengths, fields }: ShardIndex, average: number) {
    this.#from = new BitReader(fields.any.data);
    this.#thresholds = {
      frequent: lengths.map((length) => leastFor(1, length, average)),
      veryFrequent: lengths.map((length) => leastFor(2, length, average)),
    };
  }

  /** Fills `steps` for the documents of a list and gives their number; 0 when the word is nowhere frequent. */
  read(start: number, middle: number, steps: number[]): number {
    const { frequent, veryFrequent } = this.#thresholds;
    this.#from.moveTo(start);
    const count = readDocuments(this.#from, this.#documents, frequent.length);
    this.#from.moveTo(middle);
    readCounts(this.#from, count, this.#counts);
    let any = false;
    for (let index = 0; index < count; index++) {
      const document = this.#documents[index] ?? 0;
      const occurrences = this.#counts[index] ?? 0;
      const step =
        occurrences < (frequent[document] ?? 0) ? 0 : occurrences < (veryFrequent[document] ?? 0) ? 1 : 2;
      steps[index] = step;
      any ||= step > 0;
    }
    return any ? count : 0;
  }
}
