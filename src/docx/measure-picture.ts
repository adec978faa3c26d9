import type { Picture } from './body-model.ts';

/**
 * A picture that Word can show, with its measures read from its first bytes: PNG, JPEG or GIF. Undefined for any other
 * kind of file and for a damaged one.
 */
export function measurePicture(data: Uint8Array): Picture | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found = pngSize(view) ?? gifSize(view) ?? jpegSize(view);
  return found && found.width > 0 && found.height > 0 ? { data, ...found } : undefined;
}

type Measured = Omit<Picture, 'data'>;

/** The header chunk is the first (PNG, 11.2.2). */
function pngSize(view: DataView): Measured | undefined {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47) return undefined;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** GIF8, then version, width and height. */
function gifSize(view: DataView): Measured | undefined {
  if (view.byteLength < 10 || view.getUint32(0) !== 0x47494638) return undefined;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Segments follow one another until the frame header (SOF0 to SOF15, but for tables and extensions). */
function jpegSize(view: DataView): Measured | undefined {
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
