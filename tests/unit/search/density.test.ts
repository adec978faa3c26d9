import { describe, expect, it } from 'vitest';
import { densityOf } from '../../../src/search/density.ts';

describe('density', () => {
  it('rises with the occurrences, the later the longer the text', () => {
    const steps = (length: number): number[] =>
      [1, 2, 3, 6, 7, 20, 60].map((occurrences) => densityOf(occurrences, length, 5000));
    expect(steps(5000)).toEqual([0, 0, 1, 1, 2, 2, 2]);
    expect(steps(500)).toEqual([1, 1, 2, 2, 2, 2, 2]);
    expect(steps(50_000)).toEqual([0, 0, 0, 0, 0, 0, 2]);
  });

  it('is 0 for what does not occur, in a library without text too', () => {
    expect(densityOf(0, 100, 100)).toBe(0);
    expect(densityOf(0, 0, 0)).toBe(0);
  });
});
