import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../src/changes/field-values.ts';
import { shareOut } from '../../../src/changes/fit.ts';
import { makeView } from '../../../src/changes/make-view.ts';
import { pageKind } from '../../../src/changes/page-kinds.ts';
import { paragraphsOf } from '../../../src/changes/paragraphs.ts';
import { renderHtml } from '../../../src/changes/render-html.ts';
import { MARKER, renderMarkdown } from '../../../src/changes/render-markdown.ts';
import { compareSides, isEmpty } from '../../../src/changes/report.ts';
import type { Side, SideCitation } from '../../../src/changes/side.ts';
import type { Issue } from '../../../src/lint/issue.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { DOCUMENT_SCHEMAS } from '../../../src/schema/documents.ts';
import { field, side, sideDocument, texts } from '../../support/change-side.ts';

const around = { revisions: { base: 'main', commit: '0123456789abcdef', note: null }, others: [] };
const compare = (before: Partial<Side>, after: Partial<Side>) =>
  compareSides(side(before), side(after), around);
const plan = sideDocument({ id: 'plans/2012', ...texts('一、目标', '听课不少于二十节。') });

describe('documents', () => {
  it('a library compared with itself has no changes', () => {
    const report = compare({ documents: [plan] }, { documents: [plan] });
    expect(isEmpty(report)).toBe(true);
    expect(renderMarkdown(makeView(report))).toContain('没有任何变化。');
  });

  it('tells added, changed and vanished ones, each with its fields', () => {
    const policy = sideDocument({ id: 'policies/a', title: '云岭区听课办法', collection: 'policies' });
    const changed = {
      ...plan,
      fields: [field('title', '标题', plan.title), field('issuedOn', '成文日期', '2012-02-20')],
      ...texts('一、目标', '听课不少于三十节。'),
    };
    const added = sideDocument({ id: 'summaries/2012', title: '总结', collection: 'summaries' });
    const { documents } = compare({ documents: [plan, policy] }, { documents: [changed, added] });
    expect(documents.added.map(({ id }) => id)).toEqual(['summaries/2012']);
    expect(documents.vanished.map(({ id, leadsTo }) => [id, leadsTo])).toEqual([['policies/a', null]]);
    expect(documents.changed).toHaveLength(1);
    expect(documents.changed[0]?.fields).toEqual([
      { name: 'issuedOn', label: '成文日期', before: null, after: '2012-02-20' },
      { name: 'issuer', label: '发文机关', before: '云岭区教研室', after: null },
    ]);
    expect(documents.changed[0]?.paragraphs.map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('follows a renamed document by alias, file, number, title or text, and says whether its old address still leads to it', () => {
    const long = texts(
      '听课评课是教研工作的基本方式，各学校应当按照计划开展，每学期不少于二十节，记录完整，评议及时。'.repeat(
        2,
      ),
    );
    const old = sideDocument({ id: 'plans/old', ...long });
    const cases: [Partial<typeof old>, boolean][] = [
      [{ id: 'plans/new', file: 'plans/new.mdx', aliases: ['plans/old'], title: '别的' }, true],
      [{ id: 'plans/new', file: 'plans/old.mdx' }, false],
      [{ id: 'plans/new', file: 'plans/new.mdx' }, false],
      [
        { id: 'plans/new', file: 'plans/new.mdx', title: '别的', ...texts(`${long.body}又加了一句。`) },
        false,
      ],
    ];
    for (const [given, kept] of cases) {
      const now = { ...old, ...given };
      const redirects = new Map(kept ? [['/plans/old/', '/plans/new/']] : []);
      const pages = new Set(['/plans/new/', ...redirects.keys()]);
      const report = compare({ documents: [old] }, { documents: [now], redirects, pages });
      expect(report.documents.added).toEqual([]);
      expect(report.documents.vanished).toEqual([]);
      expect(report.documents.changed[0]?.renaming).toEqual({ from: '/plans/old/', to: '/plans/new/', kept });
      expect(report.pages.redirected.map(({ path }) => path)).toEqual(kept ? ['/plans/old/'] : []);
      expect(report.pages.vanished.map(({ path }) => path)).toEqual(kept ? [] : ['/plans/old/']);
    }
  });

  it('does not take two short or different documents for one', () => {
    const other = sideDocument({ id: 'plans/b', title: '别的', ...texts('听课不少于二十节。') });
    const { documents } = compare({ documents: [plan] }, { documents: [other] });
    expect([documents.added.length, documents.vanished.length]).toEqual([1, 1]);
  });

  it('tells a status that others have changed from one of its own', () => {
    const dead = { name: '废止', words: '废止（2013-03-01 起）' } as const;
    const own = { ...plan, status: dead, fields: [...plan.fields, field('status', '有效性', '状态 废止')] };
    const tell = (after: typeof plan): unknown =>
      compare({ documents: [plan] }, { documents: [after] }).documents.statuses.map((change) => [
        change.after,
        change.own,
      ]);
    expect(tell({ ...plan, status: dead })).toEqual([[dead.words, false]]);
    expect(tell(own)).toEqual([[dead.words, true]]);
    expect(tell({ ...plan, status: null })).toEqual([]);
  });

  it('tells markup that changed without a word, and a document that became unreadable', () => {
    const { documents } = compare({ documents: [plan] }, { documents: [{ ...plan, body: '**一、目标**' }] });
    expect(documents.changed[0]?.markupOnly).toBe(true);
    const broken = compare(
      { documents: [plan] },
      { documents: [{ ...plan, readable: false, status: null }] },
    );
    expect(renderMarkdown(makeView(broken))).toContain('改正以前网站生成不了');
  });
});

describe('citations', () => {
  const cite = (given: Partial<SideCitation>): SideCitation => ({
    ...{ from: 'plans/2012', thing: '云教发〔2011〕5号', name: '云教发〔2011〕5号', clause: '第一部分' },
    ...{ sentence: '落实云教发〔2011〕5号。', state: '未收录', to: null, ...given },
  });
  const tell = (before: SideCitation[], after: SideCitation[]) =>
    compare({ documents: [plan], citations: before }, { documents: [plan], citations: after }).citations;

  it('tells new and lost ones once a document, however often it says them', () => {
    const twice = [cite({}), cite({ sentence: '再落实。' })];
    expect(tell([], twice).gained).toMatchObject([{ mentions: 2, state: '未收录', withDocument: false }]);
    expect(tell(twice, []).lost).toMatchObject([
      { mentions: 2, from: { id: 'plans/2012', title: plan.title } },
    ]);
    expect(tell(twice, [cite({ sentence: '换了句子。' })])).toEqual({ gained: [], lost: [], states: [] });
  });

  it('tells what comes out otherwise: held now, dead now, another document now', () => {
    const states = (before: Partial<SideCitation>, after: Partial<SideCitation>): unknown =>
      tell([cite(before)], [cite(after)]).states.map((change) => [
        change.before,
        change.after,
        change.from.length,
      ]);
    expect(states({}, { state: '已收录', to: 'policies/a' })).toEqual([['未收录', '已收录', 1]]);
    const held = { state: '已收录', to: 'policies/a' };
    expect(states(held, { ...held, state: '已收录，现已废止' })).toEqual([['已收录', '已收录，现已废止', 1]]);
    expect(states(held, { ...held, to: 'policies/b' })).toEqual([
      ['已收录（/policies/a/）', '已收录（/policies/b/）', 1],
    ]);
  });

  it('a renamed citing document has lost and gained nothing', () => {
    const now = { ...plan, id: 'plans/new' };
    const report = compare(
      { documents: [plan], citations: [cite({})] },
      { documents: [now], citations: [cite({ from: 'plans/new' })] },
    );
    expect(report.citations).toEqual({ gained: [], lost: [], states: [] });
  });
});

describe('pages, files, registers and issues', () => {
  it.each([
    ['/plans/2012/', '工作计划的页面'],
    ['/plans/2012/changes/', '对照页'],
    ['/plans/2012/2012.docx', 'Word 文件'],
    ['/policies/page/2/', '列表的后续页'],
    ['/n/云教发〔2011〕5号/', '文号页'],
    ['/years/2012/', '年度页'],
    ['/plans/', '其他页面'],
    ['/constructor/', '其他页面'],
  ])('%s is %s', (path, kind) => {
    expect(pageKind(path)).toBe(kind);
  });

  it('counts pages that change because of others, but not those that were edited', () => {
    const derived = (list: string) =>
      new Map([
        ['/years/2012/', { list }],
        ['/plans/2012/', { citedBy: list }],
      ]);
    const before = { documents: [plan], derived: derived('一') };
    const untouched = compare(before, { documents: [plan], derived: derived('二') }).pages.derived;
    expect(untouched.map(({ reason, pages }) => [reason, pages])).toEqual([
      ['citedBy', ['/plans/2012/']],
      ['list', ['/years/2012/']],
    ]);
    const edited = { ...plan, ...texts('一、目标') };
    const after = compare(before, { documents: [edited], derived: derived('二') }).pages.derived;
    expect(after.map(({ reason }) => reason)).toEqual(['list']);
  });

  it('tells attachments with their sizes and who uses them', () => {
    const file = (name: string, size: number, digest: string) => ({ file: `files/${name}`, size, digest });
    const user = { ...plan, fields: [field('attachments', '附件', '名称 表，文件 files/b.docx')] };
    const report = compare(
      {
        documents: [plan],
        files: [file('a.docx', 2048, '1'), file('c.txt', 10, '2'), file('d.txt', 1, '4')],
      },
      {
        documents: [user],
        files: [file('b.docx', 2048, '1'), file('c.txt', 3_000_000, '3'), file('e.txt', 1, '5')],
      },
    );
    expect(report.files.map(({ file: name, kind, from }) => [name, kind, from])).toEqual([
      ['files/b.docx', 'renamed', 'files/a.docx'],
      ['files/c.txt', 'changed', null],
      ['files/d.txt', 'vanished', null],
      ['files/e.txt', 'new', null],
    ]);
    const markdown = renderMarkdown(makeView(report));
    expect(markdown).toContain('</code> 2.0 KB，用在《云岭区教研室2012年度工作计划》');
    expect(markdown).toContain('10 字节 → 2.9 MB，没有文件用到它');
  });

  it('tells entries of registers field by field', () => {
    const register = (...entries: [string, string][]) => [
      {
        ...{ file: 'topics.yml', label: '主题表' },
        entries: entries.map(([key, value]) => ({ key, fields: [field('description', '说明', value)] })),
      },
    ];
    const report = compare(
      { registers: register(['课程改革', '旧'], ['磨课', '']) },
      { registers: register(['课程改革', '新'], ['听课', '']) },
    );
    expect(report.registers[0]?.entries.map(({ kind, key }) => [kind, key])).toEqual([
      ['changed', '课程改革'],
      ['new', '听课'],
      ['vanished', '磨课'],
    ]);
  });

  it('tells problems by what they say, not by their lines, errors first', () => {
    const issue = (given: Partial<Issue>): Issue => ({
      ...{
        rule: 'r',
        severity: 'warning',
        file: 'plans/2012.mdx',
        line: 3,
        found: '甲',
        expected: '乙',
        fix: '丙',
      },
      ...given,
    });
    const { issues } = compare(
      { documents: [plan], issues: [issue({}), issue({ found: '旧' }), issue({ found: '重', line: 1 })] },
      {
        documents: [plan],
        issues: [
          ...[issue({ line: 9 }), issue({ found: '新' }), issue({ found: '错', severity: 'error' })],
          ...[issue({ found: '重', line: 1 }), issue({ found: '重', line: 2 })],
        ],
      },
    );
    expect(issues.new.map(({ found }) => found)).toEqual(['错', '新', '重']);
    expect(issues.gone.map(({ found }) => found)).toEqual(['旧']);
    expect([issues.errors, issues.warnings]).toEqual([1, 4]);
  });
});

describe('values and paragraphs', () => {
  it('fields are in words, in the order of the schema, unknown ones last', () => {
    const typed = {
      zzz: 1,
      status: { name: '废止', basis: '云教发〔2011〕5号' },
      title: '计划',
      topics: [],
      relations: { repeals: ['云教发〔2008〕2号', '云教发〔2009〕2号'] },
      notes: [{ text: '注一', inferred: true }, { text: '注二' }],
      attachments: null,
    };
    expect(fieldsOf(DOCUMENT_SCHEMAS.plans, typed).map(({ label, value }) => `${label}：${value}`)).toEqual([
      '标题：计划',
      '主题：（空）',
      '有效性：状态 废止，依据 云教发〔2011〕5号',
      '文件关系：废止 云教发〔2008〕2号、云教发〔2009〕2号',
      '附件：（空）',
      '编者注：说明 注一，推断 是；说明 注二',
      'zzz：1',
    ]);
    expect(fieldsOf(DOCUMENT_SCHEMAS.plans, '不是一组字段')).toEqual([]);
  });

  it('paragraphs are what a reader sees, and say where links and pictures lead', () => {
    const parsed = parseBody(
      [
        '## 一、目标',
        '见[办法](/policies/a/)与**要求**[^1]，<Supplied>补字</Supplied>。',
        '1. 甲\n2. 乙',
        '| 校 | 节 |\n| --- | --- |\n| 一中 | 20 |',
        '![统计图](/files/a.png "图1")',
        '> 引文',
        '[^1]: 注文。',
      ].join('\n\n'),
    );
    if (!parsed.ok) throw new Error(parsed.problem.message);
    expect(paragraphsOf(parsed.tree).map(({ text, heading }) => (heading ? `#${text}` : text))).toEqual([
      '#一、目标',
      '见办法〔链接：/policies/a/〕与要求〔注1〕，〔补：补字〕。',
      '1. 甲',
      '2. 乙',
      '校 │ 节',
      '一中 │ 20',
      '〔图片：统计图，/files/a.png，图1〕',
      '引文',
      '注1：注文。',
    ]);
  });
});

describe('a limit', () => {
  const many = (count: number, words: number): Side =>
    side({
      documents: Array.from({ length: count }, (_, index) =>
        sideDocument({
          id: `plans/${String(index).padStart(4, '0')}`,
          title: `云岭区教研室第${index}号计划`,
          ...texts(
            ...Array.from({ length: words }, (_each, line) => `第${index}份第${line}段，听课评课<b>@x</b>。`),
          ),
        }),
      ),
    });
  const view = (after: Side) => makeView(compareSides(side(), after, around));

  it('shares are whole, fair and never more than there is', () => {
    expect(shareOut([10, 100, 100], 110)).toEqual([10, 50, 50]);
    expect(shareOut([5, 5], 100)).toEqual([5, 5]);
    expect(shareOut([3, 3, 3], 4)).toEqual([1, 1, 2]);
    expect(shareOut([1], -5)).toEqual([0]);
  });

  it.each([
    [3, 400, 8000],
    [60, 30, 20_000],
    [500, 4, 60_000],
    [3000, 2, 60_000],
    [40, 40, 3000],
  ])(
    '%i documents of %i paragraphs keep to %i characters, and what is cut is said',
    (count, words, limit) => {
      const full = renderMarkdown(view(many(count, words)));
      const cut = renderMarkdown(view(many(count, words)), { limit });
      expect(full.length).toBeGreaterThan(limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.length).toBeGreaterThan(limit * 0.5);
      expect(cut).toMatch(/清单太长，这里没有列出 \d+ 项和另外 \d+ 处/);
      expect(cut.startsWith(MARKER)).toBe(true);
      // Nothing is cut within its marks.
      for (const tag of ['del', 'ins', 'strong', 'code', 'b', 'sub'])
        expect(cut.split(`<${tag}>`).length).toBe(cut.split(`</${tag}>`).length);
    },
  );

  it('gives every document its part', () => {
    const after = many(20, 50);
    const cut = renderMarkdown(view(after), { limit: 20_000 });
    for (let index = 0; index < 20; index++) expect(cut).toContain(`第${index}份第0段`);
  });

  it('leaves a list that fits as it is', () => {
    const report = view(many(2, 2));
    expect(renderMarkdown(report, { limit: 60_000 })).toBe(renderMarkdown(report));
  });
});

describe('the page', () => {
  it('asks nothing of anybody, and hostile text is text', () => {
    const hostile = sideDocument({
      id: 'plans/x',
      title: '</title><script>alert(1)</script>',
      ...texts('<img src=x onerror=alert(1)>', '"引号"\u202e'),
    });
    const html = renderHtml(makeView(compareSides(side(), side({ documents: [hostile] }), around)));
    expect(html).not.toMatch(/<script|<img|<link|<[^>]*\ssrc=|url\(|https?:/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('\u202e');
  });
});

describe('drafts', () => {
  const draft = (file: string, text = '一') => ({ file: `plans/${file}.mdx`, title: `${file}的计划`, text });
  const published = (file: string) => sideDocument({ id: `plans/${file}`, title: `${file}的计划` });

  it('are named with what became of them, and no draft is told of that stayed as it was', () => {
    const report = compare(
      {
        drafts: [draft('same'), draft('edited'), draft('finished'), draft('removed')],
        documents: [published('withdrawn')],
      },
      {
        drafts: [draft('same'), draft('edited', '二'), draft('withdrawn'), draft('fresh')],
        documents: [published('finished')],
      },
    );
    expect(report.drafts.map(({ kind, file }) => [kind, file])).toEqual([
      ['changed', 'plans/edited.mdx'],
      ['withdrawn', 'plans/withdrawn.mdx'],
      ['new', 'plans/fresh.mdx'],
      ['published', 'plans/finished.mdx'],
      ['vanished', 'plans/removed.mdx'],
    ]);
    const markdown = renderMarkdown(makeView(report));
    expect(markdown).toContain('| 草稿 | 3 份，合并后也不会出现；定稿 1 份；删去 1 份 |');
    expect(markdown).toContain('#### fresh的计划 <sub><code>plans/fresh.mdx</code></sub>\n\n- 新增');
    expect(markdown).toContain('已发布的改为草稿，网页将撤下');
    expect(renderHtml(makeView(report))).toContain('fresh的计划');
  });

  it('a pull request of nothing but a draft is not empty', () => {
    const report = compare({}, { drafts: [draft('fresh')] });
    expect(isEmpty(report)).toBe(false);
    const markdown = renderMarkdown(makeView(report));
    expect(markdown).not.toContain('没有任何变化');
    expect(markdown).toContain('| 草稿 | 1 份，合并后也不会出现 |');
  });
});

it('a new entry of a register says what its name leaves out', () => {
  const entries = [
    {
      key: '云教研字（云岭区教研室）',
      fields: [field('code', '代字', '云教研字'), field('basis', '依据', '落款')],
    },
  ];
  const registers = [{ file: 'agencies.yml', label: '机关代字表', entries }];
  const markdown = renderMarkdown(makeView(compare({}, { registers })));
  expect(markdown).toContain('<b>依据</b>：落款');
  expect(markdown).not.toContain('<b>代字</b>');
});
