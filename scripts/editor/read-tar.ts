/** Reads the files of a tar archive, as npm packs packages. */

const BLOCK = 512;
const REGULAR = new Set(['0', '\0']);

/** The wanted files of an archive by their paths in it; those that it lacks are missing. `archive` is unpacked already. */
export function readTar(archive: Uint8Array, wanted: ReadonlySet<string>): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    const name = text(header, 0, 100);
    if (name === '') break;
    const prefix = text(header, 345, 155);
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
    const path = prefix === '' ? name : `${prefix}/${name}`;
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (REGULAR.has(String.fromCharCode(header[156] ?? 0)) && wanted.has(path)) files.set(path, content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function text(header: Uint8Array, from: number, length: number): string {
  const bytes = header.subarray(from, from + length);
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
