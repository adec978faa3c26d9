/** Formats that are told by their first bytes. */
export type SourceFormat = 'docx' | 'ole' | 'pdf' | 'rtf' | 'html' | 'text';

/** What a file is by its content, whatever its name says. */
export function sniffFormat(bytes: Uint8Array): SourceFormat {
  const starts = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (starts([0x50, 0x4b, 0x03, 0x04])) return 'docx';
  if (starts([0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (starts([0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (starts([0x7b, 0x5c, 0x72, 0x74, 0x66])) return 'rtf';
  return 'text';
}
