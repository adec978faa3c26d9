/** Writes the meta file (CBOR, RFC 8949) that Pagefind's engine reads: names of the documents and the index's parts. */
import type { Part } from './parts.ts';

const UNSIGNED = 0;
const TEXT = 3;
const ARRAY = 4;

function writeHead(out: number[], type: number, value: number): void {
  const head = type << 5;
  if (value < 24) out.push(head | value);
  else if (value < 0x100) out.push(head | 24, value);
  else if (value < 0x10000) out.push(head | 25, value >> 8, value & 0xff);
  else out.push(head | 26, value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff);
}

function writeText(out: number[], text: string): void {
  writeHead(out, TEXT, text.length);
  for (let at = 0; at < text.length; at++) out.push(text.charCodeAt(at));
}

/** `documents`, which are named by their number in base 36, and `parts` as a meta file of a Pagefind `version`. */
export function writeMeta(version: string, documents: number, parts: readonly Part[]): Uint8Array {
  const out: number[] = [];
  writeHead(out, ARRAY, 6);
  writeText(out, version);
  writeHead(out, ARRAY, documents);
  for (let document = 0; document < documents; document++) {
    writeHead(out, ARRAY, 2);
    writeText(out, document.toString(36));
    // Words on the page; only Pagefind's own ranking asks for it.
    writeHead(out, UNSIGNED, 1);
  }
  writeHead(out, ARRAY, parts.length);
  for (const { from, to, name } of parts) {
    writeHead(out, ARRAY, 3);
    for (const text of [from, to, name]) writeText(out, text);
  }
  // Filters, sorts and fields, of which there are none.
  for (let unused = 0; unused < 3; unused++) writeHead(out, ARRAY, 0);
  return Uint8Array.from(out);
}
