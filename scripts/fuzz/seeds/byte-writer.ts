/** Writes little-endian numbers and bytes into a file that is being made up. */
export interface ByteWriter {
  readonly bytes: Uint8Array;
  u8(at: number, value: number): void;
  u16(at: number, value: number): void;
  u32(at: number, value: number): void;
  put(at: number, part: Uint8Array): void;
}

/** A writer over so many zero bytes. */
export function byteWriter(length: number): ByteWriter {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  return {
    bytes,
    u8: (at, value) => view.setUint8(at, value),
    u16: (at, value) => view.setUint16(at, value, true),
    u32: (at, value) => view.setUint32(at, value, true),
    put: (at, part) => bytes.set(part, at),
  };
}

/** Numbers as 16-bit little-endian bytes. */
export function words(...values: number[]): Uint8Array {
  return new Uint8Array(values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]));
}

/** Numbers as 32-bit little-endian bytes. */
export function longs(...values: number[]): Uint8Array {
  return join(...values.map((value) => words(value & 0xffff, value >>> 16)));
}

/** A text as UTF-16, low byte first. */
export function utf16(text: string): Uint8Array {
  return words(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}

/** Bytes of ASCII text. */
export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** Parts one after the other. */
export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
