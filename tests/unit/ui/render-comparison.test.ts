import { describe, expect, it } from 'vitest';
import { comparePassages } from '../../../src/core/comparison/compare.ts';
import type { Passage } from '../../../src/core/comparison/passages.ts';
import { documentPassages } from '../../../src/ui/comparison/document-passages.ts';
import { renderComparison } from '../../../src/ui/comparison/render-comparison.ts';

const document = (year: number) => ({
  href: `/plans/${year}/`,
  title: `${year}年计划`,
  docNumber: null,
  name: `${year}年`,
  excerpt: false,
});
const measure = (anchor: string, label: string, text: string): Passage => ({
  ...{ anchor, label, text, heading: false, numberLength: 2, parent: -1 },
});

describe('a comparison', () => {
  const html = renderComparison(
    comparePassages(
      [
        measure('s1', '第一部分', '1.每学期听课不少于二十节。'),
        measure('s2', '第二部分', '2.建立校本教研台账。'),
      ],
      [
        measure('s5', '第五部分', '1.每学期听课不少于二十节。'),
        measure('s6', '第六部分', '2.命题与阅卷研究'),
      ],
    ),
    document(2011),
    document(2012),
  );

  it('prints what stayed once, with its place in both', () => {
    expect(html.split('每学期听课不少于二十节')).toHaveLength(2);
    expect(html).toContain('<a href="/plans/2011/#s1">2011年 第一部分</a>');
    expect(html).toContain('<a href="/plans/2012/#s5">2012年 第五部分</a>');
  });

  it('prints what vanished or is new in its own column alone', () => {
    const rows = [...html.matchAll(/<li data-kind="(?:vanished|new)">.*?<\/li>/g)].map(([row]) => row);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.match(/class="cmp-(?:left|right)"/g)).toHaveLength(1);
  });
});

it('a document’s passages are read once', () => {
  const rendered = { html: '<p id="p1">现将有关工作安排如下。</p>' };
  expect(documentPassages(rendered)).toHaveLength(1);
  expect(documentPassages(rendered)).toBe(documentPassages(rendered));
});
