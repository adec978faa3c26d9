import { describe, expect, it } from 'vitest';
import { p, r, relationship, tbl } from '../../../support/docx-builder.ts';
import { readParts, saidOf } from '../../../support/docx-manuscript.ts';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);
const EMF = Uint8Array.from(
  { length: 60 },
  (_, at) => [1, 0, 0, 0][at] ?? [0x20, 0x45, 0x4d, 0x46][at - 40] ?? 0,
);

const parts = {
  relationships: [
    relationship('png', 'image', 'media/image1.dat'),
    relationship('emf', 'image', 'media/image2.emf'),
    relationship('svg', 'image', '/word/media/image3.svg'),
    relationship('gone', 'image', 'media/none.png'),
    relationship('far', 'image', 'http://example.org/a.png', true),
    relationship('chart', 'chart', 'charts/chart1.xml'),
    relationship('smart', 'diagramData', 'diagrams/data1.xml'),
  ].join(''),
  files: {
    'word/media/image1.dat': PNG,
    'word/media/image2.emf': EMF,
    'word/media/image3.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    'word/charts/chart1.xml':
      '<c:chartSpace xmlns:c="c"><c:cat><c:strCache><c:pt><c:v>一小</c:v></c:pt></c:strCache></c:cat></c:chartSpace>',
    'word/diagrams/data1.xml':
      '<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><a:p><a:r><a:t>主任</a:t></a:r></a:p><a:p><a:r><a:t>教研员</a:t></a:r></a:p></dgm:dataModel>',
  },
};
const drawing = (id: string, description = '', crop = ''): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const box = (content: string): string =>
  `<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`;

describe('pictures of a Word file', () => {
  it('stand where they are anchored, with their real type and what they show', () => {
    const { lines } = readParts({
      ...parts,
      body:
        p(drawing('png', '听课照片') + r('前图后文')) +
        p(r('前文后图') + drawing('png', 'C:\\照片\\张三.jpg')),
    });
    expect(
      lines.map(({ text, solid }) => (solid?.kind === 'picture' ? `${solid.extension}:${solid.alt}` : text)),
    ).toEqual(['png:听课照片', '前图后文', '前文后图', 'png:']);
    expect(lines[0]?.solid).toMatchObject({ bytes: PNG });
  });

  it('are reported when a page cannot show them, with the way out', () => {
    const manuscript = readParts({
      ...parts,
      body: p(r('甲') + ['emf', 'svg', 'gone', 'far'].map((id) => drawing(id)).join('')),
    });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['甲']);
    expect(saidOf(manuscript)).toEqual([
      expect.stringMatching(/^lost 1 有一张图片没有收入：是EMF 矢量图，网页显示不了。改法：/),
      expect.stringMatching(/是 SVG 矢量图，里面可以藏程序，网站不收。改法：.*PNG/),
      expect.stringContaining('文件里找不到它'),
      expect.stringContaining('只是链接到别处'),
    ]);
  });

  it('are taken from VML, and out of tables', () => {
    const manuscript = readParts({
      ...parts,
      body: tbl([
        ['学校', '照片'],
        [
          '一小',
          p(
            '<w:r><w:pict><v:shape alt="操场"><v:imagedata r:id="png" o:title="x"/></v:shape></w:pict></w:r>',
          ),
        ],
      ]),
    });
    expect(manuscript.lines.map(({ solid }) => solid?.kind)).toEqual(['table', 'picture']);
    expect(manuscript.lines[1]?.solid).toMatchObject({ alt: '操场' });
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('移到了表格后面')]);
  });

  it('warn of parts that were cut off only to look at', () => {
    const manuscript = readParts({
      ...parts,
      body: p(r('甲') + drawing('png', '', '<a:srcRect l="10000" r="0"/>')),
    });
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('裁剪前的整张图')]);
  });
});

describe('text that stands in drawings', () => {
  it('is taken once from a text box, at its anchor', () => {
    const content = p('框内甲') + p('框内乙');
    const anchor = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box(content)}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const manuscript = readParts({ body: p('前') + p(r('正文') + anchor) + p(anchor + r('又一段')) });
    expect(manuscript.lines.map(({ text, line }) => `${line}${text}`)).toEqual([
      '1前',
      '2正文',
      '2框内甲',
      '2框内乙',
      '3框内甲',
      '3框内乙',
      '3又一段',
    ]);
    expect(saidOf(manuscript)[0]).toContain('文本框里的文字“框内甲框内乙”');
  });

  it('is taken from word art and SmartArt', () => {
    const manuscript = readParts({
      ...parts,
      body:
        p('<w:r><w:pict><v:shape><v:textpath string="云岭区教育局文件"/></v:shape></w:pict></w:r>') +
        p(
          `${r('机构：')}<w:r><w:drawing><a:graphicData><dgm:relIds r:dm="smart"/></a:graphicData></w:drawing></w:r>`,
        ),
    });
    expect(manuscript.lines.map(({ text }) => text)).toEqual([
      '云岭区教育局文件',
      '机构：',
      '主任',
      '教研员',
    ]);
    expect(saidOf(manuscript)).toEqual([
      expect.stringContaining('艺术字“云岭区教育局文件”'),
      expect.stringContaining('SmartArt 图形没有收入，其中的文字“主任 教研员”按先后收入'),
    ]);
  });

  it('is reported with charts, and embedded objects are', () => {
    const manuscript = readParts({
      ...parts,
      body: p(
        `${r('见图')}<w:r><w:drawing><a:graphicData><c:chart r:id="chart"/></a:graphicData></w:drawing></w:r>` +
          '<w:r><w:object><v:shape><v:imagedata r:id="emf"/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
      ),
    });
    expect(saidOf(manuscript)).toEqual([
      expect.stringContaining('图表没有收入'),
      expect.stringContaining('EMF'),
      expect.stringContaining('内嵌对象（Excel.Sheet.12）没有收入'),
      'dropped 1 图表里的文字和数据：一小',
    ]);
  });
});
