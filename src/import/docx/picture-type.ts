/** Pictures that a browser can show and that can't run anything, by their extension: no SVG is among them. */
export type ShownType = 'png' | 'jpg' | 'gif' | 'webp';

/** What a picture's bytes are, whatever its name says: a type that can be shown, or the name of one that cannot. */
export type PictureType = { shown: ShownType } | { other: string; why?: string };

const STARTS: [readonly number[], PictureType][] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { shown: 'png' }],
  [[0xff, 0xd8, 0xff], { shown: 'jpg' }],
  [[0x47, 0x49, 0x46, 0x38], { shown: 'gif' }],
  [[0x42, 0x4d], { other: 'BMP 图片' }],
  [[0x49, 0x49, 0x2a, 0x00], { other: 'TIFF 图片' }],
  [[0x4d, 0x4d, 0x00, 0x2a], { other: 'TIFF 图片' }],
  [[0xd7, 0xcd, 0xc6, 0x9a], { other: 'WMF 矢量图' }],
  [[0x01, 0x00, 0x09, 0x00, 0x00], { other: 'WMF 矢量图' }],
  [[0x1f, 0x8b], { other: '压缩的 EMF、WMF 矢量图' }],
  [[0x25, 0x50, 0x44, 0x46], { other: 'PDF 图' }],
];

/** Tells a picture's type by its bytes. */
export function pictureType(bytes: Uint8Array): PictureType {
  const starts = (mark: readonly number[], at = 0): boolean =>
    mark.every((byte, index) => bytes[at + index] === byte);
  const found = STARTS.find(([mark]) => starts(mark))?.[1];
  if (found) return found;
  if (starts([0x52, 0x49, 0x46, 0x46]) && starts([0x57, 0x45, 0x42, 0x50], 8)) return { shown: 'webp' };
  if (starts([0x01, 0x00, 0x00, 0x00]) && starts([0x20, 0x45, 0x4d, 0x46], 40))
    return { other: 'EMF 矢量图' };
  const head = new TextDecoder().decode(bytes.subarray(0, 2000));
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<svg[\s>]/.test(head.replace(/^\ufeff/, '')))
    return { other: ' SVG 矢量图', why: '里面可以藏程序，网站不收' };
  return { other: '认不出格式的图片' };
}
