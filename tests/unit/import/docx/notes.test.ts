import { describe, expect, it } from 'vitest';
import { p, r, tbl } from '../../../support/docx-builder.ts';
import { cellsOf, readParts, saidOf } from '../../../support/docx-manuscript.ts';

const note = (id: number, content: string, more = ''): string =>
  `<w:footnote w:id="${id}"${more}>${content}</w:footnote>`;
const endnote = (id: number, content: string): string => `<w:endnote w:id="${id}">${content}</w:endnote>`;
const ref = (id: number, kind = 'footnote', more = ''): string =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"${more}/></w:r>`;
const own = '<w:r><w:footnoteRef/></w:r>';
const separator = note(-1, p('<w:r><w:separator/></w:r>'), ' w:type="separator"');

describe('footnotes, endnotes and comments', () => {
  it('keeps where they are referred to', () => {
    const { lines, footnotes } = readParts({
      body: p('前。') + p(r('　听课二十节') + ref(2) + r('，评课十次') + ref(1, 'endnote') + r('。')),
      footnotes: separator + note(2, p(own + r(' 含校内听课。')) + p('按学期计。')),
      endnotes: endnote(1, p('见附件。')),
    });
    expect(lines[1]?.footnotes).toEqual([
      { at: 5, id: 'f2' },
      { at: 10, id: 'e1' },
    ]);
    expect(footnotes.get('f2')?.map(({ text, line }) => [text, line])).toEqual([
      ['含校内听课。', 2],
      ['按学期计。', 2],
    ]);
    expect(footnotes.get('e1')?.map(({ text }) => text)).toEqual(['见附件。']);
  });

  it('has them in tables and headings, and moves them behind a number', () => {
    const { lines, footnotes } = readParts({
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      body:
        p(r('目标') + ref(1), '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>') +
        tbl([
          ['学校', '节数'],
          [p(r('一小') + ref(2)), '20'],
        ]),
      footnotes: note(1, p('注一')) + note(2, tbl([['甲', '乙']]) + p('注二')),
    });
    expect(lines[0]).toMatchObject({ text: '一、目标', footnotes: [{ at: 4, id: 'f1' }] });
    expect(cellsOf(lines)[1]).toEqual(['一小', '20']);
    expect(footnotes.get('f2')?.map(({ text }) => text)).toEqual(['甲', '乙', '注二']);
  });

  it('numbers marks of its own making, and leaves out notes without text or reference', () => {
    const manuscript = readParts({
      body: p(
        `${r('甲')}<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>※</w:t></w:r>${r('乙')}${ref(3)}${r('丙')}${ref(9)}`,
      ),
      footnotes: note(1, p('注一')) + note(2, p('无人引用')) + note(3, p('')),
    });
    expect(manuscript.lines[0]).toMatchObject({ text: '甲乙丙', footnotes: [{ at: 1, id: 'f1' }] });
    expect([...manuscript.footnotes.keys()]).toEqual(['f1']);
    expect(saidOf(manuscript)).toEqual([
      'lost 1 有一个脚注没有文字，没有收入',
      'dropped 1 脚注自定的标记：※',
      'dropped 0 正文没有引用的脚注：无人引用',
    ]);
  });

  it('reports comments where they are, without who made them', () => {
    const manuscript = readParts({
      body: p(
        `<w:commentRangeStart w:id="0"/>${r('听课二十节')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('。')}`,
      ),
      comments: `<w:comment w:id="0" w:author="某人" w:initials="某">${p('改为三十节')}</w:comment><w:comment w:id="5" w:author="某人">${p('无处')}</w:comment>`,
    });
    expect(manuscript.lines[0]?.text).toBe('听课二十节。');
    expect(saidOf(manuscript)).toEqual([
      'dropped 1 批注（批在“听课二十节”处）：改为三十节',
      'dropped 0 批注：无处',
    ]);
  });
});
