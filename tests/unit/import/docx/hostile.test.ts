import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  docx,
  docxFiles,
  p,
  r,
  relationship,
  relationshipsXml,
  root,
} from '../../../support/docx-builder.ts';
import { readBytes, refusal } from '../../../support/docx-manuscript.ts';

type Files = Record<string, Uint8Array | string>;

const zip = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
const withDocument = (document: string | Uint8Array): Uint8Array =>
  zip({ ...docxFiles({}), 'word/document.xml': document });
const textsIn = (bytes: Uint8Array): string[] => readBytes(bytes).lines.map(({ text }) => text);
const plain = root('document', `<w:body>${p('正文')}</w:body>`);

describe('Word files of other makers', () => {
  it('have their main part anywhere', () => {
    const files = {
      '_rels/.rels': relationshipsXml(relationship('r', 'officeDocument', '/word/document2.xml')),
      'word/document2.xml': plain,
      '[Content_Types].xml': '<Types/>',
    };
    expect(textsIn(zip(files))).toEqual(['正文']);
    const { '_rels/.rels': _, 'word/document2.xml': __, ...bare } = files;
    expect(textsIn(zip({ ...bare, 'word\\document.xml': plain }))).toEqual(['正文']);
  });

  it('name the namespaces as they like, strict ones too', () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const paragraph = (prefix: string): string =>
      `<${prefix}p><${prefix}pPr><${prefix}jc val="end"/></${prefix}pPr><${prefix}r><${prefix}t>正文</${prefix}t></${prefix}r></${prefix}p>`;
    for (const [prefix, declaration] of [
      ['ns0:', `xmlns:ns0="${strict}"`],
      ['', `xmlns="${strict}"`],
    ] as const) {
      const xml = `<${prefix}document ${declaration}><${prefix}body>${paragraph(prefix)}</${prefix}body></${prefix}document>`;
      expect(readBytes(withDocument(xml)).lines[0]).toMatchObject({ text: '正文', look: { align: 'right' } });
    }
  });

  it('write their parts in UTF-16, or in what the declaration says', () => {
    const wide = Uint8Array.from(
      `\ufeff${plain}`.split('').flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
    );
    expect(textsIn(withDocument(wide))).toEqual(['正文']);
    const gbk = strToU8(plain.replace('UTF-8', 'gbk').replace('正文', '\u0000'));
    const at = gbk.indexOf(0);
    expect(
      textsIn(
        withDocument(Uint8Array.from([...gbk.slice(0, at), 0xd5, 0xfd, 0xce, 0xc4, ...gbk.slice(at + 1)])),
      ),
    ).toEqual(['正文']);
  });

  it('use CDATA, comments and character references', () => {
    const body =
      '<w:p><w:r><w:t><![CDATA[正<文]]></w:t><!-- 无 --><w:t>&#20113;&#x5cad;&lt;b&gt;&amp;</w:t></w:r></w:p>';
    expect(textsIn(withDocument(root('document', `<w:body>${body}</w:body>`)))).toEqual(['正<文云岭<b>&']);
  });
});

describe('files that are refused', () => {
  it.each([
    ['xl/workbook.xml', 'Excel 表格'],
    ['ppt/presentation.xml', 'PowerPoint'],
    ['content.xml', 'OpenDocument'],
    ['OFD.xml', 'OFD 版式文件'],
    ['照片.jpg', '压缩包'],
  ])('a zip with %s', (name, what) => {
    const reason = refusal(zip({ [name]: '<a/>' }));
    expect(reason).toContain(what);
    expect(reason).toContain('改法：');
  });

  it.each<[string, Files, string]>([
    ['without a body', { 'word/document.xml': root('document', '') }, '没有正文'],
    ['without a main part', { 'word/document.xml': '', '_rels/.rels': '' }, 'XML 不完整'],
    ['with a document type', { 'word/document.xml': `<!DOCTYPE x [<!ENTITY a "啊">]>${plain}` }, 'DOCTYPE'],
    ['that breaks off', { 'word/document.xml': plain.slice(0, -20) }, 'XML 不完整'],
    [
      'with crossed elements',
      { 'word/document.xml': plain.replace('</w:r></w:p>', '</w:p></w:r>') },
      'XML 不完整',
    ],
    ['in the wrong encoding', { 'word/document.xml': Uint8Array.of(0x3c, 0xff, 0xfe) }, '编码'],
    [
      'nested without end',
      { 'word/document.xml': root('document', `<w:body>${'<w:sdt>'.repeat(100_000)}</w:body>`) },
      '嵌套超过',
    ],
    ['without text', { 'word/document.xml': root('document', `<w:body>${p('')}</w:body>`) }, '没有文字'],
  ])('a Word file %s', (_what, files, reason) => {
    expect(refusal(zip({ ...docxFiles({}), ...files }))).toContain(reason);
  });

  it('a zip that breaks off, or was changed', () => {
    const bytes = docx({ body: p('正文') });
    for (const length of [4, 100, bytes.length - 30, bytes.length - 1]) {
      expect(refusal(bytes.slice(0, length))).toMatch(/损坏|不是 Word/);
    }
    const stored = zipSync({ 'word/document.xml': [strToU8(plain), { level: 0 }] });
    const at = stored.indexOf('正'.charCodeAt(0)) >= 0 ? 200 : 200;
    const changed = stored.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(refusal(changed)).toMatch(/校验和|损坏/);
  });

  it('a zip that is encrypted', () => {
    const bytes = docx({ body: p('正文') });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(refusal(bytes)).toContain('加了密');
  });

  it('parts that unpack to far more than they say', () => {
    const bomb = zipSync({ ...zipped({ body: p('正文') }), 'word/styles.xml': new Uint8Array(80_000_000) });
    const view = new DataView(bomb.buffer);
    for (let at = 0; at < bomb.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    const reason = refusal(bomb);
    expect(reason).toContain('超过 60 MB');
  });

  it('pictures alone', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    const bytes = docx({
      body: p('<w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r>'),
      relationships: relationship('i', 'image', 'media/a.png'),
      files: { 'word/media/a.png': png },
    });
    expect(refusal(bytes)).toContain('扫描件');
  });
});

describe('files that would break a careless reader', () => {
  it('are read all the same', () => {
    const odd =
      '<w:p __proto__="x" constructor="y"><w:pPr><w:pStyle w:val="__proto__"/><w:numPr><w:numId w:val="constructor"/></w:numPr></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>';
    expect(textsIn(docx({ body: odd + p(r('乙')) }))).toEqual(['甲', '乙']);
  });

  it('have elements and formats with the names of what every object has', () => {
    const names = ['__defineGetter__', 'toString', 'constructor', 'valueOf', '__proto__'];
    const body = names
      .map((name) => `<${name}><w:p><w:r><${name}><w:t>甲</w:t></${name}></w:r></w:p></${name}>`)
      .join('');
    expect(textsIn(docx({ body }))).toEqual(names.map(() => '甲'));
    const level = (format: string): string =>
      `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`;
    const numbering = `${level('__defineGetter__')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    expect(textsIn(docx({ numbering, body: p(r('甲'), '<w:numPr><w:numId w:val="1"/></w:numPr>') }))).toEqual(
      ['1.甲'],
    );
  });

  it('leave what is no element of Word, but not its text', () => {
    const odd = `<w:unknown><w:p><w:r><x:y xmlns:x="urn:x"><w:t>藏</w:t></x:y></w:r></w:p></w:unknown>${r('散落')}`;
    expect(textsIn(docx({ body: odd }))).toEqual(['藏', '散落']);
  });
});

function zipped(parts: Parameters<typeof docxFiles>[0]): Record<string, Uint8Array> {
  const relationships = relationship('s', 'styles', 'styles.xml');
  return Object.fromEntries(
    Object.entries(docxFiles({ ...parts, relationships })).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
}
