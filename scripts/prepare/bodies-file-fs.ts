/**
 * The HTML of all documents in one file, each in UTF-8 at an offset, and after it what was found in them. The same file
 * is kept for the next build, which takes over what still holds. It only saves time: a file that is missing, damaged or
 * of another version of the program is as good as none, and one that can't be kept is no harm.
 */
import { createHash, hash } from 'node:crypto';
import { copyFile, type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { StoredMetadata } from '../../src/load/stored-entry.ts';
import { forgetOldest } from '../check/forget-oldest-fs.ts';

/** Where the HTML of a document stands in the file, in bytes. */
export interface HtmlPlace {
  offset: number;
  length: number;
}

/** What the file has of a document. */
export type KeptBody = HtmlPlace & StoredMetadata;

/** The file ends with the length of what was found, the check sum of all HTML, and the digest of what was found and of these. */
const NUMBER_BYTES = 8;
const SUM_BYTES = 32;
const TAIL_BYTES = 2 * NUMBER_BYTES + SUM_BYTES;
/** Written and copied at once. */
const CHUNK = 1 << 20;
/** Content folders and sites whose files are kept; each is as large as its texts are. */
const MOST_FILES = 4;
const ENDING = '.bodies';

export class BodiesFile {
  readonly #file: string;
  readonly #cacheFile: string | undefined;
  #old: { handle: FileHandle; bodies: ReadonlyMap<string, KeptBody> } | undefined;
  readonly #bodies = new Map<string, KeptBody>();
  readonly #kept = new Set<string>();
  #writer: Promise<Writer> | undefined;

  /** `file` is written; `names` tell content folders and sites apart in the folder of the cache. */
  constructor(file: string, cacheDir: string | undefined, names: readonly string[]) {
    this.#file = file;
    const [dir = '', ...rest] = names;
    const key = hash('sha256', [path.resolve(dir), ...rest].join('\n')).slice(0, 24);
    this.#cacheFile = cacheDir === undefined ? undefined : path.join(cacheDir, `${key}${ENDING}`);
  }

  async open(): Promise<void> {
    this.#old = this.#cacheFile === undefined ? undefined : await openKept(this.#cacheFile);
  }

  /** What an earlier build left of a document. */
  old(file: string): KeptBody | undefined {
    return this.#old?.bodies.get(file);
  }

  /** Takes over what an earlier build left of it. */
  keep(file: string): void {
    this.#kept.add(file);
  }

  /** Adds a document that was rendered now. */
  async add(file: string, html: Uint8Array, metadata: StoredMetadata): Promise<void> {
    const writer = await this.#write();
    this.#bodies.set(file, { offset: writer.length, length: html.length, ...metadata });
    await writer.write(html);
  }

  /** Completes the file, and keeps it for the next build. Returns where everything is. */
  async finish(): Promise<ReadonlyMap<string, KeptBody>> {
    const old = this.#old;
    if (old && this.#bodies.size === 0 && this.#kept.size === old.bodies.size && this.#cacheFile) {
      await share(this.#cacheFile, this.#file);
      return old.bodies;
    }
    const writer = await this.#write();
    if (old) await this.#takeOver(old.handle, old.bodies, writer);
    await writer.finish(serialize(this.#bodies));
    await writer.close();
    if (this.#cacheFile) await keepFile(this.#file, this.#cacheFile);
    return this.#bodies;
  }

  async close(): Promise<void> {
    await this.#old?.handle.close();
    const writer = await this.#writer?.catch(() => undefined);
    await writer?.close();
  }

  /** The one writer, however many ask for it at once. */
  #write(): Promise<Writer> {
    this.#writer ??= openNew(this.#file);
    return this.#writer;
  }

  /** Copies what still holds, neighbours together. */
  async #takeOver(handle: FileHandle, bodies: ReadonlyMap<string, KeptBody>, writer: Writer): Promise<void> {
    const kept = [...this.#kept]
      .flatMap((file) => {
        const body = bodies.get(file);
        return body ? [{ file, body }] : [];
      })
      .sort((a, b) => a.body.offset - b.body.offset);
    let from = kept[0]?.body.offset ?? 0;
    let to = from;
    for (const { file, body } of kept) {
      if (body.offset !== to) {
        await copyRange(handle, from, to, writer);
        from = body.offset;
        to = from;
      }
      this.#bodies.set(file, { ...body, offset: writer.length + body.offset - from });
      to += body.length;
    }
    await copyRange(handle, from, to, writer);
  }
}

/** Writes a file from its beginning, in large pieces. */
class Writer {
  length = 0;
  readonly #handle: FileHandle;
  #sum = 0;
  #waiting: Uint8Array[] = [];
  #size = 0;
  #last: Promise<unknown> = Promise.resolve();
  #open = true;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.length += bytes.length;
    this.#sum = crc32(bytes, this.#sum);
    this.#waiting.push(bytes);
    this.#size += bytes.length;
    if (this.#size >= CHUNK) await this.#flush();
  }

  /** Writes what was found, its length and the digest of everything. */
  async finish(found: Uint8Array): Promise<void> {
    const numbers = Buffer.alloc(2 * NUMBER_BYTES);
    numbers.writeBigUInt64LE(BigInt(found.length));
    numbers.writeBigUInt64LE(BigInt(this.#sum), NUMBER_BYTES);
    this.#waiting.push(found, numbers, sumOf(found, numbers));
    await this.#flush();
  }

  async close(): Promise<void> {
    if (this.#open) await this.#handle.close();
    this.#open = false;
  }

  /** One after the other, however many add to it at once. */
  #flush(): Promise<unknown> {
    const pieces = this.#waiting;
    this.#waiting = [];
    this.#size = 0;
    this.#last = this.#last.then(() => this.#handle.writev(pieces));
    return this.#last;
  }
}

/** A file of an earlier build may be the cache's own: it is not written to but replaced. */
async function openNew(file: string): Promise<Writer> {
  await rm(file, { force: true });
  return new Writer(await open(file, 'wx'));
}

async function copyRange(from: FileHandle, start: number, end: number, to: Writer): Promise<void> {
  for (let at = start; at < end; at += CHUNK) {
    const size = Math.min(CHUNK, end - at);
    const { buffer } = await from.read(Buffer.alloc(size), 0, size, at);
    await to.write(buffer);
  }
}

/** An earlier build's file, if it is whole. */
async function openKept(file: string) {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return undefined;
  const bodies = await readKept(handle).catch(() => undefined);
  if (bodies) return { handle, bodies };
  await handle.close();
  return undefined;
}

async function readKept(handle: FileHandle): Promise<ReadonlyMap<string, KeptBody> | undefined> {
  const { size } = await handle.stat();
  const end = size - TAIL_BYTES;
  if (end < 0) return undefined;
  const tail = await readAt(handle, end, TAIL_BYTES);
  const numbers = tail.subarray(0, 2 * NUMBER_BYTES);
  const start = end - Number(numbers.readBigUInt64LE());
  if (start < 0) return undefined;
  const found = await readAt(handle, start, end - start);
  if (!sumOf(found, numbers).equals(tail.subarray(2 * NUMBER_BYTES))) return undefined;
  let sum = 0;
  for (let at = 0; at < start; at += CHUNK)
    sum = crc32(await readAt(handle, at, Math.min(CHUNK, start - at)), sum);
  if (BigInt(sum) !== numbers.readBigUInt64LE(NUMBER_BYTES)) return undefined;
  return deserialize(found) as Map<string, KeptBody>;
}

function sumOf(...parts: Uint8Array[]): Buffer {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
}

async function readAt(handle: FileHandle, at: number, size: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size), 0, size, at);
  return buffer.subarray(0, bytesRead);
}

/** Puts a file in another place, too: the same bytes where the disk can, else a copy. */
async function share(from: string, to: string): Promise<void> {
  await rm(to, { force: true });
  await link(from, to).catch(() => copyFile(from, to));
}

/** The file of the cache appears whole or not at all. */
async function keepFile(file: string, cacheFile: string): Promise<void> {
  const draft = `${cacheFile}.${process.pid}`;
  try {
    await mkdir(path.dirname(cacheFile), { recursive: true });
    await share(file, draft);
    await rename(draft, cacheFile);
    await forgetOldest(path.dirname(cacheFile), ENDING, MOST_FILES);
  } catch {
    // A full disk, or a checkout that can't be written: the next build renders the documents again.
    await rm(draft, { force: true }).catch(() => {});
  }
}
