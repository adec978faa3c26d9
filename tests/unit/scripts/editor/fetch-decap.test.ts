import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import {
  DECAP,
  decapFiles,
  EditorUnavailable,
  type PinnedPackage,
} from '../../../../scripts/editor/fetch-decap.ts';
import { readTar } from '../../../../scripts/editor/read-tar.ts';
import { temporaryFolder } from '../run-script.ts';

const folder = temporaryFolder();

/** A tar archive, as npm packs packages. */
function tar(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    const content = Buffer.from(text);
    header.write(name.length > 99 ? name.slice(name.lastIndexOf('/') + 1) : name, 0);
    if (name.length > 99) header.write(name.slice(0, name.lastIndexOf('/')), 345);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

const digest = (content: Uint8Array | string): string =>
  `sha512-${createHash('sha512').update(content).digest('base64')}`;

const SCRIPT = 'window.CMS = {};';
const archive = gzipSync(tar({ 'package/README.md': 'x'.repeat(700), 'package/dist/cms.js': SCRIPT }));
const pinned: PinnedPackage = {
  ...{ name: 'some-cms', version: '1.2.3', integrity: digest(archive) },
  files: { 'package/dist/cms.js': { as: 'cms.js', integrity: digest(SCRIPT) } },
};

/** Stands for npm: writes the archive, and counts how often it is asked. */
const fetcher = (bytes: Uint8Array = archive) =>
  vi.fn(async (specification: string, into: string) => {
    const file = path.join(into, `${specification.replace('@', '-')}.tgz`);
    await writeFile(file, bytes);
    return file;
  });

describe('the editor’s program', () => {
  it('is fetched once, by its exact version, and then taken from the cache', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const fetched = fetcher();
    const files = await decapFiles(pinned, folder(), fetched);
    expect([...files].map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
      ['cms.js', SCRIPT],
    ]);
    expect(fetched).toHaveBeenCalledWith('some-cms@1.2.3', expect.any(String));
    expect(await readdir(path.join(folder(), 'some-cms-1.2.3'))).toEqual(['cms.js']);
    const offline = vi.fn(async () => Promise.reject(new EditorUnavailable('离线')));
    expect([...(await decapFiles(pinned, folder(), offline)).keys()]).toEqual(['cms.js']);
    expect(offline).not.toHaveBeenCalled();
  });

  it('is fetched again when what lies in the cache was changed', async () => {
    await decapFiles(pinned, folder(), fetcher());
    const kept = path.join(folder(), 'some-cms-1.2.3/cms.js');
    await writeFile(kept, `${SCRIPT}alert(1)`);
    const fetched = fetcher();
    await decapFiles(pinned, folder(), fetched);
    expect(fetched).toHaveBeenCalledOnce();
    expect(await readFile(kept, 'utf8')).toBe(SCRIPT);
  });

  it.each([
    ['another package', pinned, gzipSync(tar({ 'package/dist/cms.js': 'alert(1)' }))],
    [
      'a package without the file',
      { ...pinned, files: { 'package/dist/other.js': { as: 'o', integrity: digest('') } } },
      archive,
    ],
    [
      'a package with another file',
      { ...pinned, files: { 'package/dist/cms.js': { as: 'cms.js', integrity: digest('') } } },
      archive,
    ],
  ])('is refused, with nothing kept, when %s comes', async (_, wanted, bytes) => {
    await expect(decapFiles(wanted, folder(), fetcher(bytes))).rejects.toThrow(
      /^发现.*校验值.*应为 sha512-.*改法/s,
    );
    await expect(decapFiles(wanted, folder(), fetcher(bytes))).rejects.toThrow(EditorUnavailable);
    expect(await readdir(folder())).toEqual([]);
  });

  it('names no host: npm knows where packages come from', async () => {
    const source = await readFile(path.resolve('scripts/editor/fetch-decap.ts'), 'utf8');
    expect(source).not.toMatch(/https?:|registry\./);
    for (const { integrity } of [DECAP, ...Object.values(DECAP.files)]) {
      expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    }
  });
});

describe('reading an archive', () => {
  it('finds files by their whole paths, long ones too, and no others', () => {
    const long = `package/${'很长的文件夹/'.repeat(3)}${'x'.repeat(70)}/a.js`;
    const ascii = `package/${'folder/'.repeat(14)}a.js`;
    const files = readTar(
      tar({ [ascii]: '1', 'package/b.js': '', 'package/c.js': '3' }),
      new Set([ascii, 'package/b.js', long]),
    );
    expect([...files].map(([name, content]) => [name, Buffer.from(content).toString()])).toEqual([
      [ascii, '1'],
      ['package/b.js', ''],
    ]);
  });

  it('ends at what is no archive', () => {
    expect(readTar(new Uint8Array(100), new Set(['a']))).toEqual(new Map());
    expect(readTar(Buffer.from('x'.repeat(2000)), new Set(['a']))).toEqual(new Map());
  });
});
