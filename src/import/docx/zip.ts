import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { damaged, oversized, Refusal } from './refusal.ts';

/** More entries than a Word file of a thousand pictures has. */
const MOST_ENTRIES = 10_000;
/** No part may unpack to more bytes, and all parts that are read together to no more than MOST_BYTES. */
const LARGEST_PART = 60_000_000;
const MOST_BYTES = 150_000_000;
/** Deflate packs at most 1032 to 1: after each piece of this size the limits are looked at. */
const PIECE = 16_384;

interface Entry {
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  at: number;
}

/** The files in a zip. Names have forward slashes and no slash at the start. */
export interface Zip {
  names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a file, or undefined when there is none of that name; upper and lower case are alike.
   * @throws Refusal when they are damaged, encrypted or too many.
   */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens a zip by its central directory. Sizes that it declares are never trusted.
 * @throws Refusal when it has none, as when a download broke off.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let unpacked = 0;
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => {
      const found = entries.get(name.toLowerCase());
      if (!found) return undefined;
      const content = unpack(bytes, view, found.entry, found.name, MOST_BYTES - unpacked);
      unpacked += content.length;
      return content;
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, { name: string; entry: Entry }> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  // What stands before the zip shifts all its addresses.
  const shift = end - size - view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) throw oversized(`压缩包里有 ${count} 个部件`);
  if (count === 0xffff || shift < 0) throw damaged('压缩包的目录有误');
  const entries = new Map<string, { name: string; entry: Entry }>();
  let at = end - size;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged('压缩包的目录不完整');
    const length = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + length));
    const entry = {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true) + shift,
    };
    if (!entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), { name, entry });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Offset of the record that ends a zip; a comment of up to 65,535 bytes may follow it. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged('压缩包没有结尾，像是没有下载完');
}

/** Some programs write backslashes. */
function nameOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\\', '/').replace(/^\/+/, '');
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, name: string, room: number): Uint8Array {
  if (entry.encrypted) throw new Refusal('文件加了密。改法：在 Word 里去掉密码，另存后再导入');
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== 0x04034b50)
    throw damaged(`找不到部件 ${name}`);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packed > bytes.length) throw damaged(`部件 ${name} 不完整`);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(`部件 ${name} 的压缩方法不认识`);
  const content = entry.method === 0 ? packed : inflate(packed, name, Math.min(room, LARGEST_PART));
  if (content.length > room) throw oversized('文件解开后太大');
  if (crc32(content) !== entry.crc) throw damaged(`部件 ${name} 的校验和不符`);
  return content;
}

/** @throws Refusal as soon as more than `most` bytes have come out. */
function inflate(packed: Uint8Array, name: string, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let finished = false;
  const stream = new Inflate((chunk, final) => {
    length += chunk.length;
    finished ||= final;
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length && !finished; at += PIECE) {
    try {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    } catch {
      throw damaged(`部件 ${name} 解不开`);
    }
    if (length > most) throw oversized(`部件 ${name} 解开后超过 ${Math.floor(most / 1e6)} MB`);
  }
  const content = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}
