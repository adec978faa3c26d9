import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../src/markdown/parse.ts';
import { renderBody } from '../../../src/markdown/render.ts';

function html(body: string): string {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const links = { numbers: new Map(), titles: new Map(), missing: '/n/', base: '/' };
  return renderBody(parsed.tree, { links, codes: [] }).html;
}

const WIDE = `| 月份 | 主要工作 | 科室 | 节数 |
| --- | --- | --- | --- |
| 三月 | 听课 | 小学室 | 12 |
| 四月 | 评课 | 中学室 | 1,200 |
`;

describe('a table', () => {
  it('stands in a frame that is named by its headings and reached by keyboard', () => {
    expect(html(WIDE)).toContain(
      '<div class="table-frame folds" role="region" aria-label="表格：月份、主要工作、科室" tabindex="0">',
    );
  });

  it('of many columns names each cell, so that a row can be shown as a card', () => {
    expect(html(WIDE)).toMatch(/<td[^>]*data-label="科室"[^>]*>中学室<\/td>/);
  });

  it('of few columns is left as it is', () => {
    const narrow = html('| 项目 | 说明 |\n| --- | --- |\n| 资料 | 印刷 |\n');
    expect(narrow).toContain('class="table-frame"');
    expect(narrow).not.toContain('data-label');
    expect(narrow).not.toContain('align=');
  });

  it('sets columns of figures right, heads too, and no column that holds anything else', () => {
    const page = html(WIDE);
    expect(page).toMatch(/<th[^>]*align="right"[^>]*>节数<\/th>/);
    expect(page).toMatch(/<td[^>]*align="right"[^>]*>1,200<\/td>/);
    expect(page.match(/align="right"/g)).toHaveLength(3);
  });

  it.each([
    ['百分数', '15%', 'right'],
    ['比例', '-3.5％', 'right'],
    ['区间', '10-12', 'right'],
    ['日期', '3月31日', undefined],
    ['文号', '云教发〔2011〕5号', undefined],
    ['没有数', '—', undefined],
  ])('knows a column of figures by all of its cells: %s', (_name, cell, align) => {
    const page = html(`| 甲 | 乙 |\n| --- | --- |\n| a | ${cell} |\n| b | — |\n`);
    expect(/align="(\w+)"/.exec(page)?.[1]).toBe(align);
  });

  it('keeps the alignment that its author gave', () => {
    const page = html('| 甲 | 乙 |\n| --- | :---: |\n| a | 12 |\n');
    expect(page.match(/align="center"/g)).toHaveLength(2);
    expect(page).not.toContain('align="right"');
  });

  it('breaks a line in a cell where its author says so, and nowhere else', () => {
    const broken = html('| 项目 | 任务 |\n| --- | --- |\n| 教研 | 1.听课<br />2.评课<br class="x" /> |\n');
    expect(broken).toMatch(/1\.听课<br>\s*2\.评课<\/td>/);
  });
});
