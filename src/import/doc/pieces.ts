import { byteReader } from '../bytes.ts';

/** A stretch of text and where it stands in the WordDocument stream. */
export interface TextPiece {
  /** Its first character, counted through all stories in UTF-16 units. */
  start: number;
  text: string;
  /** Byte offset of its first character. */
  at: number;
  /** Bytes of one character: 1 for text of Western characters only. */
  width: 1 | 2;
  /** Changes of formatting that a fast save left here. */
  changes: Uint8Array | undefined;
}

/**
 * The pieces that make up the text, in order ([MS-DOC] 2.8.35). Damaged tables give fewer pieces and never more text
 * than the stream has bytes.
 */
export function readPieces(clx: Uint8Array, stream: Uint8Array): TextPiece[] {
  const { u8, u16, u32 } = byteReader(clx);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (at < clx.length && u8(at) === 1) {
    changes.push(clx.subarray(at + 3, at + 3 + u16(at + 1)));
    at += 3 + u16(at + 1);
  }
  if (u8(at) !== 2) return [];
  const table = byteReader(clx.subarray(at + 5, at + 5 + u32(at + 1)));
  const count = Math.floor((table.bytes.length - 4) / 12);
  const pieces: TextPiece[] = [];
  let left = stream.length;
  for (let index = 0; index < count; index++) {
    const start = table.u32(index * 4);
    const length = table.u32(index * 4 + 4) - start;
    const place = table.u32((count + 1) * 4 + index * 8 + 2);
    const change = table.u16((count + 1) * 4 + index * 8 + 6);
    const width = (place & 0x40000000) === 0 ? 2 : 1;
    const from = width === 2 ? place & 0x3fffffff : (place & 0x3fffffff) / 2;
    const bytes = length > 0 ? stream.subarray(from, from + length * width) : new Uint8Array();
    if (bytes.length > left || start > stream.length) break;
    left -= bytes.length;
    const text = decodePiece(bytes, width);
    pieces.push({
      ...{ start, text, at: from, width },
      changes: (change & 1) === 1 ? changes[change >> 1] : undefined,
    });
  }
  return pieces;
}

function decodePiece(bytes: Uint8Array, width: 1 | 2): string {
  return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(
    bytes.subarray(0, bytes.length - (bytes.length % width)),
  );
}
