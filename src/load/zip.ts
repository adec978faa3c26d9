import { crc32, deflateRawSync } from 'node:zlib';

/** Signatures of the records of a ZIP file (APPNOTE 4.3). */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format: deflated entries. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** Midnight of 1 January 1980, the first moment that a ZIP file can name: date in the upper half, time in the lower. */
const FIRST_MOMENT = 0x00210000;

/** Of deflate's levels: the usual one makes the files of a library 5 % smaller, and takes half as long again. */
const LEVEL = 4;

/** A file of a ZIP file, ready to be put into any number of them. */
export interface ZipEntry {
  name: Buffer;
  method: number;
  crc: number;
  /** Length before packing. */
  size: number;
  packed: Uint8Array;
}

/** Makes an entry: a text is deflated; bytes, as those of a picture, are compressed already and are stored. */
export function zipEntry(path: string, content: string | Uint8Array): ZipEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const [method, packed] =
    typeof content === 'string' ? [DEFLATED, deflateRawSync(bytes, { level: LEVEL })] : [STORED, bytes];
  return { name: Buffer.from(path), method, crc: crc32(bytes), size: bytes.length, packed };
}

/** A ZIP file of these entries, in their order; it knows no clock, so that the same entries give the same bytes. */
export function zipFile(entries: readonly ZipEntry[]): Uint8Array {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, packed } = entry;
    const header = headerOf(entry);
    records.push(
      signed(LOCAL, header),
      name,
      Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength),
    );
    directory.push(directoryRecord(header, offset), name);
    offset += 4 + header.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...records, central, endRecord(entries.length, central.length, offset)]);
}

/** What the record before an entry and the directory's record of it have in common. */
function headerOf({ name, method, crc, size, packed }: ZipEntry): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(FLAGS, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt32LE(FIRST_MOMENT, 6);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

function signed(signature: number, rest: Buffer): Buffer {
  const record = Buffer.alloc(4 + rest.length);
  record.writeUInt32LE(signature, 0);
  rest.copy(record, 4);
  return record;
}

/** `offset` is where the entry begins; disk, attributes and comment are all 0. */
function directoryRecord(header: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(CENTRAL, 0);
  record.writeUInt16LE(VERSION, 4);
  header.copy(record, 6);
  record.writeUInt32LE(offset, 42);
  return record;
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(length, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
