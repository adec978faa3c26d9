import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { areaOf } from '../../../scripts/changes/other-files.ts';
import { readChangesArguments } from '../../../scripts/changes/read-arguments.ts';
import { changesSince, writeReport } from '../../../scripts/compare-changes.ts';
import { UsageError } from '../../../scripts/import/read-arguments.ts';
import { makeView } from '../../../src/changes/make-view.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const LIBRARY = path.resolve(import.meta.dirname, '../../fixtures/library');
const folder = temporaryFolder();
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const hasGit = ((): boolean => {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const gitIn = (cwd: string, ...args: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=云岭', '-c', 'user.email=a@b.invalid', '-c', 'core.autocrlf=false', ...args],
    {
      cwd,
      stdio: 'pipe',
      encoding: 'utf8',
    },
  ).trim();
const git = (...args: string[]): string => gitIn(at('office'), ...args);
const put = async (name: string, text: string): Promise<void> => {
  const file = at('office/content', name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
};
const edit = async (name: string, from: string, to: string): Promise<void> => {
  const text = await readFile(at('office/content', name), 'utf8');
  expect(text).toContain(from);
  await put(name, text.replaceAll(from, to));
};
const commit = (message: string): string => {
  git('add', '-A');
  git('commit', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
};
const changes = (base: string) => changesSince(base, at('office/content'));

const NOTICE = `---
title: 云岭区教育局关于废止部分文件的通知
docNumber: 云教发〔2013〕1号
issuer: 云岭区教育局
kind: 通知
issuedOn: "2013-03-01"
completeness: 全文
relations:
  repeals: [云教发〔2011〕5号]
---

第一条 废止云教发〔2011〕5号。
`;

describe('the command line', () => {
  it.each([
    [[], '没有写与哪个版本比较'],
    [['main', 'HEAD'], '多余的“HEAD”'],
    [['main', '--format', 'pdf'], '不认识的格式 pdf'],
    [['main', '--limit', '10'], '“10”，应为 3000 以上的整数'],
    [['main', '--limit', '5e3'], '“5e3”'],
    [['main', '--limit', '9000', '--format', 'html'], '--limit 用在 markdown 以外'],
    [['main', '--out', ' '], '--out 后面是空的'],
    [['main', '--all', ''], '--all 后面是空的'],
    [['main', '--all', 'a', '--limit', '9000'], '--all 与 --format、--out 或 --limit 同用'],
    [['main', '--wrong'], '--wrong'],
  ])('refuses %j', (args, message) => {
    expect(() => readChangesArguments(args)).toThrow(UsageError);
    expect(() => readChangesArguments(args)).toThrow(message);
  });

  it('reads its options', () => {
    expect(readChangesArguments(['main', '--limit', '60000', '--out', 'a.md'])).toEqual({
      ...{ base: 'main', format: 'markdown', out: 'a.md', limit: 60_000, all: undefined },
    });
    expect(readChangesArguments(['--help'])).toBe('help');
  });
});

it.each([
  ['README.md', 'program'],
  ['content/help/publish.mdx', 'guide'],
  ['content/inbox/plans/a.docx', 'inbox'],
  ['content/plans/_draft.mdx', 'draft'],
  ['content/README.md', 'draft'],
  ['content/plans/2012.mdx', null],
  ['content/files/a.docx', null],
  ['content/agencies.yml', null],
  ['content/exceptions.yml', null],
  ['contents/plans/2012.mdx', 'program'],
])('%s is of %s', (file, area) => {
  expect(areaOf(file, 'content/')).toBe(area);
});

describe.skipIf(!hasGit)('changes against a revision', () => {
  beforeEach(async () => {
    await mkdir(at('office'), { recursive: true });
    await cp(LIBRARY, at('office/content'), { recursive: true });
    await put('files/form.txt', '表一\n');
    await put('files/a.docx', 'PK 不是真的 Word 文件');
    git('init', '-q', '-b', 'main');
    commit('原有');
  });

  it('has nothing to tell of an untouched tree, and checks nothing out', async () => {
    const report = await changes('main');
    expect(makeView(report).sections).toEqual([]);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('counts uncommitted and new files; each kind of change is told', async () => {
    await edit('plans/2012.mdx', 'issuedOn: "2012-02-20"', 'issuedOn: "2012-02-21"');
    await edit('plans/2012.mdx', '参加人数1200人', '参加人数1250人，@octocat');
    await edit('plans/2012.mdx', '和云教发(2009)第12号', '');
    await put('policies/new.mdx', NOTICE);
    await rm(at('office/content/policies/rules-b.mdx'));
    await rename(at('office/content/policies/rules-a.mdx'), at('office/content/policies/gui-fan.mdx'));
    await rename(at('office/content/files/a.docx'), at('office/content/files/b.docx'));
    await put('files/form.txt', '表一，改\n');
    await put('topics.yml', `${await readFile(at('office/content/topics.yml'), 'utf8')}- name: 磨课\n`);
    await writeFile(at('office/README.md'), '程序');
    const report = await changes('main');
    const { documents, citations, pages, files, registers, issues, others } = report;

    expect(documents.added.map(({ id }) => id)).toEqual(['policies/yunjiaofa-2013-1']);
    expect(documents.vanished.map(({ id }) => id)).toEqual(['policies/rules-b']);
    expect(documents.changed.map(({ id, renaming }) => [id, renaming?.kept])).toEqual([
      ['plans/yunjiaoyanzi-2012-3', undefined],
      ['policies/gui-fan', false],
    ]);
    expect(documents.changed[0]?.fields).toEqual([
      { name: 'issuedOn', label: '成文日期', before: '2012-02-20', after: '2012-02-21' },
    ]);
    // The repealing document alone changes the status of the other, and the marks wherever that is cited.
    expect(documents.statuses.map(({ id, before, after, own }) => [id, before, after, own])).toEqual([
      ['policies/yunjiaofa-2011-5', '现行有效（2011-01-10 起）', '废止（2013-03-01 起）', false],
    ]);
    expect(citations.gained.map(({ name, withDocument }) => [name, withDocument])).toEqual([
      ['云教发〔2011〕5号', true],
    ]);
    expect(citations.lost.map(({ name, state }) => [name, state])).toEqual([
      ['云教发〔2009〕12号', '未收录'],
    ]);
    expect(citations.states.map(({ before, after }) => `${before} → ${after}`)).toEqual([
      '有歧义 → 已收录',
      '已收录 → 已收录，现已废止（引用时有效）',
    ]);
    expect(pages.appeared.map(({ path: page }) => page)).toContain('/years/2013/');
    expect(pages.vanished.map(({ path: page }) => page)).toContain('/n/云教发〔2009〕12号/');
    expect(pages.derived.map(({ reason }) => reason)).toEqual([
      'status',
      'citedBy',
      'cites',
      'relations',
      'compared',
      'list',
    ]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['files/b.docx', 'renamed'],
      ['files/form.txt', 'changed'],
    ]);
    expect(registers.map(({ label, entries }) => [label, entries.map(({ key }) => key)])).toEqual([
      ['主题表', ['磨课']],
    ]);
    expect(issues.new.map(({ rule }) => rule)).toContain('address-lost');
    expect(others).toEqual([{ path: 'README.md', kind: 'new', area: 'program' }]);

    const markdown = writeReport(report, { format: 'markdown', limit: 60_000 });
    expect(markdown).toContain(
      '参加人数<del>1200人</del><ins><strong>1250人，&#64;\u2060octocat</strong></ins>。',
    );
    expect(markdown).not.toContain('@octocat');
    expect(writeReport(await changes('main'), { format: 'markdown', limit: 60_000 })).toBe(markdown);
    // Committed or not, the list is the same.
    commit('改');
    git('checkout', '-q', '-b', 'work');
    git('branch', '-f', 'main', 'HEAD~1');
    expect(writeReport(await changes('main'), { format: 'markdown', limit: 60_000 })).toBe(markdown);
  });

  it('compares with where the lines of work parted, and says so', async () => {
    git('checkout', '-q', '-b', 'work');
    await edit('plans/2011.mdx', '全部学校', '所有学校');
    commit('改');
    git('checkout', '-q', 'main');
    const parted = git('rev-parse', 'HEAD');
    await put('policies/new.mdx', NOTICE);
    commit('别人的');
    git('checkout', '-q', 'work');
    const { revisions, documents } = await changes('main');
    expect(revisions.commit).toBe(parted);
    expect(revisions.note).toContain('与分叉处比较');
    expect(documents.vanished).toEqual([]);
    expect(documents.changed.map(({ file }) => file)).toEqual(['plans/2011.mdx']);
  });

  it('compares with the base itself where they share no history', async () => {
    git('checkout', '-q', '--orphan', 'other');
    commit('另起');
    const { revisions, documents } = await changes('main');
    expect(revisions.note).toContain('没有共同的历史');
    expect(documents.changed).toEqual([]);
  });

  it('takes a base without content for an empty library', async () => {
    git('checkout', '-q', '--orphan', 'empty');
    git('rm', '-rfq', '--cached', '.');
    git('commit', '-q', '--allow-empty', '-m', '空');
    const { documents, issues } = await changes('HEAD');
    expect(documents.added.length).toBeGreaterThan(5);
    expect(issues.gone).toEqual([]);
  });

  it('reads a content folder that is a whole repository, and follows no links', async () => {
    await cp(LIBRARY, at('whole'), { recursive: true });
    await mkdir(at('whole/files'), { recursive: true });
    await writeFile(at('whole/files/表 一.txt'), '一');
    await symlink('/etc/hostname', at('whole/plans/link.mdx'));
    gitIn(at('whole'), 'init', '-q', '-b', 'main');
    gitIn(at('whole'), 'add', '-A');
    gitIn(at('whole'), 'commit', '-q', '-m', '原有');
    await writeFile(at('whole/files/表 一.txt'), '一二');
    const { files, issues, documents, others } = await changesSince('HEAD', at('whole'));
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([['files/表 一.txt', 'changed']]);
    expect([issues.new, issues.gone, documents.changed, others]).toEqual([[], [], [], []]);
  });

  it('tells documents with faults, before and after', async () => {
    await put('plans/2011.mdx', '没有著录\n');
    await writeFile(at('office/content/plans/2012.mdx'), Buffer.from([0xb9, 0xab, 0xce, 0xc4]));
    const { documents, issues } = await changes('main');
    expect(documents.vanished).toEqual([]);
    expect(documents.changed.map(({ file, readable }) => [file, readable])).toEqual([
      ['plans/2011.mdx', false],
      ['plans/2012.mdx', false],
    ]);
    expect(issues.errors).toBeGreaterThan(1);
  });

  it('names a revision that does not exist, a shallow clone and a folder without git', async () => {
    const refusal = (dir: string, base: string): Promise<string> =>
      changesSince(base, at(dir)).then(
        () => 'compared',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    expect(await refusal('office/content', '没有的')).toMatch(/^发现版本 没有的 不存在，应为.+改法：/);
    expect(await refusal('office/content', '--all')).toMatch(/版本 --all 不存在/);

    await edit('plans/2011.mdx', '全部学校', '所有学校');
    commit('二');
    await edit('plans/2011.mdx', '所有学校', '各学校');
    commit('三');
    git('branch', 'base', 'HEAD~2');
    gitIn(folder(), 'clone', '-q', '--depth', '1', '--no-single-branch', `file://${at('office')}`, 'shallow');
    expect(await refusal('shallow/content', 'origin/base')).toMatch(/浅克隆.+fetch-depth: 0/);
    expect(await refusal('shallow/content', git('rev-parse', 'HEAD~1'))).toMatch(/浅克隆.+--unshallow/);
    expect(await refusal('shallow/content', 'base')).toContain('改用 origin/base');
    gitIn(at('shallow'), 'fetch', '-q', '--unshallow');
    expect(await refusal('shallow/content', 'origin/base')).toBe('compared');

    await cp(LIBRARY, at('plain/content'), { recursive: true });
    expect(await refusal('plain/content', 'main')).toContain('不在 git 仓库里');
    expect(await refusal('plain/none', 'main')).toContain('不是可读的文件夹');
  });

  it('ends with 2 and no stack where it cannot compare', async () => {
    const { code, err } = await runScript(
      'compare-changes.ts',
      ['没有的'],
      at('office'),
      at('office/content'),
    );
    expect([code, err]).toEqual([2, expect.stringMatching(/^发现版本 没有的 不存在/)]);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('writes a page to a file, and says when it cannot', async () => {
    await put('policies/new.mdx', NOTICE);
    const run = (...args: string[]) =>
      runScript('compare-changes.ts', args, at('office'), at('office/content'));
    const html = await run('main', '--format', 'html', '--out', 'list.html');
    expect([html.code, html.out]).toEqual([0, '变更清单已写进 list.html。\n']);
    expect(await readFile(at('office/list.html'), 'utf8')).toContain('云岭区教育局关于废止部分文件的通知');
    expect((await run('main', '--all', 'review')).code).toBe(0);
    for (const name of ['changes.json', 'changes.html', 'comment.md', 'summary.md'])
      expect(await readFile(at('office/review', name), 'utf8')).toContain(
        '云岭区教育局关于废止部分文件的通知',
      );
    const wrong = await run('main', '--out', '没有的文件夹/list.md');
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('写不进 没有的文件夹/list.md')]);
  });
});
