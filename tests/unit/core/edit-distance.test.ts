import { expect, it } from 'vitest';
import { editDistance } from '../../../src/core/edit-distance.ts';

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'abc', 0],
  ['docNumber', 'docNumer', 1],
  ['kitten', 'sitting', 3],
  ['𠮷田', '吉田', 1],
])('%j and %j are %i apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
});
