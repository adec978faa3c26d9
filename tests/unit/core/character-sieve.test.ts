import { describe, expect, test } from 'vitest';
import { CharacterSieve } from '../../../src/core/character-sieve.ts';

describe('a sieve of characters', () => {
  const sieve = new CharacterSieve([/[《》]/, /\d/, /\p{Script=Han}/u, /[^ -~]/]);

  test.each([
    ['', 0],
    ['plain', 0],
    ['2012', 0b0010],
    ['《a》', 0b1001],
    ['教2', 0b1110],
  ])('finds the classes of %o', (text, classes) => expect(sieve.classesIn(text)).toBe(classes));

  test('agrees with the expressions on every unit of the basic plane', () => {
    const classes = [/[《》]/, /\d/, /[^ -~]/];
    const plain = new CharacterSieve(classes);
    const wrong = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) =>
      classes.some(
        (pattern, index) =>
          pattern.test(String.fromCharCode(unit)) !== ((plain.classesOf(unit) & (1 << index)) !== 0),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a character beyond the basic plane may be any that an expression by code points matches', () =>
    expect(sieve.classesIn('\u{20000}') & 0b0100).toBe(0b0100));
});
