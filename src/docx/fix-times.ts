/** Signatures of the records of a ZIP file (APPNOTE 4.3). */
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Midnight of 1 January 1980, the first moment that a ZIP file can name: date in the upper half, time in the lower. */
const FIRST_MOMENT = 0x00210000;

/**
 * Sets the time of every entry of a ZIP file to the first that the format knows, in place, so that the same content
 * makes the same bytes.
 * @throws RangeError for bytes that are no ZIP file.
 */
export function fixTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endRecord(view);
  let entry = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(entry, true) !== ENTRY) throw new RangeError('not a ZIP file');
    view.setUint32(entry + 12, FIRST_MOMENT, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, FIRST_MOMENT, true);
    entry += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0);
  }
  return zip;
}

/** Where the end record begins: 22 bytes before the end, as our files bear no comment. */
function endRecord(view: DataView): number {
  const end = view.byteLength - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError('not a ZIP file');
  return end;
}
