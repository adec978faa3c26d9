/** Commands on a disk that is full, broken or forbidden, or killed at any step: what they say, and what they leave. */
import { existsSync } from 'node:fs';
import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fault, type FaultyRun, runFaulty, STACK, treeOf, WORDED } from '../../support/faulty-run.ts';
import { planText, writeContent } from '../../support/temp-content.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const PLAN =
  '云岭区教研室2013年度工作计划\n\n一、工作目标\n\n听课覆盖全部学校。\n\n1. 每学期听课不少于二十节。\n';

/** A folder to run commands in. */
interface Scene {
  at: (...parts: string[]) => string;
  run: (command: readonly string[], faults?: readonly Fault[]) => Promise<FaultyRun>;
}

/** A content folder, a paper to import, one in the inbox, and a built site. */
async function scene(name = 'office'): Promise<Scene> {
  const at = (...parts: string[]): string => path.join(folder(), name, ...parts);
  await writeContent(at(), {
    'content/plans/2012-work-plan.mdx': planText(),
    'content/addresses.yml': '',
    'content/inbox/plans/甲.txt': PLAN,
    '乙.txt': PLAN.replaceAll('2013', '2014'),
    'dist/api/documents.json': '[]',
    'dist/pagefind/pagefind-entry.json': '{}',
    'dist/index.html': '<p>云岭区教研室</p>'.repeat(5000),
  });
  const env = { CONTENT_DIR: at('content'), OUT_DIR: at('dist') };
  return {
    at,
    run: ([script = '', ...args], faults = []) => runFaulty(script, args, faults, { cwd: at(), env }),
  };
}

/** Makes an archive of the scene's site, which is another one afterwards. */
async function release({ at, run }: Scene): Promise<string> {
  expect((await run(RELEASE)).code).toBe(0);
  await writeFile(at('dist/index.html'), '<p>新的</p>');
  const [name = ''] = (await readdir(at('releases'))).filter((each) => each.endsWith('.gz'));
  return path.join('releases', name);
}

const namesOf = async (dir: string, beginning: string): Promise<string[]> =>
  (await readdir(dir)).filter((name) => name.startsWith(beginning));

const NEW = ['new-document.ts', 'plan', '--title', '云岭区教研室2015年度工作计划'];
const IMPORT = ['import-documents.ts', '乙.txt', '--to', 'plans'];
const INBOX = ['import-inbox.ts'];
const KEEP = ['import-inbox.ts', '--keep'];
const ADDRESSES = ['record-addresses.ts'];
const RELEASE = ['release-site.ts'];

describe('a command that the disk fails', () => {
  it.each<[string, readonly string[], Fault, string]>([
    ['new, full disk', NEW, { calls: 'writeFile', path: 'content/', code: 'ENOSPC' }, '磁盘已满'],
    ['new, read-only', NEW, { calls: 'writeFile|mkdir', path: 'plans', code: 'EROFS' }, '只读'],
    ['new, quota', NEW, { calls: 'writeFile', path: 'content/', code: 'EDQUOT' }, '磁盘用完了'],
    ['import, full disk', IMPORT, { calls: 'writeFile', path: 'content/', code: 'ENOSPC' }, '磁盘已满'],
    ['import, source broken', IMPORT, { calls: 'readFile', path: '乙.txt', code: 'EIO' }, 'EIO'],
    ['import, source forbidden', IMPORT, { calls: 'readFile', path: '乙.txt', code: 'EACCES' }, '没有权限'],
    ['import, source gone', IMPORT, { calls: 'readFile', path: '乙.txt', code: 'ENOENT' }, '不见了'],
    ['import, library broken', IMPORT, { calls: 'readdir', path: 'content$', code: 'EIO' }, '磁盘读不出它'],
    ['inbox, full disk', INBOX, { calls: 'writeFile', path: 'content/', code: 'ENOSPC' }, '磁盘已满'],
    ['inbox, half a text', INBOX, { calls: 'writeFile', path: 'plans/', code: 'ENOSPC' }, '磁盘已满'],
    ['inbox, unreadable', INBOX, { calls: 'readdir', path: 'inbox/plans$', code: 'EACCES' }, '改法'],
    ['addresses, full disk', ADDRESSES, { calls: 'writeFile', path: 'content/', code: 'ENOSPC' }, '磁盘已满'],
    ['addresses, broken', ADDRESSES, { calls: 'readFile', path: '2012-work', code: 'EIO' }, '磁盘读不出它'],
    ['release, full disk', RELEASE, { calls: 'writeFile', path: 'releases/', code: 'ENOSPC' }, '磁盘已满'],
    ['release, full at the sum', RELEASE, { calls: 'writeFile', path: 'sha256', code: 'ENOSPC' }, '磁盘已满'],
    ['release, last step', RELEASE, { calls: 'rename', path: 'wenku-.*gz$', code: 'EIO' }, '磁盘读写出错'],
    ['release, broken page', RELEASE, { calls: 'readFile', path: 'index.html', code: 'EIO' }, '磁盘读写出错'],
    [
      'check, folder forbidden',
      ['check-content.ts'],
      { calls: 'readdir', path: 'plans$', code: 'EACCES' },
      'EACCES',
    ],
    [
      'check, register broken',
      ['check-content.ts'],
      { calls: 'readFile', path: 'addresses.yml', code: 'EIO' },
      'EIO',
    ],
  ])('%s: says so in words and leaves all as it was', async (_name, command, fault, reason) => {
    const { at, run } = await scene();
    const before = await treeOf(at());
    const { code, out, err } = await run(command, [fault]);
    expect([code, out + err]).toEqual([expect.toBeOneOf([1, 2]), expect.stringMatching(WORDED)]);
    expect(out + err).toContain(reason);
    expect(out + err).not.toMatch(STACK);
    expect(await treeOf(at())).toEqual(before);
  });

  it.each<[string, Fault, string]>([
    ['full disk', { calls: 'writeFile', path: 'cache/site', code: 'ENOSPC' }, '磁盘已满'],
    ['broken archive', { calls: 'open', path: 'tar.gz$', code: 'EIO' }, '磁盘读写出错'],
    ['a folder that cannot be moved', { calls: 'rename', path: 'dist$', code: 'EBUSY' }, '正被别的程序占用'],
  ])('restore, %s: the present site stands', async (_name, fault, reason) => {
    const office = await scene();
    const archive = await release(office);
    const before = await treeOf(office.at());
    const { code, out, err } = await office.run(['restore-site.ts', archive], [fault]);
    expect([code, out + err]).toEqual([1, expect.stringMatching(WORDED)]);
    expect(err).toContain(reason);
    expect(err).not.toMatch(STACK);
    expect(await treeOf(office.at())).toEqual(before);
  });

  it('keeps an original that cannot be taken away, says so, and takes it away the next time', async () => {
    const { at, run } = await scene();
    const fault = { calls: 'rename', path: 'inbox/plans/甲.txt', code: 'EACCES' };
    const first = await run(INBOX, [fault]);
    expect([first.code, first.err]).toEqual([1, expect.stringMatching(WORDED)]);
    expect(first.err).toContain('没有权限');
    expect(Object.keys(await treeOf(at('content/inbox')))).toEqual(['plans/甲.txt']);
    const second = await run(INBOX);
    expect([second.code, second.out]).toEqual([0, expect.stringContaining('上次已转换')]);
    expect(Object.keys(await treeOf(at('content/inbox')))).toEqual(['_已转换/甲.txt']);
    expect((await readdir(at('content'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a site on another disk than the checkout', () => {
  it('is restored by copying', async () => {
    const office = await scene();
    const { at, run } = office;
    const whole = await treeOf(at('dist'));
    const archive = await release(office);
    const apart = { calls: 'rename', path: 'cache/site', code: 'EXDEV' };
    expect((await run(['restore-site.ts', archive], [apart])).code).toBe(0);
    expect(await treeOf(at('dist'))).toEqual(whole);
    // The disk of the site is full: the copy is given up, and no part of it is left.
    const full = { calls: 'cp', path: 'dist.new', code: 'ENOSPC' };
    const { code, err } = await run(['restore-site.ts', archive], [apart, full]);
    expect([code, err]).toEqual([1, expect.stringContaining('磁盘已满')]);
    expect(await treeOf(at('dist'))).toEqual(whole);
    expect(await namesOf(at(), 'dist')).toEqual(['dist']);
  });
});

describe('a command that is killed', { timeout: 240_000 }, () => {
  /** The n-th thing that a run changes on the disk is not survived. */
  const killedAt = (step: number): Fault => ({
    ...{ calls: 'rename|link|rm', path: 'content/|releases|dist|cache/site', kill: true, after: step },
  });

  it.each<[string, readonly string[]]>([
    ['import', IMPORT],
    ['inbox with originals kept', KEEP],
  ])('at any step, %s: the next run ends it, and the result is the same', async (_name, command) => {
    const { at, run } = await scene('undisturbed');
    await run(command);
    const wanted = await treeOf(at('content'));
    let step = 0;
    for (let killed = true; killed; step++) {
      const again = await scene(String(step));
      killed = (await again.run(command, [killedAt(step)])).code === undefined;
      if (!killed) break;
      const { out, err } = await again.run(command);
      expect(out + err, `step ${step}`).not.toMatch(STACK);
      expect(await treeOf(again.at('content')), `step ${step}`).toEqual(wanted);
    }
    expect(step).toBeGreaterThan(2);
  });

  it('at any step, restore: the old site stands or the new one, whole, and nothing is left after the next run', async () => {
    const office = await scene();
    const wanted = await treeOf(office.at('dist'));
    const archive = await release(office);
    const present = await treeOf(office.at('dist'));
    let step = 0;
    for (let killed = true; killed; step++) {
      const { at, run } = await scene(String(step));
      await cp(office.at('dist'), at('dist'), { recursive: true });
      await cp(office.at('releases'), at('releases'), { recursive: true });
      killed = (await run(['restore-site.ts', archive], [killedAt(step)])).code === undefined;
      if (!killed) break;
      // Between the two renames the old one lies beside.
      const [beside] = await namesOf(at(), 'dist.old');
      const stands = existsSync(at('dist')) ? 'dist' : (beside ?? '');
      expect([wanted, present], `step ${step}`).toContainEqual(await treeOf(at(stands)));
      expect((await run(['restore-site.ts', archive])).code, `step ${step}`).toBe(0);
      expect(await treeOf(at('dist'))).toEqual(wanted);
      expect(await namesOf(at(), 'dist')).toEqual(['dist']);
      expect(await readdir(at('node_modules/.cache'))).toEqual([]);
    }
    expect(step).toBeGreaterThan(3);
  });

  it('release: no archive is there but whole ones, and the next run clears what is left', async () => {
    let step = 0;
    for (let killed = true; killed; step++) {
      const { at, run } = await scene(String(step));
      killed = (await run(RELEASE, [killedAt(step)])).code === undefined;
      if (!killed) break;
      const [archive] = existsSync(at('releases')) ? await namesOf(at('releases'), 'wenku-') : [];
      if (archive !== undefined)
        expect(
          (await run(['restore-site.ts', `releases/${archive.replace('.sha256', '')}`, '--verify'])).code,
        ).toBe(0);
      expect((await run(RELEASE)).code).toBe(0);
      expect(await namesOf(at('releases'), '')).toHaveLength(2);
    }
    expect(step).toBeGreaterThan(2);
  });
});
