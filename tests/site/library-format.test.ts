/**
 * Pins what other libraries' searches read of an index: a change of it that they would misread has to raise
 * `LIBRARY_FORMAT`, and this test is where one is asked whether it does.
 */
import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { LIBRARY_FORMAT } from '../../src/search/library-mark.ts';

const SITE = inject('fixtureSite');
const GOLDEN = path.resolve(import.meta.dirname, '../golden/library-format.json');
const MEND = `别的文库检索时读到的索引变了。旧版的页面还能照样读对的，运行 npm run golden 记下；会读错的，先把 LIBRARY_FORMAT（现在是 ${LIBRARY_FORMAT}）加一。`;
const GZIP = [0x1f, 0x8b];

/** Content without the compression, whose bytes differ from machine to machine. */
function plain(file: Buffer): Buffer {
  return GZIP.every((byte, at) => file[at] === byte) ? gunzipSync(file) : file;
}

/** The files below the index's own folder, by kind: each kind's contents as one digest, whatever their names. */
async function digests(): Promise<Record<string, string>> {
  const folder = path.join(SITE, 'pagefind');
  const { folder: own } = JSON.parse(await readFile(path.join(folder, 'pagefind-entry.json'), 'utf8')) as {
    folder: string;
  };
  const names = (await readdir(path.join(folder, own), { recursive: true })).filter((name) =>
    /\.\w+$/.test(name),
  );
  const contents = new Map<string, string[]>();
  for (const name of names) {
    const kind = path.extname(name);
    const digest = hash('sha256', plain(await readFile(path.join(folder, own, name))));
    contents.set(kind, [...(contents.get(kind) ?? []), digest]);
  }
  const rows = [...contents].map(([kind, all]) => [kind, hash('sha256', all.sort().join(' '))] as const);
  return Object.fromEntries(rows.sort());
}

describe('the format in which libraries read one another', () => {
  it('is raised when the index changes so that another would misread it', async () => {
    const pinned = { format: LIBRARY_FORMAT, digests: await digests() };
    expect(Object.keys(pinned.digests).length).toBeGreaterThan(2);
    await expect(`${JSON.stringify(pinned, null, 2)}\n`, MEND).toMatchFileSnapshot(GOLDEN);
  });
});
