import { describe, expect, it } from 'vitest';
import { onDay } from '../../../src/core/moments.ts';
import { normalizeTitle } from '../../../src/core/normalize-title.ts';
import { numberKey } from '../../../src/core/number-key.ts';
import type { LinkTable, LinkTarget } from '../../../src/core/references.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { type RenderedBody, renderBody } from '../../../src/markdown/render.ts';

const held: LinkTarget = {
  ...{
    id: 'policies/b',
    href: '/wenku/policies/b/',
    title: '关于听课的通知',
    docNumber: '云教发〔2011〕5号',
  },
  ...{ issuedOn: null, held: 'text', status: '未核实', statusSince: null },
};
const dead: LinkTarget = { ...held, id: 'policies/c', held: 'record', status: '废止' };
const titled = { ...held, id: 'policies/d', href: '/wenku/policies/d/', title: '听课评课办法' };
const repealed: LinkTarget = {
  ...{ ...dead, held: 'text', title: '旧办法', statusSince: '2011-06-01' },
  inForce: [{ id: 'policies/e', href: '/wenku/policies/e/', title: '新办法', docNumber: null }],
};
const ending: LinkTarget = {
  ...{ ...held, status: '现行有效', effectiveOn: '2010-09-01' },
  statusPeriods: [
    { from: null, status: '现行有效' },
    { from: '2015-09-01', status: '失效' },
  ],
};
const links: LinkTable = {
  numbers: new Map([
    [numberKey('云教发〔2011〕5号'), [held]],
    [numberKey('云教发〔2008〕2号'), [dead]],
    [numberKey('云教发〔2007〕1号'), [repealed]],
    [numberKey('云教发〔2006〕1号'), [{ ...held, status: '已修改' }]],
    [numberKey('云教发〔2010〕6号'), [ending]],
    [numberKey('国务院令第5号'), [held, titled]],
  ]),
  titles: new Map([
    [normalizeTitle('听课评课办法'), [titled]],
    [normalizeTitle('教学工作规范'), [held, titled]],
  ]),
  missing: '/wenku/n/',
  base: '/wenku/',
};

function parsedTree(body: string) {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.tree;
}

function render(body: string): RenderedBody {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return renderBody(parsed.tree, { links, codes: ['云教发', '云教研字'] });
}

/** The text that a reader sees, tags off. */
const visible = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('numbers in the text', () => {
  it('links a number whatever its brackets, and keeps it as printed', () => {
    const { html } = render('依据云教发[2011] 第05 号执行。');
    expect(html).toContain('data-docnumber="云教发〔2011〕5号"');
    expect(html).toMatch(/<a href="\/wenku\/policies\/b\/"[^>]*>云教发\[2011\] 第05 号<\/a>/);
  });

  it('leads a number that is not held to its own page', () => {
    const { html } = render('依据云教发〔1999〕1号执行。');
    expect(html).toContain(`href="/wenku/n/${encodeURIComponent('云教发〔1999〕1号')}/"`);
    expect(html).toContain('ref-missing');
  });

  it('marks a dead document with how it stood on the day of the text', () => {
    expect(render('见云教发〔2008〕2号。').html).toContain('ref-dead');
    expect(render('见云教发〔2008〕2号。').html).toContain('data-dead="现已废止"');
    const cited = (day: string): string => {
      const parsed = parseBody('见云教发〔2007〕1号。');
      if (!parsed.ok) throw new Error('a body');
      return renderBody(parsed.tree, { links, codes: [], citing: onDay(day) }).html;
    };
    expect(cited('2010-01-01')).toContain('data-dead="现已废止（引用时有效）"');
    expect(cited('2012-01-01')).toContain('data-dead="引用时已废止"');
    expect(cited('2012-01-01')).toContain('title="旧办法，引用时已废止，现行的是《新办法》"');
  });

  it.each([
    [undefined, '现已失效'],
    ['2010-08-31', '现已失效'],
    ['2012-01-01', '现已失效（引用时有效）'],
    ['2016-01-01', '引用时已失效'],
  ])('has ready what a later reader is told of a document cited on %s', (day, mark) => {
    const parsed = parseBody('见云教发〔2010〕6号。');
    if (!parsed.ok) throw new Error('a body');
    const { html } = renderBody(parsed.tree, { links, codes: [], citing: day ? onDay(day) : undefined });
    expect(html).toContain(`data-statuses="现行有效 2015-09-01 失效" data-dead-later="${mark}"`);
    expect(html).not.toContain('data-dead="');
  });

  it('tells a style sheet where a number split by bold goes on', () => {
    const { html } = render('见**云教发〔2008〕2**号。');
    expect(html.match(/data-goes-on/g)).toHaveLength(1);
    expect(html.indexOf('data-goes-on')).toBeLessThan(html.indexOf('</strong>'));
  });

  it('says on hover what holds with a reservation', () => {
    expect(render('见云教发〔2006〕1号。').html).toContain('title="关于听课的通知，已修改"');
  });

  it('leads what several documents answer to where it is said so, and to none of them', () => {
    expect(render('依据《教学工作规范》执行。').html).toMatch(
      new RegExp(
        `<a href="/wenku/citations/#${encodeURIComponent('t-教学工作规范')}" [^>]*class="ref ref-ambiguous"`,
      ),
    );
    expect(render('依据国令第5号执行。').html).toContain(
      `href="/wenku/n/${encodeURIComponent('国令第5号')}/"`,
    );
  });

  it('sees a number split by bold, in a heading, a table, a list and a footnote', () => {
    const { html, references } = render(
      [
        '## 一、贯彻云教发〔2011〕5号',
        '',
        '落实云教发**〔2011〕**5号。',
        '',
        '- 学习云教发〔2011〕5号',
        '',
        '| 文号 |',
        '| --- |',
        '| 云教发〔2011〕5号 |',
        '',
        '见注[^1]。',
        '',
        '[^1]: 即云教发〔2011〕5号。',
      ].join('\n'),
    );
    expect(references.map(({ canonical }) => canonical)).toEqual(Array(5).fill('云教发〔2011〕5号'));
    expect(visible(html)).toContain('落实云教发〔2011〕5号。');
    for (const { anchor } of references) expect(html).toContain(`id="${anchor}"`);
  });

  it('leaves code and existing links alone, but takes what an editor has linked for a citation', () => {
    const { html, references } = render(
      '`云教发〔2011〕5号` 与 [云教发〔2011〕6号](/help/)、[《听课评课办法》](/help/)',
    );
    expect(references.map(({ raw }) => raw)).toEqual(['云教发〔2011〕6号', '《听课评课办法》']);
    expect(html).not.toContain('data-docnumber');
    expect(html).not.toContain('data-cited');
  });

  it('sees a number that a footnote mark divides', () => {
    const { html, references } = render('落实云教发〔2011〕[^1]5号。\n\n[^1]: 有注。');
    expect(references.map(({ canonical }) => canonical)).toEqual(['云教发〔2011〕5号']);
    expect(html.match(/data-docnumber="云教发〔2011〕5号"/g)).toHaveLength(2);
  });

  it('gives a title to the mention that it was printed with', () => {
    const { references } = render('云教发〔2011〕5号要求在先；《甲办法》（云教发〔2011〕5号）在后。');
    expect(references.map(({ title }) => title)).toEqual([null, '甲办法']);
  });

  it('does not take a title for that of a document of a later day', () => {
    const of = (issuedOn: string) =>
      renderBody(parsedTree('依据《听课评课办法》。'), {
        ...{
          links: {
            ...links,
            titles: new Map([[normalizeTitle('听课评课办法'), [{ ...titled, docNumber: null, issuedOn }]]]),
          },
        },
        ...{ codes: [], citing: { first: '2012-02-01', last: '2012-02-01' } },
      }).html;
    expect(of('2012-02-01')).toContain('data-cited');
    expect(of('2012-02-02')).not.toContain('data-cited');
  });

  it('never finds a number across a paragraph or a line break inside a link', () => {
    expect(render('云教发\n\n〔2011〕5号').references).toEqual([]);
  });

  it('tells where a number stands and in which sentence', () => {
    const { references } = render('## 三、措施\n\n6\\.先做甲。再落实云教发〔2011〕5号的要求；后做乙。');
    expect(references[0]).toMatchObject({
      anchor: 's3-i6',
      clause: '第三部分第6条',
      sentence: '再落实云教发〔2011〕5号的要求；',
    });
  });
});

describe('titles in the text', () => {
  it('links a title cited without a number when one document bears it', () => {
    expect(render('执行《听课评课办法》。').html).toContain('href="/wenku/policies/d/"');
  });

  it('records, without a link, a title that the library lacks', () => {
    const { html, references } = render('执行《无名办法》。');
    expect(references).toMatchObject([{ kind: 'title', title: '无名办法', canonical: null }]);
    expect(html).not.toContain('<a href="/wenku/policies');
  });
});

describe('text as data', () => {
  it('shows escaped asterisks, braces and angle brackets as typed', () => {
    const { html } = render('落实\\*\\*课程方案，履\\*\\*况，\\{x} \\<附件>');
    expect(visible(html)).toContain('落实**课程方案，履**况，{x} &#x3C;附件>');
    expect(html).not.toContain('<strong>');
  });

  it('makes Chinese bold beside punctuation bold', () => {
    expect(render('**“磨课”**活动').html).toContain('<strong>“磨课”</strong>活动');
  });

  it('never evaluates an expression and drops an unlisted tag but not its text', () => {
    const { html } = render('甲{1 + 1}乙<Evil onClick={alert}>丙</Evil>');
    expect(visible(html)).toBe('甲{1 + 1}乙丙');
    expect(html).not.toMatch(/evil|onclick|alert/i);
  });

  it('shows import and export lines as text', () => {
    expect(render('import x from "y"').html).toContain('import x from');
  });

  it('marks supplied text', () => {
    const { html } = render('<Supplied>《</Supplied>听课评课办法》');
    expect(html).toContain('<ins class="supplied"');
    expect(visible(html)).toBe('《听课评课办法》');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    'other',
  ])('takes the address %s off a link and keeps its text', (address) => {
    const { html } = render(`[文字](${address})`);
    expect(html).toBe('<p id="p1">文字</p>');
  });

  it('keeps a link within the site, under the base path', () => {
    expect(render('[帮助](/help/)').html).toContain('href="/wenku/help/"');
  });

  it.each([
    'https://elsewhere.example/页面，谢谢',
    'http\\://elsewhere.example/页面',
    'www.elsewhere.example，谢谢',
    'someone@elsewhere.example，谢谢',
  ])('leaves the bare address %s as text', (address) => {
    const { html } = render(`见 ${address}`);
    expect(html).not.toContain('<a');
    expect(visible(html)).toContain(`见 ${address.replace('\\', '')}`);
  });
});

describe('clauses', () => {
  it('holds no text in the mark that links to a clause', () => {
    const { html, clauses } = render('## 一、总则\n\n1\\.要点');
    expect(visible(html)).toBe('一、总则\n1.要点');
    expect(clauses.map(({ id, label }) => [id, label])).toEqual([
      ['s1', '第一部分'],
      ['s1-i1', '第一部分第1条'],
    ]);
  });

  it('reads the numbers of a Markdown list as its ordinals', () => {
    expect(render('## 二、目标\n\n3. 甲\n4. 乙').clauses.map(({ label }) => label)).toEqual([
      '第二部分',
      '第二部分第3条',
      '第二部分第4条',
    ]);
  });
});

describe('what surrounds a reference', () => {
  it('shows the words of links and code in a sentence, and no stand-in for what has none', () => {
    const { references, html } = render(
      '见[帮助](/help/)和`代码`[^1]，落实云教发〔2011〕5号。\n\n[^1]: 注。',
    );
    expect(references[0]?.sentence).toBe('见帮助和代码，落实云教发〔2011〕5号。');
    expect(html).not.toContain('\uFFFC');
  });

  it('names a heading without its footnote mark', () => {
    expect(render('## 二、评价[^1]\n\n[^1]: 注。').clauses[0]?.text).toBe('二、评价');
  });
});

describe('what a document may hold besides text', () => {
  it('lowers headings so that the title stays the only first-level one', () => {
    expect(render('# 一、甲\n\n## （一）乙').html).toMatch(/<h2 id="s1".*<h3 id="s1-1"/s);
  });

  it('draws task boxes as signs', () => {
    expect(visible(render('- [x] 已办\n- [ ] 未办').html)).toMatch(/☑\s*已办[\s\S]*☐\s*未办/);
  });

  it('takes numbers in tables and footnotes for no clauses', () => {
    const { clauses } = render('## 一、安排\n\n| 项 |\n| --- |\n| 二、下午 |\n\n见注[^1]。\n\n[^1]: 1.注。');
    expect(clauses.map(({ label }) => label)).toEqual(['第一部分']);
  });

  it('names a footnote as the place of what it cites, not the clause that happens to stand before it', () => {
    const { references, html } = render('## 一、安排\n\n见注[^1]。\n\n[^1]: 即云教发〔2011〕5号。');
    expect(references.map(({ clause }) => clause)).toEqual(['脚注']);
    expect(html).toContain(`id="${references[0]?.anchor}"`);
    expect(html).toMatch(
      /<h2[^>]*id="footnote-label"[^>]*data-clause="脚注"|<h2[^>]*data-clause="脚注"[^>]*id="footnote-label"/,
    );
  });

  it('knows no titles that no document bears', () => {
    expect(render('见《constructor》。').html).not.toContain('<a class="ref');
  });
});

describe('parseBody', () => {
  it('says in Chinese, with the line, what is not well-formed', () => {
    const parsed = parseBody('好\n\n坏 <附件 的标签');
    expect(parsed).toMatchObject({ ok: false, problem: { line: 3 } });
    expect(parsed.ok ? '' : parsed.problem.message).toMatch(/[\u4e00-\u9fff]/);
  });
});

describe('a short name that the document defines', () => {
  const cited = (body: string) =>
    render(body).references.map(({ kind, raw, canonical, title }) => [kind, raw, canonical, title]);

  it('cites its full title and number in later blocks, as printed', () => {
    const body =
      '依据《关于听课的通知》（云教发〔2011〕5号，以下简称《通知》）。《通知》有三条。\n\n落实《通知》第三条。\n\n- 《通知》附件';
    expect(cited(body)).toEqual([
      ['number', '云教发〔2011〕5号', '云教发〔2011〕5号', '关于听课的通知'],
      ['title', '《通知》', '云教发〔2011〕5号', '关于听课的通知'],
      ['title', '《通知》', '云教发〔2011〕5号', '关于听课的通知'],
    ]);
    expect(render(body).html).toMatch(
      /<a href="\/wenku\/policies\/b\/" data-cited="[^>]*>《通知》<\/a>第三条/,
    );
  });

  it('cites its full title where no number was printed, and is no citation beside it', () => {
    expect(cited('《听课评课办法》（以下简称《办法》）。\n\n《办法》规定')).toEqual([
      ['title', '《听课评课办法》', null, '听课评课办法'],
      ['title', '《办法》', null, '听课评课办法'],
    ]);
    expect(render('《听课评课办法》（以下简称《办法》）。\n\n《办法》规定').html).toMatch(
      /<a href="\/wenku\/policies\/d\/"[^>]*>《办法》<\/a>规定/,
    );
  });

  it('leads to the page of a number that is not held only where the number is printed', () => {
    const { html } = render('《甲》（云教发〔1999〕1号，以下简称《办法》）。\n\n《办法》规定');
    expect(html).not.toMatch(/>《办法》<\/a>/);
  });

  it('is unknown before its definition and in other documents', () => {
    expect(cited('《通知》\n\n《关于听课的通知》（以下简称《通知》）')[0]).toEqual([
      'title',
      '《通知》',
      null,
      '通知',
    ]);
    expect(cited('《通知》')).toEqual([['title', '《通知》', null, '通知']]);
  });
});
