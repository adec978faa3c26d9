import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Random } from '../bench/random.ts';
import type { Seed } from './seeds/all.ts';
import { join } from './seeds/byte-writer.ts';

/** A way to break a file. */
export type Mutator = (bytes: Uint8Array, random: Random, seeds: readonly Seed[]) => Uint8Array;

/** Values that lengths and places are often checked badly against. */
const EXTREMES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

/** All ways, by name. */
export const MUTATORS: Readonly<Record<string, Mutator>> = {
  bits: changed((bytes, random) => {
    for (let count = 1 + random.below(8); count > 0; count--) flip(bytes, random.below(bytes.length), random);
  }),
  manyBits: changed((bytes, random) => {
    for (let at = random.below(64); at < bytes.length; at += 1 + random.below(200)) flip(bytes, at, random);
  }),
  head: changed((bytes, random) => {
    for (let count = 1 + random.below(4); count > 0; count--)
      flip(bytes, random.below(Math.min(bytes.length, 1_024)), random);
  }),
  cut: (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  cutFront: (bytes, random) => bytes.slice(random.below(bytes.length + 1)),
  hole: (bytes, random) => {
    const from = random.below(bytes.length + 1);
    return join(bytes.subarray(0, from), bytes.subarray(from + random.below(600)));
  },
  repeat: (bytes, random) => {
    const from = random.below(bytes.length + 1);
    const part = bytes.subarray(from, from + 1 + random.below(400));
    return join(
      bytes.subarray(0, from),
      ...Array.from({ length: random.below(40) }, () => part),
      bytes.subarray(from),
    );
  },
  splice: (bytes, random, seeds) => {
    const other = random.pick(seeds).bytes;
    return join(
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    );
  },
  zeros: changed((bytes, random) => {
    const from = random.below(bytes.length);
    bytes.fill(random.pick([0, 0xff, 0x20]), from, from + random.below(600));
  }),
  numbers: changed((bytes, random) => {
    const view = new DataView(bytes.buffer);
    for (let count = 1 + random.below(4); count > 0 && bytes.length >= 4; count--) {
      const at = random.below((bytes.length - 4) / 2 + 1) * 2;
      view.setUint32(Math.min(at, bytes.length - 4), random.pick(EXTREMES), true);
    }
  }),
  /** Numbers of sectors: chains that go round or into one another. */
  sectors: changed((bytes, random) => {
    const view = new DataView(bytes.buffer);
    for (let count = 1 + random.below(30); count > 0 && bytes.length >= 1_024; count--) {
      const at = 512 + random.below((bytes.length - 516) / 4) * 4;
      view.setUint32(at, random.below(40), true);
    }
  }),
  /** Lengths, offsets and flags of a zip's headers, where no other format has anything. */
  zipFields: changed((bytes, random) => {
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 46 < bytes.length; at++) {
      const mark = view.getUint32(at, true);
      if ((mark !== 0x04034b50 && mark !== 0x02014b50 && mark !== 0x06054b50) || random.chance(0.7)) continue;
      view.setUint32(at + 6 + random.below(18) * 2, random.pick(EXTREMES), true);
    }
  }),
  /** The XML within a zip, or markup as it stands. */
  markup: (bytes, random) => {
    const parts = unpack(bytes);
    if (!parts) return breakMarkup(bytes, random);
    const name = random.pick(Object.keys(parts));
    return zipSync({ ...parts, [name]: breakMarkup(parts[name] ?? new Uint8Array(), random) });
  },
  /** A part of a zip is gone, is another's, or is a zip itself. */
  parts: (bytes, random) => {
    const parts = unpack(bytes);
    if (!parts) return bytes.slice(0, bytes.length - random.below(20));
    const name = random.pick(Object.keys(parts));
    const others = [
      new Uint8Array(),
      bytes,
      new Uint8Array(2_000_000),
      parts[random.pick(Object.keys(parts))],
    ];
    const { [name]: _, ...rest } = parts;
    return zipSync(random.chance(0.3) ? rest : { ...rest, [name]: random.pick(others) ?? new Uint8Array() });
  },
  /** Numbers written in digits, as in the cross-references of a PDF. */
  digits: changed((bytes, random) => {
    for (let at = random.below(50); at < bytes.length; at += 1 + random.below(120)) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) bytes[at] = 0x30 + random.below(10);
    }
  }),
  /** Words of a PDF, of RTF or of HTML change places. */
  words: (bytes, random) => {
    const words = strFromU8(bytes, true).split(' ');
    for (let count = 1 + random.below(5); count > 0; count--) {
      words[random.below(words.length)] = random.pick(words);
    }
    return strToU8(words.join(' '), true);
  },
};

function changed(change: (bytes: Uint8Array<ArrayBuffer>, random: Random) => void): Mutator {
  return (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    if (copy.length > 0) change(copy, random);
    return copy;
  };
}

function flip(bytes: Uint8Array, at: number, random: Random): void {
  bytes[at] = random.chance(0.5) ? (bytes[at] ?? 0) ^ (1 << random.below(8)) : random.below(256);
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  return unzipSync(bytes);
}

/** The Markdown parser takes time by the square of the number of brackets: thousands of them end at the time limit. */
const MANY = 300;
const INSERTS = [
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&nbsp;',
    ']]>',
    '<!--',
    '<![CDATA[',
    '\u0000',
    '\ufffe',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "&b;&b;">]>',
    '&b;',
    '</w:p>',
    '<w:p>',
    '<w:tbl>',
    '<w:tr>',
    '</w:tc>',
    '<table>',
  ],
  ...[
    '{import("x")}',
    '[^1]',
    '](',
    '|',
    '\u202e',
    '\u2028',
    '---\n',
    '```\n',
    '<script>',
    'w:val="99999999999"',
  ],
];

function breakMarkup(bytes: Uint8Array, random: Random): Uint8Array {
  let text = new TextDecoder().decode(bytes);
  for (let count = 1 + random.below(5); count > 0; count--) {
    const at = random.below(text.length + 1);
    const insert = random.pick(INSERTS).repeat(random.chance(0.1) ? MANY : 1);
    text = text.slice(0, at) + insert + text.slice(at + (random.chance(0.5) ? random.below(30) : 0));
  }
  return new TextEncoder().encode(text);
}
