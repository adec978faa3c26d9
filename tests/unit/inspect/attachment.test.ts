import { describe, expect, it } from 'vitest';
import { CONTENT_FILE_TYPES } from '../../../src/core/content-files.ts';
import { attachmentProblem, isAttachment } from '../../../src/inspect/attachment.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const ZIP = bytes('PK\u0003\u0004rest');
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0);

describe('an attachment', () => {
  it('is every kind of file that the content may hold', () => {
    expect(CONTENT_FILE_TYPES.filter((type) => !isAttachment(`files/a.${type}`))).toEqual([]);
  });

  it.each([
    ['a.docx', ZIP],
    ['a.XLSX', ZIP],
    ['a.doc', OLE],
    ['a.doc', bytes('{\\rtf1')],
    ['a.xls', OLE],
    ['a.wps', OLE],
    ['a.dps', ZIP],
    ['a.pdf', bytes('%PDF-1.7')],
    ['a.pdf', bytes(`junk\n%PDF-1.4`)],
    ['a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a.txt', bytes('x')],
  ])('%s that begins as it should opens', (file, head) => {
    expect(attachmentProblem(file, head, head.length)).toBeUndefined();
  });

  it.each([
    ['a.docx', OLE, '内容不是 docx 格式'],
    ['a.doc', ZIP, '内容不是 doc 格式'],
    ['a.pdf', bytes(' <!DOCTYPE html><title>404</title>'), '内容不是 pdf 格式，是一张网页'],
    ['a.doc', bytes('<html xmlns:o="urn">'), '内容不是 doc 格式，是一张网页'],
    ['a.png', bytes('GIF89a'), '内容不是 png 格式'],
    ['a.dps', bytes('<html>'), '内容不是 dps 格式，是一张网页'],
  ])('%s that begins otherwise does not', (file, head, expected) => {
    expect(attachmentProblem(file, head, head.length)).toBe(expected);
  });

  it('is neither empty nor too large', () => {
    expect(attachmentProblem('a.txt', new Uint8Array(), 0)).toBe('文件是空的');
    expect(attachmentProblem('a.docx', ZIP, 60 * 1024 * 1024)).toContain('60 MB');
  });

  it('is told from pages, scripts and data by its name', () => {
    expect(['files/a.docx', 'a.JPG', 'b.pdf'].every(isAttachment)).toBe(true);
    expect(['index.html', 'a.js', 'a.json', 'a.css', 'feed.xml', 'docx'].some(isAttachment)).toBe(false);
  });
});
