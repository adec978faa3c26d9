import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { ReleaseMistake } from './checksums.ts';

/** More than the largest site that was ever built with this program; an archive that holds more is none of ours. */
const MOST_BYTES = 20 * 1024 ** 3;

/**
 * Unpacks an archive into an empty folder, file by file. Names that would lead out of the folder, links and devices are
 * refused.
 * @throws ReleaseMistake for a file that is no archive, or a damaged one
 */
export async function readArchive(archive: string, into: string): Promise<void> {
  const tar = extract();
  // Its end is told to the reader below as well.
  const read = pipeline(createReadStream(archive), createGunzip(), tar).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  let bytes = 0;
  let files = 0;
  try {
    for await (const entry of tar) {
      bytes += entry.header.size ?? 0;
      if (bytes > MOST_BYTES) throw tooLarge(archive);
      await writeEntry(entry, into);
      files += 1;
    }
    await read;
  } catch (error) {
    tar.destroy();
    if (error instanceof ReleaseMistake || isDiskError(error)) throw error;
    throw damaged(archive);
  }
  if (files === 0) throw damaged(archive);
}

async function writeEntry(entry: AsyncIterable<unknown> & { header: Header }, into: string): Promise<void> {
  const { name, type } = entry.header;
  if (type !== 'file') throw unsafe(name);
  const target = path.resolve(into, name);
  const below = path.relative(into, target);
  if (/[\\\0]/.test(name) || below === '' || below.startsWith('..') || path.isAbsolute(below))
    throw unsafe(name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytesOf(entry), { flag: 'wx' });
}

/** The library types what it gives as unknown. */
async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
}

function isDiskError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^E[A-Z]+$/.test(code);
}

function damaged(archive: string): ReleaseMistake {
  return new ReleaseMistake(
    `发现 ${archive} 不是完好的存档，应为 npm run release 做出的 .tar.gz 文件。改法：重新复制一份，或换一份存档；原来的网站未动。`,
  );
}

function tooLarge(archive: string): ReleaseMistake {
  return new ReleaseMistake(
    `发现 ${archive} 解开后超过 20 GB，应为一个网站。改法：换一份存档；原来的网站未动。`,
  );
}

function unsafe(name: string): ReleaseMistake {
  return new ReleaseMistake(
    `发现存档里的“${name.slice(0, 80)}”不是网站文件夹里的普通文件，应为网站的文件。改法：这份存档不可用，换一份；原来的网站未动。`,
  );
}
