import { describe, expect, it } from 'vitest';
import { field, p, r, relationship, style } from '../../../support/docx-builder.ts';
import { readParts, saidOf, textsOf } from '../../../support/docx-manuscript.ts';

const raw = (content: string): string => `<w:r>${content}</w:r>`;

describe('text of a Word file', () => {
  it('joins what Word has split into runs', () => {
    const pieces = [
      '<w:r w:rsidR="00A1"><w:t>云岭</w:t></w:r><w:proofErr w:type="spellStart"/>',
      '<w:bookmarkStart w:id="0" w:name="x"/><w:r><w:lastRenderedPageBreak/><w:t>区</w:t></w:r><w:bookmarkEnd w:id="0"/>',
      '<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/><w:r><w:t>教研</w:t></w:r></w:smartTag>',
      '<w:sdt><w:sdtPr><w:alias w:val="别名"/></w:sdtPr><w:sdtContent><w:r><w:t>室</w:t></w:r></w:sdtContent></w:sdt>',
      '<w:customXml w:element="c"><w:r><w:t>文</w:t></w:r></w:customXml>',
      '<w:dir w:val="ltr"><w:bdo w:val="ltr"><w:r><w:t>件</w:t></w:r></w:bdo></w:dir>',
    ];
    expect(textsOf(p(pieces.join('')))).toEqual(['云岭区教研室文件']);
  });

  it('keeps space where Word keeps it', () => {
    const body = p(
      '<w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙 </w:t></w:r><w:r><w:t>丙</w:t></w:r>',
    );
    expect(textsOf(body)).toEqual(['甲 乙 丙']);
  });

  it('reads tabs, hyphens and breaks', () => {
    const body = p(
      raw('<w:t>A</w:t><w:tab/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t><w:softHyphen/><w:t>D</w:t>') +
        raw('<w:br/><w:t>第二行</w:t><w:cr/><w:t>第三行</w:t><w:br w:type="page"/><w:t>第二页</w:t>'),
    );
    expect(textsOf(body)).toEqual(['A B-CD', '第二行', '第三行', '第二页']);
  });

  it('writes signs with the characters that any font has', () => {
    const sym = (font: string, char: string): string => raw(`<w:sym w:font="${font}" w:char="${char}"/>`);
    const body = p(
      `${sym('Wingdings', 'F0FE')}${r('是')}${sym('Wingdings', 'F0A8')}${r('否')}${sym('Wingdings 2', 'F052')}` +
        `${sym('Symbol', 'F0B3')}${r('90')}${r('ü', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}`,
    );
    expect(textsOf(body)).toEqual(['☑是□否☑≥90✓']);
    const unknown = readParts({ body: p(r('图') + sym('Wingdings', 'F0FF')) });
    expect(unknown.lines[0]?.text).toBe('图');
    expect(saidOf(unknown)).toEqual([
      expect.stringMatching(/^lost 1 有一个符号（Wingdings 字体，编码 F0FF）/),
    ]);
  });

  it('takes one of several alternatives, the first with something to see', () => {
    const choice = (content: string, other: string): string =>
      raw(
        `<mc:AlternateContent><mc:Choice Requires="wps">${content}</mc:Choice><mc:Fallback>${other}</mc:Fallback></mc:AlternateContent>`,
      );
    expect(textsOf(p(choice('<w:t>新</w:t>', '<w:t>旧</w:t>')))).toEqual(['新']);
    expect(textsOf(p(choice('<w:drawing/>', '<w:t>旧</w:t>')))).toEqual(['旧']);
  });

  it('keeps bold, italics and strikes that a run has over its paragraph, and no others', () => {
    const styles =
      style('b', 'Strong para', '<w:rPr><w:b/></w:rPr>') +
      style('c', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character');
    const { lines } = readParts({
      styles,
      body:
        p(
          r('甲') +
            r('乙', '<w:b/>') +
            r('丙', '<w:b w:val="0"/>') +
            r('丁', '<w:bCs/>') +
            r('戊', '<w:i/><w:strike/>'),
        ) +
        p(r('全段粗'), '<w:pStyle w:val="b"/>') +
        p(r('样式') + r('粗', '<w:rStyle w:val="c"/>')),
    });
    expect(lines[0]?.marks).toEqual([
      { start: 1, end: 2, kind: 'strong' },
      { start: 4, end: 5, kind: 'emphasis' },
      { start: 4, end: 5, kind: 'deleted' },
    ]);
    expect(lines[1]).toMatchObject({ text: '全段粗', look: { bold: true } });
    expect(lines[1]?.marks).toBeUndefined();
    expect(lines[2]?.marks).toEqual([{ start: 2, end: 3, kind: 'strong' }]);
  });

  it('raises digits, and says what cannot be raised', () => {
    const high = '<w:vertAlign w:val="superscript"/>';
    const manuscript = readParts({
      body: p(
        r('5m') + r('2', high) + r('，CO') + r('2', '<w:vertAlign w:val="subscript"/>') + r('注', high),
      ),
    });
    expect(manuscript.lines[0]?.text).toBe('5m²，CO₂注');
    expect(saidOf(manuscript)).toEqual(['lost 1 上标没有保留，文字照录：“注”']);
  });

  it('draws the lines of a form', () => {
    const line = '<w:u w:val="single"/>';
    const body = p(
      r('姓名：') +
        r('    ', line) +
        r('单位：') +
        `<w:r><w:rPr>${line}</w:rPr><w:tab/></w:r>` +
        r('张 三', line),
    );
    expect(textsOf(body)).toEqual(['姓名：____单位：____张 三']);
  });

  it('leaves out hidden text, readings and placeholders, and says so', () => {
    const manuscript = readParts({
      body: p(
        r('公开') +
          r('内部', '<w:vanish/>') +
          raw(
            '<w:ruby><w:rt><w:r><w:t>yún注</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby>',
          ) +
          '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入</w:t></w:r></w:sdtContent></w:sdt>' +
          r('重点', '<w:em w:val="dot"/>'),
      ),
    });
    expect(manuscript.lines[0]?.text).toBe('公开云重点');
    expect(saidOf(manuscript)).toEqual([
      'lost 1 着重号没有保留，文字照录：“重点”',
      'dropped 1 隐藏的文字：内部',
      'dropped 1 注音：yún注',
      'dropped 1 内容控件的提示文字：单击此处输入',
    ]);
  });

  it('writes formulas on one line', () => {
    const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const math =
      `<m:oMath><m:f><m:num>${run('a+b')}</m:num><m:den>${run('2')}</m:den></m:f>${run('=')}` +
      `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${run('x')}</m:e></m:rad>` +
      `<m:sSup><m:e>${run('y')}</m:e><m:sup>${run('2')}</m:sup></m:sSup></m:oMath>`;
    const manuscript = readParts({ body: p(r('优秀率') + math) });
    expect(manuscript.lines[0]?.text).toBe('优秀率(a+b)/2=√xy²');
    expect(saidOf(manuscript)[0]).toContain('公式改写成一行文字');
  });

  it('removes characters that nobody sees', () => {
    const manuscript = readParts({ body: p(r('教\u200b研\u00ad室')) });
    expect(manuscript.lines[0]?.text).toBe('教研室');
    expect(saidOf(manuscript)).toEqual(['changed 1 删去看不见的零宽字符或控制字符']);
  });
});

describe('links and fields', () => {
  const parts = {
    relationships:
      relationship('l1', 'hyperlink', 'https://example.org/a?b=1&c=2', true) +
      relationship('l2', 'hyperlink', 'file:///C:/x.doc', true),
  };

  it('keeps the text of links, and says where they led', () => {
    const body = p(
      `<w:hyperlink r:id="l1">${r('网址')}</w:hyperlink>${r('、')}<w:hyperlink r:id="l2">${r('本机')}</w:hyperlink>` +
        `<w:hyperlink w:anchor="here">${r('书签')}</w:hyperlink>${field(' HYPERLINK "http://example.org/" ', r('域'))}` +
        `<w:fldSimple w:instr=' HYPERLINK "mailto:a@example.org" '>${r('a@example.org')}</w:fldSimple>`,
    );
    const manuscript = readParts({ body, ...parts });
    expect(manuscript.lines[0]?.text).toBe('网址、本机书签域a@example.org');
    expect(saidOf(manuscript)).toEqual([
      expect.stringContaining('“网址”指向 https://example.org/a?b=1&c=2'),
      expect.stringContaining('“本机”指向 file:///C:/x.doc'),
      expect.stringContaining('“域”指向 http://example.org/'),
    ]);
  });

  it('shows results and not what a field is told to do', () => {
    const nested =
      field(` IF ${''}`, r('见')) + field(' REF _Ref1 \\h ', r('第二部分')) + field(' SEQ 表 ', r('3'));
    expect(textsOf(p(nested))).toEqual(['见第二部分3']);
    const inCode =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
      r('条件') +
      '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
      r('结果') +
      '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const manuscript = readParts({ body: p(inCode) });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['结果']);
    expect(saidOf(manuscript)).toEqual(['dropped 1 域代码：条件']);
  });

  it('loses nothing behind a field that never ends', () => {
    const body = p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('甲')}`) + p('乙');
    expect(textsOf(body)).toEqual(['甲', '乙']);
  });

  it('leaves out the contents, with their heading, and reads on behind them', () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = '<w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r>';
    const manuscript = readParts({
      body:
        p('目　录') +
        p(mark('begin') + code + mark('separate') + r('一、目标')) +
        p(field('HYPERLINK \\l "_T1"', r('二、措施'))) +
        p(mark('end')) +
        p('正文。'),
    });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['正文。']);
    expect(saidOf(manuscript)).toEqual([
      expect.stringMatching(/^changed \d 目录是自动生成的/),
      expect.stringMatching(/^dropped \d 目录：/),
      expect.stringMatching(/^dropped \d 目录：/),
    ]);
    const boxed = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目录')}${p('一、目标1')}</w:sdtContent></w:sdt>`;
    expect(textsOf(boxed + p('正文。'))).toEqual(['正文。']);
  });

  it('shows what stands in the code of a field', () => {
    const empty = (code: string): string => field(code, '');
    expect(textsOf(p(empty(' EQ \\o\\ac(○,3) ') + empty(' eq \\o\\ac(○,二)') + r('项')))).toEqual(['③㊁项']);
    expect(
      textsOf(p(empty('EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yun),云)') + r('岭'))),
    ).toEqual(['云岭']);
    expect(textsOf(p(empty('EQ \\f(1,2)') + r('以上')))).toEqual(['1/2以上']);
    expect(textsOf(p(empty('MACROBUTTON AcceptAll 点此输入单位')))).toEqual(['点此输入单位']);
  });

  it('shows boxes that are ticked and choices from lists', () => {
    const form = (data: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') +
        r('听课') +
        form('<w:checkBox><w:default w:val="0"/></w:checkBox>') +
        r('评课') +
        form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList>'),
    );
    expect(textsOf(body)).toEqual(['☑听课☐评课乙']);
  });
});
