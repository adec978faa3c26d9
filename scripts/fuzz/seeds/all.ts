import { strToU8, zipSync } from 'fflate';
import { compoundFile } from './compound.ts';
import { CHANGE, cell, docFile, plain, rowEnd } from './doc.ts';
import { docxFile, docxParagraph } from './docx.ts';
import { gbk } from './gbk.ts';
import { pdfFile } from './pdf.ts';

/** A valid file from which broken ones are made, as an office might hand it in; all of it is fictional. */
export interface Seed {
  name: string;
  bytes: Uint8Array;
}

const TITLE = '云岭区教研室2012年度工作计划';
const NUMBER = '云教研字〔2012〕3号';
const SENTENCE = '各中小学要落实云教发〔2011〕5号文件，提高教学质量（附件一）。';
const TEXT = `${TITLE}\n\n${NUMBER}\n\n一、指导思想\n\n　　${SENTENCE}\n\n二、主要任务\n\n（一）听课二十节。\n\n云岭区教研室\n2012年2月20日\n`;

/** One or more seeds of every format. */
export function allSeeds(): Seed[] {
  return [...textSeeds(), ...docSeeds(), ...pdfSeeds(), ...docxSeeds(), ...foreignSeeds()];
}

function textSeeds(): Seed[] {
  const table = '<table><tr><th>学校</th><td>任务</td></tr><tr><td colspan="2">一小</td></tr></table>';
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body><h1>${TITLE}</h1><p>${NUMBER}</p><h2>一、指导思想</h2><p style="text-indent:2em">${SENTENCE}<b>重点</b>&amp;<a href="https://example.org/">办法</a></p>${table}<script>var x = 1</script></body></html>`;
  const utf16 = new Uint8Array(2 + TEXT.length * 2);
  utf16.set([0xff, 0xfe]);
  for (let at = 0; at < TEXT.length; at++)
    utf16.set([TEXT.charCodeAt(at) & 0xff, TEXT.charCodeAt(at) >> 8], 2 + at * 2);
  return [
    { name: '计划.txt', bytes: strToU8(TEXT) },
    { name: '计划-gbk.txt', bytes: gbk(TEXT) },
    { name: '计划-utf16.txt', bytes: utf16 },
    {
      name: '计划.md',
      bytes: strToU8(
        `# ${TITLE}\n\n**${SENTENCE}**\n\n| 学校 | 任务 |\n| --- | --- |\n| 一小 | 听课 |\n\n<b>{x}</b>\n`,
      ),
    },
    { name: '计划.html', bytes: strToU8(html) },
    { name: '计划-gbk.htm', bytes: gbk(html.replace('utf-8', 'gbk')) },
    {
      name: '计划.mht',
      bytes: strToU8(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html}\r\n--b--\r\n`,
      ),
    },
  ];
}

function docSeeds(): Seed[] {
  const body = [
    plain(TITLE, { style: 2 }),
    plain(NUMBER, { changes: CHANGE.centred }),
    plain('一、指导思想', { style: 1 }),
    {
      runs: [
        { text: SENTENCE },
        { text: '重点', changes: CHANGE.bold },
        { text: '\u0002', changes: CHANGE.special },
        { text: '删去', changes: CHANGE.deleted },
        { text: '见\u0013 HYPERLINK "https://example.org/" \u0014办法\u0015。' },
      ],
    },
    plain('听课', { changes: CHANGE.numbered }),
    ...[cell('学校'), cell('任务'), rowEnd([0, 1000, 2000]), cell('一小'), rowEnd([0, 2000])],
    plain('云岭区教研室'),
    plain('2012年2月20日'),
  ];
  const content = {
    body,
    footnotes: ['以当年的数为准。'],
    headers: '内部资料',
    comments: '请核',
    boxes: '抄送各校',
  };
  return [
    { name: '计划.doc', bytes: docFile(content) },
    { name: '计划.wps', bytes: docFile({ ...content, pieces: 9 }) },
    { name: '长.doc', bytes: docFile({ body: Array.from({ length: 60 }, () => plain(SENTENCE)) }) },
  ];
}

function pdfSeeds(): Seed[] {
  const line = (text: string, row: number) => ({ text, x: 74, y: 760 - row * 28 });
  const footer = (number: number) => ({ text: `— ${number} —`, x: 270, y: 50 });
  const page = (number: number) => ({
    texts: [...[TITLE, NUMBER, '一、指导思想', SENTENCE, SENTENCE].map(line), footer(number)],
  });
  return [
    { name: '计划.pdf', bytes: pdfFile([page(1), page(2), page(3)]) },
    { name: '扫描.pdf', bytes: pdfFile([page(1), { texts: [], scanned: true, comment: '请核' }]) },
  ];
}

function docxSeeds(): Seed[] {
  const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
  const cellOf = (text: string): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${docxParagraph(text)}</w:tc>`;
  const body = [
    docxParagraph(TITLE, '<w:jc w:val="center"/>'),
    docxParagraph(NUMBER),
    docxParagraph(
      '指导思想',
      '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ),
    `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${SENTENCE}</w:t></w:r>${note}<w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>`,
    `<w:tbl><w:tr>${cellOf('学校')}${cellOf('任务')}</w:tr><w:tr>${cellOf('一小')}${cellOf('听课')}</w:tr></w:tbl>`,
    docxParagraph('2012年2月20日', '<w:jc w:val="right"/>'),
  ].join('');
  return [
    { name: '计划.docx', bytes: docxFile(body) },
    { name: '长.docx', bytes: docxFile(docxParagraph(SENTENCE).repeat(40)) },
  ];
}

function foreignSeeds(): Seed[] {
  return [
    { name: '通知.ofd', bytes: zipSync({ 'OFD.xml': strToU8('<ofd/>') }) },
    { name: '表.xls', bytes: compoundFile({ Workbook: strToU8('x'.repeat(5_000)) }) },
    { name: '密.docx', bytes: compoundFile({ EncryptedPackage: strToU8('x'.repeat(100)) }) },
    { name: '通知.rtf', bytes: strToU8('{\\rtf1\\ansi\\ansicpg936 \\u20113?\\u23725?}') },
  ];
}
