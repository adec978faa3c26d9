/** Little-endian numbers of a file that may be cut short: what lies beyond its end is 0. */
export interface ByteReader {
  readonly bytes: Uint8Array;
  u8(at: number): number;
  u16(at: number): number;
  u32(at: number): number;
}

/** Reads numbers of a file without ever failing. */
export function byteReader(bytes: Uint8Array): ByteReader {
  const u8 = (at: number): number => bytes[at] ?? 0;
  const u16 = (at: number): number => u8(at) | (u8(at + 1) << 8);
  const u32 = (at: number): number => (u16(at) | (u16(at + 2) << 16)) >>> 0;
  return { bytes, u8, u16, u32 };
}

/** True when the bytes at an offset are those of a mark. */
export function hasMark(bytes: Uint8Array, mark: readonly number[] | string, at = 0): boolean {
  const codes = typeof mark === 'string' ? Array.from(mark, (char) => char.charCodeAt(0)) : mark;
  return codes.every((code, index) => bytes[at + index] === code);
}

/** Bytes as characters of the same code, for looking for ASCII words. */
export function asciiText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  for (let at = from; at < Math.min(to, bytes.length); at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, to, bytes.length)));
  }
  return text;
}
