import { damaged } from './refusal.ts';

const UTF16: [readonly number[], string][] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
];

/**
 * The text of an XML part: UTF-16 by its first bytes, else what its declaration names, else UTF-8.
 * @throws Refusal when the bytes are not in that encoding, or when it declares entities.
 */
export function decodeXml(bytes: Uint8Array, name: string): string {
  const wide = UTF16.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  const text = decode(bytes, wide ?? declaredEncoding(bytes), name);
  // No part of a Word file has a document type; one that has would define entities that multiply.
  if (/<!DOCTYPE/i.test(text)) throw damaged(`部件 ${name} 里有 Word 不用的 DOCTYPE 声明`);
  return text;
}

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damaged(`部件 ${name} 的文字不合它所标明的编码 ${encoding}`);
  }
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}
