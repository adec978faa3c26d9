import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipEntry, zipFile } from '../../../src/load/zip.ts';

const TEXT = '教研计划。'.repeat(500);
const PICTURE = new Uint8Array(Array.from({ length: 300 }, (_none, index) => index % 251));

describe('a ZIP file', () => {
  const entries = [zipEntry('a/文.xml', TEXT), zipEntry('b.png', PICTURE), zipEntry('empty.xml', '')];

  test('holds what was put into it, in that order', () => {
    const files = unzipSync(zipFile(entries));
    expect(Object.keys(files)).toEqual(['a/文.xml', 'b.png', 'empty.xml']);
    expect(strFromU8(files['a/文.xml'] ?? new Uint8Array())).toBe(TEXT);
    expect(files['b.png']).toEqual(PICTURE);
    expect(files['empty.xml']).toHaveLength(0);
  });

  test('compresses texts, and stores bytes as they are', () => {
    const [text, picture] = entries;
    expect(text?.packed.length).toBeLessThan(TEXT.length / 10);
    expect(picture?.packed).toEqual(PICTURE);
    const stored = Buffer.from(zipFile(entries));
    expect(stored.includes(Buffer.from(PICTURE))).toBe(true);
  });

  test('names no other time than the first that the format knows', () => {
    const file = Buffer.from(zipFile(entries));
    const end = file.length - 22;
    expect(file.readUInt32LE(end)).toBe(0x06054b50);
    let record = file.readUInt32LE(end + 16);
    for (const { name } of entries) {
      expect(file.readUInt32LE(record)).toBe(0x02014b50);
      const local = file.readUInt32LE(record + 42);
      expect(file.readUInt32LE(local)).toBe(0x04034b50);
      expect([file.readUInt32LE(record + 12), file.readUInt32LE(local + 10)]).toEqual([0x210000, 0x210000]);
      record += 46 + name.length;
    }
    expect(record).toBe(end);
  });

  test('an entry can stand in several files', () => {
    const [text] = entries;
    if (!text) throw new Error('no entry');
    const files = [zipFile([text]), zipFile([zipEntry('x', '甲'), text])].map((file) => unzipSync(file));
    expect(files.map((file) => strFromU8(file['a/文.xml'] ?? new Uint8Array()))).toEqual([TEXT, TEXT]);
  });

  test('can be empty', () => {
    expect(unzipSync(zipFile([]))).toEqual({});
  });
});
