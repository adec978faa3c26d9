import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { measurePicture } from '../../../src/docx/measure-picture.ts';
import { packWordFile } from '../../../src/site/pack-word-file.ts';
import { bodyText, partsOf, wordSource } from '../../support/word-source.ts';

/** The first bytes of a PNG of that size, with nothing in it. */
function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.writeUInt32BE(0x89504e47, 0);
  head.writeUInt32BE(0x0d0a1a0a, 4);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return new Uint8Array(Buffer.concat([head, deflateSync(Buffer.alloc(4))]));
}

const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 17, 8, 1, 0x2c, 2, 0x58, 0, 0, 0];

describe('measures of a picture', () => {
  test.each([
    ['PNG', png(640, 480), { type: 'png', width: 640, height: 480 }],
    ['JPEG', new Uint8Array(JPEG), { type: 'jpg', width: 600, height: 300 }],
    [
      'GIF',
      new Uint8Array([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x20, 3, 0x58, 2]),
      { type: 'gif', width: 800, height: 600 },
    ],
  ])('%s', (_kind, bytes, size) => {
    expect(measurePicture(bytes)).toEqual({ data: bytes, ...size });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('不是图片，是一段文字')],
    ['a PNG cut short', png(640, 480).slice(0, 20)],
    ['a PNG without width', png(0, 480)],
    ['a JPEG without a frame', new Uint8Array(JPEG.slice(0, 8))],
  ])('%s has none', (_kind, bytes) => {
    expect(measurePicture(bytes)).toBeUndefined();
  });
});

describe('a picture in the text', () => {
  const body = '![听课节数统计图](/files/a.png)';

  test('is put into the file, no wider than the text, with its words', async () => {
    const picture = measurePicture(png(2000, 1000));
    const pictures = new Map(picture ? [['/files/a.png', picture]] : []);
    const files = unzipSync(packWordFile(wordSource(body, { pictures })));
    expect(Object.keys(files).filter((name) => name.endsWith('.png'))).toHaveLength(1);
    const xml = new TextDecoder().decode(files['word/document.xml']);
    const width = Number(/<wp:extent cx="(\d+)"/.exec(xml)?.[1]);
    // English Metric Units: 36,000 to the millimetre.
    expect(width / 36000).toBeLessThan(156.3);
    expect(xml).toContain('descr="听课节数统计图"');
  });

  test('stands in the middle with its caption under it, no taller than leaves the caption room', async () => {
    const picture = measurePicture(png(1000, 3000));
    const pictures = new Map(picture ? [['/files/a.png', picture]] : []);
    const text = '![听课节数统计图](/files/a.png "图1 听课节数")';
    const xml = new TextDecoder().decode(
      unzipSync(packWordFile(wordSource(text, { pictures })))['word/document.xml'],
    );
    const [shown = '', caption = ''] = (xml.match(/<w:p>.*?<\/w:p>/g) ?? []).filter((paragraph) =>
      /<w:drawing>|图1 听课节数/.test(paragraph.replace(/descr="[^"]*"/, '')),
    );
    expect(shown).toContain('<w:keepNext/>');
    expect([shown, caption].every((paragraph) => paragraph.includes('<w:jc w:val="center"/>'))).toBe(true);
    expect(Number(/<wp:extent cx="\d+" cy="(\d+)"/.exec(xml)?.[1]) / 36000).toBeLessThan(200);
  });

  test('that cannot be had is told by its words', async () => {
    expect(bodyText(await partsOf(wordSource(body)))).toBe('〔图：听课节数统计图〕');
  });
});
