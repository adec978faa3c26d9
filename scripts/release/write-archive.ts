import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { CHECKSUMS, filesBelow, writeChecksums } from './checksums.ts';

/** What was packed. */
export interface Packed {
  files: number;
  /** Of the files, before packing. */
  bytes: number;
  /** SHA-256 of the list of checksums: names the state of the site. */
  state: string;
}

/**
 * Packs a folder into a .tar.gz, file by file, with a list of checksums at its end. The target must not exist. Nothing
 * but names and contents goes in, so that the same site gives the same archive whoever makes it, and when.
 */
export async function writeArchive(dir: string, target: string): Promise<Packed> {
  const tar = pack();
  const written = pipeline(tar, createGzip({ level: 6 }), createWriteStream(target, { flags: 'wx' }));
  const filled = fill(tar, dir).finally(() => tar.finalize());
  const [packed] = await Promise.all([filled, written]);
  return packed;
}

async function fill(tar: ReturnType<typeof pack>, dir: string): Promise<Packed> {
  const digests = new Map<string, string>();
  let bytes = 0;
  const files = await filesBelow(dir);
  for (const file of files) {
    const content = await readFile(path.join(dir, file));
    digests.set(file, createHash('sha256').update(content).digest('hex'));
    bytes += content.length;
    await add(tar, file, content);
  }
  const list = writeChecksums(digests);
  await add(tar, CHECKSUMS, Buffer.from(list));
  return { files: files.length, bytes, state: createHash('sha256').update(list).digest('hex') };
}

function add(tar: ReturnType<typeof pack>, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = { name, mtime: new Date(0), mode: 0o644, uid: 0, gid: 0 };
    tar.entry(header, content, (error) => (error ? reject(error) : resolve()));
  });
}
