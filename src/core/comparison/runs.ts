/** That many characters in a row in both texts are words in common. */
export const RUN_LENGTH = 4;

/** Numbers runs of `RUN_LENGTH` characters from 0 on: the same for the same, in all texts of a comparison. */
export class RunNumbers {
  private readonly numbers = new Map<string, number>();

  /** How many different runs were met. */
  get count(): number {
    return this.numbers.size;
  }

  /** The runs of a folded text, by the place where each begins. */
  of(folded: string): Int32Array {
    const runs = new Int32Array(Math.max(0, folded.length - RUN_LENGTH + 1));
    for (let start = 0; start < runs.length; start++) {
      const run = folded.slice(start, start + RUN_LENGTH);
      const number = this.numbers.get(run) ?? this.numbers.size;
      if (number === this.numbers.size) this.numbers.set(run, number);
      runs[start] = number;
    }
    return runs;
  }
}

/** The runs of one text at a time, to look others up among them. */
export class RunMarks {
  private readonly marks: Int32Array;
  private current = 0;

  constructor(runs: number) {
    this.marks = new Int32Array(runs);
  }

  /** Forgets the last text's. */
  put(runs: Int32Array): void {
    this.current += 1;
    for (let index = 0; index < runs.length; index++) this.marks[runs[index] ?? 0] = this.current;
  }

  has(run: number | undefined): boolean {
    return run !== undefined && this.marks[run] === this.current;
  }

  hasAny(runs: Int32Array): boolean {
    for (let index = 0; index < runs.length; index++) if (this.has(runs[index])) return true;
    return false;
  }
}
