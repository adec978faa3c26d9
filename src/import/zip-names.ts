import { byteReader, hasMark } from './bytes.ts';

/** No more names of an archive are looked at. */
const MOST_NAMES = 5_000;
const END_MARK = [0x50, 0x4b, 0x05, 0x06];
const ENTRY_MARK = [0x50, 0x4b, 0x01, 0x02];
const FILE_MARK = [0x50, 0x4b, 0x03, 0x04];

/** Names of the files in a zip archive, without unpacking anything; of a cut or damaged one those that still stand there. */
export function zipNames(bytes: Uint8Array): string[] {
  const listed = listedNames(bytes);
  return listed.length > 0 ? listed : headerNames(bytes);
}

function listedNames(bytes: Uint8Array): string[] {
  const { u16, u32 } = byteReader(bytes);
  const names: string[] = [];
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 66_000 && !hasMark(bytes, END_MARK, end)) end--;
  if (!hasMark(bytes, END_MARK, end)) return names;
  let at = u32(end + 16);
  while (names.length < MOST_NAMES && hasMark(bytes, ENTRY_MARK, at)) {
    names.push(nameAt(bytes, at + 46, u16(at + 28)));
    at += 46 + u16(at + 28) + u16(at + 30) + u16(at + 32);
  }
  return names;
}

/** Names in the headers before each packed file, for an archive whose list is lost. */
function headerNames(bytes: Uint8Array): string[] {
  const { u16 } = byteReader(bytes);
  const names: string[] = [];
  for (let at = bytes.indexOf(0x50); at >= 0 && names.length < MOST_NAMES; at = bytes.indexOf(0x50, at + 1)) {
    if (hasMark(bytes, FILE_MARK, at)) names.push(nameAt(bytes, at + 30, u16(at + 26)));
  }
  return names;
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder().decode(bytes.subarray(at, at + Math.min(length, 400)));
}
