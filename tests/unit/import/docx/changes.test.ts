import { describe, expect, it } from 'vitest';
import { p, r } from '../../../support/docx-builder.ts';
import { readParts, saidOf } from '../../../support/docx-manuscript.ts';

const by = 'w:id="1" w:author="某人" w:date="2012-01-01T00:00:00Z"';
const gone = (text: string): string => `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;

describe('tracked changes', () => {
  it('keeps what was put in, leaves out what was struck, and says so without names', () => {
    const manuscript = readParts({
      body: p(
        `${r('听课')}<w:del ${by}>${gone('二十')}</w:del><w:ins ${by}>${r('三十')}</w:ins>${r('节。')}`,
      ),
    });
    expect(manuscript.lines[0]?.text).toBe('听课三十节。');
    expect(saidOf(manuscript)).toEqual([
      expect.stringMatching(/^attention 1 有未处理的修订：插入“三十”，已收入；删去“二十”，没有收入/),
    ]);
  });

  it('has moved text where it went', () => {
    const manuscript = readParts({
      body:
        p(
          `<w:moveFromRangeStart ${by} w:name="m"/><w:moveFrom ${by}>${r('搬走的')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${r('甲')}`,
        ) + p(`<w:moveTo ${by}>${r('搬走的')}</w:moveTo>${r('乙')}`),
    });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['甲', '搬走的乙']);
    expect(manuscript.dropped).toEqual([{ reason: '修订中删去或移走的文字', line: 1, text: '搬走的' }]);
  });

  it('joins paragraphs whose mark was struck, and drops those struck whole', () => {
    const mark = `<w:rPr><w:del ${by}/></w:rPr>`;
    const manuscript = readParts({
      body:
        p(r('上半句，'), mark) +
        p(r('下半句。'), '<w:jc w:val="right"/>') +
        p(`<w:del ${by}>${gone('全删')}</w:del>`, mark) +
        p('末段。'),
    });
    expect(manuscript.lines.map(({ text }) => text)).toEqual(['上半句，下半句。', '末段。']);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('删去“全删”')]);
  });

  it('takes formatting as it is now', () => {
    const { lines } = readParts({
      body: p(
        r('甲', `<w:rPrChange ${by}><w:rPr><w:b/><w:vanish/></w:rPr></w:rPrChange>`),
        `<w:jc w:val="center"/><w:pPrChange ${by}><w:pPr><w:jc w:val="right"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`,
      ),
    });
    expect(lines[0]).toEqual({
      text: '甲',
      line: 1,
      indented: false,
      afterBlank: true,
      look: { align: 'centre' },
    });
  });

  it('does not end in a field that was struck', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const { lines } = readParts({
      body: p(
        `<w:del ${by}>${field('begin')}<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>${field('end')}</w:del>${r('正文')}`,
      ),
    });
    expect(lines.map(({ text }) => text)).toEqual(['正文']);
  });

  it('lists many changes only in part, and counts the rest', () => {
    const body = Array.from({ length: 30 }, (_, at) =>
      p(`${r(`段${at}`)}<w:ins ${by}>${r('增')}</w:ins>`),
    ).join('');
    const said = saidOf(readParts({ body }));
    expect(said).toHaveLength(21);
    expect(said.at(-1)).toBe('attention 0 修订共 30 处，上面只列出前 20 处');
  });
});
