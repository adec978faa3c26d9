import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compoundFile } from '../../../scripts/fuzz/seeds/compound.ts';
import { docFile, plain } from '../../../scripts/fuzz/seeds/doc.ts';
import { docxFile, docxParagraph } from '../../../scripts/fuzz/seeds/docx.ts';
import { gbk } from '../../../scripts/fuzz/seeds/gbk.ts';
import { pdfFile } from '../../../scripts/fuzz/seeds/pdf.ts';
import { readSource } from '../../../scripts/import/read-source.ts';
import { FOREIGN, foreignReason } from '../../../src/import/foreign.ts';
import { isForeign, sniffFormat } from '../../../src/import/sniff.ts';

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const odf = (kind: string): Uint8Array =>
  zipSync({ mimetype: [strToU8(kind), { level: 0 }], 'content.xml': strToU8('x') });
const ole = (...names: string[]): Uint8Array =>
  compoundFile(Object.fromEntries(names.map((name) => [name, strToU8('x'.repeat(100))])));
const text = (content: string): Uint8Array => strToU8(content);
const utf16 = (content: string): Uint8Array =>
  new Uint8Array([0xff, 0xfe, ...Array.from(content).flatMap((char) => [char.charCodeAt(0), 0])]);
const binary = Uint8Array.from({ length: 999 }, (_, index) => (index * 71) % 256);

describe('a format told by content', () => {
  it.each([
    ['docx', docxFile(docxParagraph('教研'))],
    ['docx', docxFile(docxParagraph('教研')).subarray(0, 900)],
    ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['pptx', zip('ppt/presentation.xml')],
    ['ofd', zip('OFD.xml', 'Doc_0/Document.xml')],
    ['odt', odf('application/vnd.oasis.opendocument.text')],
    ['odf', odf('application/vnd.oasis.opendocument.spreadsheet')],
    ['epub', odf('application/epub+zip')],
    ['zip', zip('计划.txt')],
    ['doc', docFile({ body: [plain('教研')] })],
    ['doc', ole('WordDocument', '1Table')],
    ['xls', ole('Workbook')],
    ['xls', ole('Book')],
    ['ppt', ole('PowerPoint Document')],
    ['locked', ole('EncryptionInfo', 'EncryptedPackage')],
    ['message', ole('__properties_version1.0')],
    ['works', ole('CONTENTS', 'MatOST')],
    ['compound', ole('CONTENTS')],
    ['brokenCompound', ole('WordDocument').subarray(0, 700)],
    ['rtf', text('{\\rtf1\\ansi 教研}')],
    ['pdf', pdfFile([])],
    ['html', text('\ufeff<!-- saved from url -->\n<!DOCTYPE html><html></html>')],
    ['html', text('<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>教研</body></html>')],
    ['html', utf16('<html></html>')],
    [
      'mht',
      text(
        'From: <Saved by Word>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n',
      ),
    ],
    ['wordxml', text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>')],
    ['text', text('云岭区教研室\n<html>')],
    ['text', text('BM 云岭区教研室工作计划')],
    ['text', gbk('云岭区教研室工作计划')],
    ['text', new Uint8Array()],
    ['png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['rar', text('Rar!\u001a')],
  ] as const)('%s', (format, bytes) => {
    expect(sniffFormat(bytes, '甲.doc')).toBe(format);
  });

  it('asks the name only of what bears no mark and is no text', () => {
    expect(sniffFormat(binary, '通知.CEB')).toBe('ceb');
    expect(sniffFormat(binary, '通知.gd')).toBe('gd');
    expect(sniffFormat(binary, '通知.txt')).toBe('text');
    expect(sniffFormat(text('云岭区教研室工作计划'), '通知.ceb')).toBe('text');
  });

  it('refuses what is no document by its name, with the way out', async () => {
    for (const kind of Object.keys(FOREIGN)) expect(isForeign(kind as keyof typeof FOREIGN)).toBe(true);
    for (const foreign of Object.values(FOREIGN)) {
      expect(foreignReason(foreign)).toMatch(/^发现.+，应为.+。改法：.+/);
    }
    const ofd = await readSource(zip('OFD.xml'), '通知.ofd');
    expect(ofd).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/^发现OFD 版式文件.*改法：.*导出/),
    });
    const rtf = await readSource(text('{\\rtf1 x}'), '通知.doc');
    expect(rtf).toMatchObject({ ok: false, reason: expect.stringMatching(/RTF.*「Word 文档\(\*\.docx\)」/) });
  });
});
