import { type ByteWriter, byteWriter, longs, utf16 } from './byte-writer.ts';

const SECTOR = 512;
const SMALL = 64;
/** Streams that are shorter lie in small sectors. */
const SMALLEST = 4_096;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE = 0xfffffffd;

/** A compound file with some streams at its top ([MS-CFB]), small ones as Word writes them. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const chains: Uint8Array[] = [];
  const next: number[] = [];
  const store = (bytes: Uint8Array): number => {
    if (bytes.length === 0) return END;
    const first = next.length;
    const count = Math.ceil(bytes.length / SECTOR);
    for (let index = 0; index < count; index++) next.push(index + 1 < count ? first + index + 1 : END);
    chains.push(padded(bytes, count * SECTOR));
    return first;
  };
  const names = Object.keys(streams);
  const placed = placeSmall(names.map((name) => streams[name] ?? new Uint8Array()));
  const starts = placed.starts.map(
    (start, index) => start ?? store(streams[names[index] ?? ''] ?? new Uint8Array()),
  );
  const smallStart = store(placed.bytes);
  const smallTable = store(longs(...placed.next));
  const sizes = names.map((name) => streams[name]?.length ?? 0);
  const directory = store(makeDirectory(names, starts, sizes, [smallStart, placed.bytes.length]));
  const tables = Math.ceil((next.length + 1) / (SECTOR / 4 - 1));
  const firstTable = next.length;
  for (let index = 0; index < tables; index++) next.push(TABLE);
  while (next.length < tables * (SECTOR / 4)) next.push(FREE);
  const file = byteWriter(SECTOR * (1 + firstTable + tables));
  writeHead(file, { directory, smallTable, firstTable, tables });
  let at = SECTOR;
  for (const chain of chains) {
    file.put(at, chain);
    at += chain.length;
  }
  file.put(at, longs(...next));
  return file.bytes;
}

/** The small streams one after the other. */
function placeSmall(streams: readonly Uint8Array[]) {
  const next: number[] = [];
  const parts: Uint8Array[] = [];
  const starts = streams.map((bytes) => {
    if (bytes.length >= SMALLEST || bytes.length === 0) return undefined;
    const first = next.length;
    const count = Math.ceil(bytes.length / SMALL);
    for (let index = 0; index < count; index++) next.push(index + 1 < count ? first + index + 1 : END);
    parts.push(padded(bytes, count * SMALL));
    return first;
  });
  const bytes = new Uint8Array(next.length * SMALL);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return { next, starts, bytes };
}

function writeHead(
  file: ByteWriter,
  places: { directory: number; smallTable: number; firstTable: number; tables: number },
): void {
  file.put(0, Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1));
  file.u16(0x18, 0x3e);
  file.u16(0x1a, 3);
  file.u16(0x1c, 0xfffe);
  file.u16(0x1e, 9);
  file.u16(0x20, 6);
  file.u32(0x2c, places.tables);
  file.u32(0x30, places.directory);
  file.u32(0x38, SMALLEST);
  file.u32(0x3c, places.smallTable);
  file.u32(0x40, places.smallTable === END ? 0 : 1);
  file.u32(0x44, END);
  for (let index = 0; index < 109; index++) {
    file.u32(0x4c + index * 4, index < places.tables ? places.firstTable + index : FREE);
  }
}

/** The root and its streams, each the right neighbour of the one before: an unbalanced tree is one too. */
function makeDirectory(
  names: readonly string[],
  starts: readonly number[],
  sizes: readonly number[],
  [smallStart, smallSize]: [number, number],
): Uint8Array {
  const directory = byteWriter(Math.ceil((names.length + 1) / 4) * SECTOR);
  const write = (index: number, name: string, type: number, links: number[], place: number[]): void => {
    const at = index * 128;
    directory.put(at, utf16(name));
    directory.u16(at + 64, name.length * 2 + 2);
    directory.u8(at + 66, type);
    directory.u8(at + 67, 1);
    for (const [step, link] of links.entries()) directory.u32(at + 68 + step * 4, link);
    directory.u32(at + 116, place[0] ?? END);
    directory.u32(at + 120, place[1] ?? 0);
  };
  write(0, 'Root Entry', 5, [FREE, FREE, names.length > 0 ? 1 : FREE], [smallStart, smallSize]);
  for (const [index, name] of names.entries()) {
    const right = index + 1 < names.length ? index + 2 : FREE;
    write(index + 1, name, 2, [FREE, right, FREE], [starts[index] ?? END, sizes[index] ?? 0]);
  }
  return directory.bytes;
}

function padded(bytes: Uint8Array, length: number): Uint8Array {
  const whole = new Uint8Array(length);
  whole.set(bytes);
  return whole;
}
