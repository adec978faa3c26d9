import { Inflate } from 'fflate';

/** A file in a zip, as the directory at the end lists it. */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packed: number;
  size: number;
  at: number;
  /** A link of the file system, by the mark that Unix programs leave. */
  isLink: boolean;
}

/** No more entries are looked at; more are a reason to refuse. */
export const MOST_ENTRIES = 20_000;
const PIECE = 16_384;

/** The entries of a zip; undefined for what has no whole directory. What it declares is told, not trusted. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = end - view.getUint32(end + 12, true);
  const shift = start - view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let at = start;
  while (entries.length < Math.min(count, MOST_ENTRIES)) {
    if (at < 0 || at + 46 > end || view.getUint32(at, true) !== 0x02014b50) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0))),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true) + shift,
      isLink: ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000,
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function endRecord(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

/** The beginning of a file in a zip, at most about `most` bytes; empty when it can't be unpacked. */
export function unpackStart(bytes: Uint8Array, entry: ZipEntry, most: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.encrypted || entry.at < 0 || entry.at + 30 > bytes.length) return new Uint8Array();
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed.subarray(0, most);
  return entry.method === 8 ? inflateStart(packed, most) : new Uint8Array();
}

/** What comes out of deflated bytes first: up to `most`, and what one more piece brings; less when they are damaged. */
export function inflateStart(packed: Uint8Array, most: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let finished = false;
  const stream = new Inflate((chunk, final) => {
    length += chunk.length;
    finished ||= final;
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length && length < most && !finished; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    // Damaged further on: what came out before is looked at all the same.
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
