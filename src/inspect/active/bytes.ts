/** Looking for marks in bytes. */

/** Whether the bytes of an ASCII text, or the given ones, stand at a place. */
export function hasAt(bytes: Uint8Array, mark: string | readonly number[], at = 0): boolean {
  for (let index = 0; index < mark.length; index++) {
    const wanted = typeof mark === 'string' ? mark.charCodeAt(index) : mark[index];
    if (bytes[at + index] !== wanted) return false;
  }
  return true;
}

/** Where an ASCII text first stands from a place on; -1 for nowhere. */
export function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1))
    if (hasAt(bytes, text, at)) return at;
  return -1;
}

/** The same in UTF-16, as old Office programs write names. */
export function hasWide(bytes: Uint8Array, text: string): boolean {
  return indexOf(bytes, [...text].join('\u0000')) >= 0;
}

/** Bytes as text in which each byte is one character. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
