import { type ByteReader, byteReader, hasMark } from '../bytes.ts';

/** Files of old Office programs: a small file system of streams in one file ([MS-CFB]). */
export interface CompoundFile {
  /** Names of the streams and storages at the top; those of embedded objects lie deeper and don't count. */
  names: string[];
  /** A stream at the top; shorter than it says it is when the file is cut short or damaged. */
  stream(name: string): { bytes: Uint8Array; whole: boolean } | undefined;
}

interface Entry {
  name: string;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

interface Sectors {
  size: number;
  /** For each sector the next of its chain. */
  next: number[];
}

const MARK = [0xd0, 0xcf, 0x11, 0xe0];
/** Sector numbers from here on end a chain. */
const LAST_SECTOR = 0xfffffffa;
const HEADER_CHAIN = 109;

/** Reads the directory of a compound file; undefined for anything else, and for one whose directory is lost. */
export function readCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (!hasMark(bytes, MARK)) return undefined;
  const reader = byteReader(bytes);
  const shift = reader.u16(0x1e);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const sectors: Sectors = { size, next: readTable(reader, tableSectors(reader, size), size) };
  const entries = readEntries(readChain(bytes, sectors, reader.u32(0x30)));
  const root = entries[0];
  if (!root) return undefined;
  const top = siblings(entries, root.child);
  const miniTable = byteReader(readChain(bytes, sectors, reader.u32(0x3c)));
  const small: Sectors = { size: 1 << Math.min(reader.u16(0x20), 12), next: numbersIn(miniTable) };
  const smallest = reader.u32(0x38);
  return {
    names: top.map(({ name }) => name),
    stream(name) {
      const entry = top.find((each) => each.name === name);
      if (!entry) return undefined;
      const found =
        entry.size < smallest
          ? readChain(readChain(bytes, sectors, root.start), small, entry.start, 0)
          : readChain(bytes, sectors, entry.start);
      return { bytes: found.subarray(0, entry.size), whole: found.length >= entry.size };
    },
  };
}

/** Numbers of the sectors that hold the table of chains: the first in the header, the others in a chain of their own. */
function tableSectors({ bytes, u32 }: ByteReader, size: number): number[] {
  const found = Array.from({ length: HEADER_CHAIN }, (_, index) => u32(0x4c + index * 4));
  const perSector = size / 4 - 1;
  const most = Math.ceil(bytes.length / size);
  let sector = u32(0x44);
  for (let count = 0; sector < LAST_SECTOR && count * perSector < most; count++) {
    const at = (sector + 1) * size;
    for (let index = 0; index < perSector; index++) found.push(u32(at + index * 4));
    sector = at + size <= bytes.length ? u32(at + perSector * 4) : LAST_SECTOR;
  }
  return found.filter((each) => each < most);
}

function readTable({ bytes, u32 }: ByteReader, sectors: readonly number[], size: number): number[] {
  const next: number[] = [];
  for (const sector of sectors.slice(0, Math.ceil(bytes.length / size / (size / 4)) + 1)) {
    for (let at = 0; at < size; at += 4) next.push(u32((sector + 1) * size + at));
  }
  return next;
}

function numbersIn({ bytes, u32 }: ByteReader): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => u32(index * 4));
}

/** Bytes of a chain of sectors, as far as it can be followed. `offset` is that of sector 0, in sectors. */
function readChain(bytes: Uint8Array, { size, next }: Sectors, first: number, offset = 1): Uint8Array {
  const parts: Uint8Array[] = [];
  const seen = new Set<number>();
  let sector = first;
  while (sector < LAST_SECTOR && !seen.has(sector)) {
    const at = (sector + offset) * size;
    if (at >= bytes.length) break;
    seen.add(sector);
    parts.push(bytes.subarray(at, at + size));
    sector = next[sector] ?? LAST_SECTOR;
  }
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function readEntries(directory: Uint8Array): Entry[] {
  const { u16, u32 } = byteReader(directory);
  return Array.from({ length: Math.floor(directory.length / 128) }, (_, index) => {
    const at = index * 128;
    const length = Math.max(0, Math.min(64, u16(at + 64)) - 2);
    const codes = Array.from({ length: length / 2 }, (__, char) => u16(at + char * 2));
    return {
      name: String.fromCharCode(...codes),
      ...{ left: u32(at + 68), right: u32(at + 72), child: u32(at + 76) },
      ...{ start: u32(at + 116), size: u32(at + 120) },
    };
  });
}

/** The entries of one storage: a binary tree in the file. */
function siblings(entries: readonly Entry[], first: number): Entry[] {
  const found = new Map<number, Entry>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (!entry || found.has(id)) continue;
    found.set(id, entry);
    waiting.push(entry.left, entry.right);
  }
  return [...found.values()];
}
