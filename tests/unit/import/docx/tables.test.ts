import { describe, expect, it } from 'vitest';
import { p, r, tbl, tc } from '../../../support/docx-builder.ts';
import { cellsOf, readParts, saidOf, textsOf } from '../../../support/docx-manuscript.ts';

const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const DOWN = '<w:vMerge w:val="restart"/>';
const ON = '<w:vMerge/>';

describe('tables of a Word file', () => {
  it('keeps rows and the lines of a cell', () => {
    const { lines } = readParts({
      body:
        p('前') +
        tbl([
          ['学校', '任务'],
          ['一小', p('听课') + p('评课')],
        ]) +
        p('后'),
    });
    expect(lines.map(({ text, line }) => [text, line])).toEqual([
      ['前', 1],
      ['', 2],
      ['后', 7],
    ]);
    expect(cellsOf(lines)).toEqual([
      ['学校', '任务'],
      ['一小', '听课/评课'],
    ]);
  });

  it('gives all rows one length, whatever is merged', () => {
    const manuscript = readParts({
      body: tbl([
        [tc('学科', DOWN), tc('听课', span(2)), '备注'],
        [tc('', ON), '上学期', '下学期', ''],
        [tc('语文', DOWN), '1', '2', tc('甲', span(1))],
        [tc('', ON), tc('3', span(3))],
      ]),
    });
    expect(cellsOf(manuscript.lines)).toEqual([
      ['学科', '听课', '', '备注'],
      ['', '上学期', '下学期', ''],
      ['语文', '1', '2', '甲'],
      ['', '3', '', ''],
    ]);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('表格里有合并的单元格')]);
  });

  it('leaves out columns in which no cell begins, and keeps empty ones', () => {
    const manuscript = readParts({
      body: tbl([
        [tc('甲', span(3)), tc('乙', span(2))],
        [tc('丙', span(3)), tc('', span(2))],
      ]),
    });
    expect(cellsOf(manuscript.lines)).toEqual([
      ['甲', '乙'],
      ['丙', ''],
    ]);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('合并')]);
  });

  it('reads cells merged the old way, and what a merge hides', () => {
    const manuscript = readParts({
      body: tbl([
        [tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge w:val="continue"/>'), '乙'],
        ['1', '2', tc('三', DOWN)],
        ['4', '5', tc('看不见', ON)],
      ]),
    });
    expect(cellsOf(manuscript.lines)).toEqual([
      ['甲', '', '乙'],
      ['1', '2', '三'],
      ['4', '5', ''],
    ]);
    expect(saidOf(manuscript)).toContain('dropped 1 合并单元格里看不见的文字：看不见');
  });

  it('puts a first row of one cell before the table', () => {
    const { lines } = readParts({
      body: tbl([[tc('附件：听课统计表', span(2))], ['学校', '节数'], ['一小', '20']]),
    });
    expect(lines.map(({ text }) => text)).toEqual(['附件：听课统计表', '']);
    expect(cellsOf(lines)).toEqual([
      ['学校', '节数'],
      ['一小', '20'],
    ]);
  });

  it('unwraps a table that is a frame, with the headings and tables in it', () => {
    const inner = tbl([['甲', '乙']]);
    const body = tbl([
      [p('云岭区教研室工作计划') + p(r('目标'), '<w:outlineLvl w:val="0"/>') + inner + p('')],
    ]);
    const { lines } = readParts({ body });
    expect(lines.map(({ text }) => text)).toEqual(['云岭区教研室工作计划', '目标', '']);
    expect(lines[1]?.marker).toBe(2);
    expect(cellsOf(lines)).toEqual([['甲', '乙']]);
  });

  it('unwraps red heads and signatures, but no other table without lines', () => {
    const none = '';
    const head = tbl(
      [
        [p('云岭区教育局'), tc('文件', DOWN)],
        [p('云岭区财政局'), tc('', ON)],
      ],
      none,
    );
    const number = tbl([['云教发〔2012〕3号', '签发人：张三']], none);
    const table = tbl(
      [
        ['学校', '节数'],
        ['一小', '20'],
      ],
      none,
    );
    const signed = tbl(
      [
        ['云岭区教育局', '云岭区财政局'],
        ['2012年3月5日', ''],
      ],
      none,
    );
    const { lines } = readParts({
      body: head + number + p('标题') + p('正文。') + table + p('又一段。') + signed,
    });
    expect(lines.map(({ text }) => text)).toEqual([
      '云岭区教育局　文件',
      '云岭区财政局',
      '云教发〔2012〕3号　签发人：张三',
      '标题',
      '正文。',
      '',
      '又一段。',
      '云岭区教育局　云岭区财政局',
      '2012年3月5日',
    ]);
  });

  it('flattens a table within a table', () => {
    const manuscript = readParts({
      body: tbl([
        ['学校', '安排'],
        [
          '一小',
          tbl([
            ['周一', '听课'],
            ['周二', '评课'],
          ]) + p(''),
        ],
      ]),
    });
    expect(cellsOf(manuscript.lines)[1]).toEqual(['一小', '周一　听课/周二　评课']);
    expect(saidOf(manuscript)).toEqual([expect.stringContaining('表格里的表格')]);
  });

  it('numbers the paragraphs of its cells, and makes no headings of them', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const one = (text: string): string =>
      p(r(text), '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>');
    const { lines } = readParts({
      numbering,
      body: tbl([
        ['序', '事'],
        [one('听课'), one('评课')],
      ]),
    });
    expect(cellsOf(lines)[1]).toEqual(['1.听课', '2.评课']);
  });

  it('leaves out rows and cells that a tracked change takes away', () => {
    const row = (cells: string, properties = ''): string =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const gone = '<w:r><w:delText>旧</w:delText></w:r>';
    const manuscript = readParts({
      body: `<w:tbl>${row(tc('学校') + tc('节数'))}${row(tc(p(`<w:del w:id="1" w:author="某人">${gone}</w:del>`)) + tc(''), '<w:del w:id="2" w:author="某人"/>')}${row(tc('一小') + tc('20'), '<w:ins w:id="3" w:author="某人"/>')}</w:tbl>`,
    });
    expect(cellsOf(manuscript.lines)).toEqual([
      ['学校', '节数'],
      ['一小', '20'],
    ]);
    expect(saidOf(manuscript).join()).toContain('修订删去的表格内容没有收入：“旧”');
    expect(saidOf(manuscript).join()).not.toContain('某人');
  });

  it('leaves out a table without text, and bounds what a file claims', () => {
    expect(
      textsOf(
        p('甲') +
          tbl([
            ['', ''],
            ['', ''],
          ]),
      ),
    ).toEqual(['甲']);
    const wide = tbl([
      [tc('甲', span(1_000_000_000)), '乙'],
      ['丙', '丁'],
    ]);
    expect(cellsOf(readParts({ body: wide }).lines)[1]).toEqual(['丙', '丁', '']);
  });
});
