import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/import/text.ts';

const PROSE = '云岭区教研室工作计划\n以提高教学质量为中心，开展校本教研。2012年\n';
/** 云岭区教研室 … in GBK, and a traditional sentence in Big5, as bytes: the platform has no encoders for them. */
const GBK = Uint8Array.from(Buffer.from('d4c6c1ebc7f8bdccd1d0cad2b9a4d7f7bcc6bbae', 'hex'));
const BIG5 = Uint8Array.from(
  Buffer.from(
    'a5feb0cfa655a4a4a470bec7aed5ad6ebb7baf75b8a8b9eab1d0bec7b160b357a141b1d0ace3adfba843b667c5a5bdd2a4a3a4d6a9f3a8e2b860a141a8c3a9f3bec7b4c1a5bdb4a3a5e6c160b5b2a143',
    'hex',
  ),
);

const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return Uint8Array.from(little ? bytes : bytes.swap16());
};

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(PROSE)],
    ['UTF-8', new TextEncoder().encode(`\ufeff${PROSE}`)],
    ['UTF-16LE', utf16(PROSE, true, true)],
    ['UTF-16BE', utf16(PROSE, false, true)],
    ['UTF-16LE', utf16(PROSE, true, false)],
    ['UTF-16BE', utf16(PROSE, false, false)],
  ])('reads %s with and without a mark', (encoding, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: PROSE, encoding });
  });

  it('reads GBK', () => {
    expect(decodeText(GBK)).toEqual({ ok: true, text: '云岭区教研室工作计划', encoding: 'GB18030' });
  });

  it.each([
    ['nothing', new Uint8Array(), /空的/],
    ['white space', new TextEncoder().encode(' \n\u3000\n'), /只有空白/],
    ['a Word file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), /压缩包/],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), /PDF/],
    [
      'bytes of a program',
      Uint8Array.from({ length: 512 }, (_, index) => (index * 37) % 256),
      /不是纯文本|编码/,
    ],
    ['Big5', BIG5, /编码/],
    ['half a UTF-16 character', Uint8Array.of(0xff, 0xfe, 0x41), /UTF-16LE/],
    ['UTF-8 after its mark gone wrong', Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0x28), /UTF-8/],
  ])('refuses %s', (_, bytes, reason) => {
    const decoded = decodeText(bytes);
    expect(decoded.ok).toBe(false);
    expect(decoded.ok ? '' : decoded.reason).toMatch(reason);
  });
});
