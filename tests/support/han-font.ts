/**
 * A font in which every Chinese character is as wide as it is anywhere, one em, and empty: a machine without Chinese fonts
 * shows frames of half that width, and what is tested of the layout would not be what any reader sees.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const EM = 1000;
const ASCENT = 880;
const DESCENT = -120;
/** Blocks of Unicode with Chinese characters and their punctuation. */
const COVERED = [
  [0x2e80, 0x2fdf],
  [0x3000, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
] as const;

/** A sign for each of them, and the one for all others. */
const SIGNS = COVERED.reduce((sum, [first, last]) => sum + last - first + 1, 1);

/** Numbers of a table of the OpenType format, each with its size in bytes; negative ones by their complement. */
type Field = readonly [bytes: 1 | 2 | 4, value: number];

function bytesOf(fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntBE(value < 0 ? value + 2 ** (8 * bytes) : value, 0, bytes);
      return field;
    }),
  );
}

const words = (...values: number[]): Field[] => values.map((value) => [2, value]);
const longs = (...values: number[]): Field[] => values.map((value) => [4, value]);

const MAGIC = 0x5f0f3cf5;

function head(): Buffer {
  const version = [...longs(0x10000, 0x10000, 0, MAGIC), ...words(0, EM), ...longs(0, 0, 0, 0)];
  const [box, style] = [words(0, DESCENT, EM, ASCENT), words(0, 8, 2, 0, 0)];
  return bytesOf([...version, ...box, ...style]);
}

const hhea = (): Buffer =>
  bytesOf([...longs(0x10000), ...words(ASCENT, DESCENT, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 1)]);

const maxp = (): Buffer =>
  bytesOf([...longs(0x10000), ...words(SIGNS, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]);

function os2(): Buffer {
  const measures = words(4, EM, 400, 5, 0, 500, 500, 0, 0, 500, 500, 0, 0, 50, 300, 0);
  const families: Field[] = Array.from({ length: 10 }, () => [1, 0]);
  // The bits for the unified ideographs, and for simplified Chinese further on.
  const coverage = [...longs(0, 1 << 27, 0, 0), ...longs(0x57454e4b)];
  const lines = words(0x40, 0x2e80, 0xffef, ASCENT, DESCENT, 0, ASCENT, -DESCENT);
  return bytesOf([
    ...measures,
    ...families,
    ...coverage,
    ...lines,
    ...longs(1 << 18, 0),
    ...words(500, 700, 0, 32, 1),
  ]);
}

/** Format 12: the characters of a range have signs that follow one another. */
function cmap(): Buffer {
  let sign = 1;
  const groups = COVERED.flatMap(([first, last]) => {
    const group = longs(first, last, sign);
    sign += last - first + 1;
    return group;
  });
  const table = [...words(12, 0), ...longs(16 + groups.length * 4, 0, COVERED.length), ...groups];
  return bytesOf([...words(0, 1, 3, 10), ...longs(12), ...table]);
}

const FAMILY = 'Wenku Test Han';

function name(): Buffer {
  const text = Buffer.from(FAMILY, 'utf16le').swap16();
  const records = [1, 4, 6].flatMap((id) => words(3, 1, 0x409, id, text.length, 0));
  return Buffer.concat([bytesOf([...words(0, 3, 6 + 36), ...records]), text]);
}

/** The font as a TrueType file. */
function hanFont(): Buffer {
  const tables = Object.entries({
    'OS/2': os2(),
    cmap: cmap(),
    glyf: Buffer.alloc(2),
    head: head(),
    hhea: hhea(),
    // The width of one is that of all; where each begins, and that there is nothing, are zeros.
    hmtx: Buffer.concat([bytesOf(words(EM, 0)), Buffer.alloc(2 * (SIGNS - 1))]),
    loca: Buffer.alloc(2 * (SIGNS + 1)),
    maxp: maxp(),
    name: name(),
    post: bytesOf([...longs(0x30000, 0), ...words(0, 0), ...longs(0, 0, 0, 0, 0)]),
  });
  let offset = 12 + 16 * tables.length;
  const directory: Buffer[] = [];
  const contents: Buffer[] = [];
  for (const [tag, table] of tables) {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    directory.push(Buffer.from(tag.padEnd(4)), bytesOf(longs(sumOf(padded), offset, table.length)));
    contents.push(padded);
    offset += padded.length;
  }
  const beginning = bytesOf([...longs(0x10000), ...words(tables.length, 128, 3, 16 * tables.length - 128)]);
  return Buffer.concat([beginning, ...directory, ...contents]);
}

function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Writes the font into `dir`, with settings for fontconfig that add it to the machine's own; returns their path. */
function writeHanFont(dir: string): string {
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'han.ttf'), hanFont());
  const settings = path.join(dir, 'fonts.conf');
  const own = `<dir>${dir}</dir><cachedir>${path.join(dir, 'cache')}</cachedir>`;
  writeFileSync(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${own}</fontconfig>`,
  );
  return settings;
}

/** Lets the browsers of this process and of those that it starts use the font, where the machine has no Chinese one. */
export function lendHanFont(dir: string): void {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (listed.stdout?.trim()) return;
  process.env['FONTCONFIG_FILE'] = writeHanFont(dir);
}
