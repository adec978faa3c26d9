import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { imageSizes } from '../../../src/load/image-sizes-fs.ts';
import { tempContent } from '../../support/temp-content.ts';

const be = (size: number, value: number): number[] =>
  Array.from({ length: size }, (_, index) => (value >> (8 * (size - 1 - index))) & 0xff);
const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const png = [
  0x89,
  ...ascii('PNG'),
  13,
  10,
  26,
  10,
  ...be(4, 13),
  ...ascii('IHDR'),
  ...be(4, 640),
  ...be(4, 480),
];
const gif = [...ascii('GIF89a'), 64, 1, 200, 0];
// A camera's notes come before the frame header.
const jpeg = [
  0xff,
  0xd8,
  0xff,
  0xe1,
  ...be(2, 2000),
  ...Array(1998).fill(7),
  0xff,
  0xc0,
  ...be(2, 17),
  8,
  ...be(2, 300),
  ...be(2, 400),
  3,
];
const riff = (chunk: number[]): number[] => [
  ...ascii('RIFF'),
  0,
  0,
  0,
  0,
  ...ascii('WEBP'),
  ...chunk,
  ...Array(16).fill(0),
];
const webp = riff([...ascii('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 128, 2, 104, 1]);
const extended = riff([...ascii('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 7, 0, 0x37, 4, 0]);

test('sizes are read from the first bytes of each kind of picture; a damaged one has none', async () => {
  const dir = await tempContent({});
  await mkdir(path.join(dir, 'files/图'), { recursive: true });
  const files = {
    'a.png': png,
    'b.GIF': gif,
    '图/c.jpg': jpeg,
    'd.webp': webp,
    'e.webp': extended,
    'f.png': [1, 2],
    'g.jpg': [],
  };
  for (const [name, bytes] of Object.entries(files))
    await writeFile(path.join(dir, 'files', name), Uint8Array.from(bytes));
  expect(Object.fromEntries(await imageSizes(dir))).toEqual({
    'files/a.png': { width: 640, height: 480 },
    'files/b.GIF': { width: 320, height: 200 },
    'files/图/c.jpg': { width: 400, height: 300 },
    'files/d.webp': { width: 640, height: 360 },
    'files/e.webp': { width: 1920, height: 1080 },
  });
});
