import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, riceWidth } from '../../../src/search/bits.ts';
import { readShards, writeShards } from '../../../src/search/packed-part.ts';

const number = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(0xffffff));
/** What is written, as one call each. */
const calls = fc.array(
  fc.oneof(
    fc.record({
      how: fc.constant('gamma' as const),
      value: number.map((value) => value + 1),
      width: fc.nat(15),
    }),
    fc.record({ how: fc.constant('rice' as const), value: fc.nat(20_000), width: fc.nat(15) }),
    fc.record({
      how: fc.constantFrom('varint' as const, 'byte' as const),
      value: fc.nat(255),
      width: fc.nat(15),
    }),
    fc.record({ how: fc.constant('varint' as const), value: number, width: fc.nat(15) }),
    fc.record({ how: fc.constant('align' as const), value: fc.constant(0), width: fc.nat(15) }),
  ),
);

describe('bits', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(calls, (written) => {
        const out = new BitWriter(4);
        for (const { how, value, width } of written) {
          if (how === 'rice') out.rice(value, width);
          else if (how === 'align') out.align();
          else out[how](value);
        }
        const from = new BitReader(out.take());
        for (const { how, value, width } of written) {
          if (how === 'rice') expect(from.rice(width)).toBe(value);
          else if (how === 'align') from.align();
          else expect(from[how]()).toBe(value);
        }
        expect(() => from.byte()).toThrow(RangeError);
      }),
    );
  });

  it('are few for numbers about their mean', () => {
    expect([0, 1, 2.9, 3, 100].map(riceWidth)).toEqual([0, 0, 0, 1, 6]);
  });

  it('tell which shards have a list', () => {
    const shards = fc
      .integer({ min: 1, max: 96 })
      .chain((count) =>
        fc.subarray([...Array(count).keys()], { minLength: 1 }).map((own) => ({ count, own })),
      );
    fc.assert(
      fc.property(shards, ({ count, own }) => {
        const out = new BitWriter();
        writeShards(out, own, count);
        expect(readShards(new BitReader(out.take()), count)).toEqual(own);
      }),
    );
  });
});
