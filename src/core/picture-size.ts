/** Kind and measures of a picture, in its own pixels. */
export interface PictureSize {
  type: 'png' | 'gif' | 'jpg' | 'webp';
  width: number;
  height: number;
}

/**
 * Reads the measures of a PNG, JPEG, GIF or WebP from its first bytes. Undefined for any other kind of file, for a damaged
 * one, and where the bytes at hand end before the measures.
 */
export function pictureSize(data: Uint8Array): PictureSize | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found = pngSize(view) ?? gifSize(view) ?? jpegSize(view) ?? webpSize(view);
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}

/** The header chunk is the first (PNG, 11.2.2). */
function pngSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF8, then version, width and height. */
function gifSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return undefined;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Segments follow one another until the frame header (SOF0 to SOF15, but for tables and extensions). */
function jpegSize(view: DataView): PictureSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** RIFF, size, WEBP, then a chunk: VP8 with its frame header, VP8L packed in bits, or VP8X with the canvas (less one). */
function webpSize(view: DataView): PictureSize | undefined {
  const isWebp =
    view.byteLength >= 30 && view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250;
  if (!isWebp) return undefined;
  const chunk = view.getUint32(12);
  if (chunk === 0x56503820)
    return {
      type: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 0x56503858) return undefined;
  const less = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return { type: 'webp', width: less(24) + 1, height: less(27) + 1 };
}
