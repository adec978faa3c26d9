import { byteReader } from '../bytes.ts';

/** One change of formatting: a code, and the bytes that say to what ([MS-DOC] 2.2.5.1). */
export interface Change {
  code: number;
  value: Uint8Array;
}

/** A stretch of the WordDocument stream, in bytes, and what its formatting is stored as. */
export interface FormatRun {
  start: number;
  end: number;
  bytes: Uint8Array;
}

const PAGE = 512;

/** The changes in a list of them; ends at the first that is cut short. */
export function readChanges(bytes: Uint8Array): Change[] {
  const { u16 } = byteReader(bytes);
  const changes: Change[] = [];
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = u16(at);
    at += 2;
    const { skip, length } = valueSize(code, bytes.subarray(at));
    if (at + skip + length > bytes.length) break;
    changes.push({ code, value: bytes.subarray(at + skip, at + skip + length) });
    at += skip + length;
  }
  return changes;
}

/** How many bytes of size go before a value, and how long it is. */
function valueSize(code: number, rest: Uint8Array): { skip: number; length: number } {
  const { u8, u16 } = byteReader(rest);
  const fixed = [1, 1, 2, 4, 2, 2, undefined, 3][code >> 13];
  if (fixed !== undefined) return { skip: 0, length: fixed };
  // The definition of a table's columns, and a list of tab stops that is too long for one byte.
  if (code === 0xd608) return { skip: 2, length: Math.max(0, u16(0) - 1) };
  if (code === 0xc615 && u8(0) === 255) {
    const deleted = u8(1);
    return { skip: 1, length: 2 + deleted * 4 + u8(2 + deleted * 4) * 3 };
  }
  return { skip: 1, length: u8(0) };
}

/** Formatting of all paragraphs or of all characters, in order of the stream. */
export function readFormatRuns(
  table: Uint8Array,
  stream: Uint8Array,
  kind: 'paragraph' | 'character',
): FormatRun[] {
  const { u32 } = byteReader(table);
  const count = Math.min(Math.floor((table.length - 4) / 8), Math.ceil(stream.length / PAGE));
  const runs: FormatRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index++) {
    const number = u32((count + 1) * 4 + index * 4) & 0x3fffff;
    if (seen.has(number)) continue;
    seen.add(number);
    const page = stream.subarray(number * PAGE, (number + 1) * PAGE);
    if (page.length === PAGE) runs.push(...pageRuns(page, kind));
  }
  return runs.sort((a, b) => a.start - b.start);
}

function pageRuns(page: Uint8Array, kind: 'paragraph' | 'character'): FormatRun[] {
  const { u8, u32 } = byteReader(page);
  const count = u8(PAGE - 1);
  const step = kind === 'paragraph' ? 13 : 1;
  return Array.from({ length: count }, (_, index): FormatRun => {
    const at = u8((count + 1) * 4 + index * step) * 2;
    const long = kind === 'paragraph' && u8(at) === 0;
    const from = at + (long ? 2 : 1);
    const length = kind === 'character' ? u8(at) : long ? u8(at + 1) * 2 : u8(at) * 2 - 1;
    const bytes = at === 0 ? page.subarray(0, 0) : page.subarray(from, from + Math.max(0, length));
    return { start: u32(index * 4), end: u32(index * 4 + 4), bytes };
  }).filter(({ start, end }) => end > start);
}

/** The run that covers an offset. */
export function runAt(runs: readonly FormatRun[], at: number): FormatRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (at < run.start) high = middle - 1;
    else if (at >= run.end) low = middle + 1;
    else return run;
  }
  return undefined;
}
