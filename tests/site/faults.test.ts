/** Builds that the disk, the clock, a signal or another build gets in the way of: the last good site stands. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { type Fault, type FaultyRun, runFaulty, STACK, treeOf, WORDED } from '../support/faulty-run.ts';
import { planText, writeContent } from '../support/temp-content.ts';

const PAGES = 'cache/site-\\d+/.*index.html';
/** Where a finished site is moved to, before it takes the place of the last one. */
const NEW_BESIDE = 'dist\\.new-\\d+$';
const INDEX = 'cache/site-\\d+/.*pagefind/';

let workspace: string;
const at = (...parts: string[]): string => path.join(workspace, ...parts);
/** What stands before any build: a site only by its marks, so that a new one is told from it at once. */
const LAST_GOOD = {
  'api/documents.json': '[]',
  'pagefind/pagefind-entry.json': '{}',
  'index.html': '<p>The last good site</p>',
};

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'faults-'));
  await writeContent(at('content'), { 'plans/2012-work-plan.mdx': planText() });
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

/** An output folder of that name in which the last good site stands. */
async function lastGood(name: string): Promise<string> {
  await writeContent(at(name), LAST_GOOD);
  return at(name);
}

function build(
  outDir: string,
  faults: readonly Fault[],
  env: Record<string, string> = {},
): Promise<FaultyRun> {
  const places = {
    CONTENT_DIR: at('content'),
    OUT_DIR: outDir,
    // The compiled program of the fixture site serves here too.
    BASE_PATH: FIXTURE_BASE,
    SITE_URL: 'https://wenku.example',
  };
  return runFaulty('build-site.ts', [], faults, { env: { ...places, ...env } });
}

/** What lies in the folder of the outputs under a name or beside it. */
const beside = async (name: string): Promise<string[]> =>
  (await readdir(workspace)).filter((each) => each.startsWith(name)).sort();

/** Caches of the builds that are killed, to be damaged. */
const ownCache = (): Record<string, string> => ({ WENKU_CACHE: at('cache') });

/** The clock of a build. */
const clock = (day: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${pathToFileURL('tests/support/other-day.mjs').href}`,
  OTHER_DAY: day,
});

describe('a build that fails', { timeout: 240_000 }, () => {
  it.each<[string, Fault, string]>([
    ['a full disk', { calls: 'writeFile', path: PAGES, code: 'ENOSPC', bytes: 10_000 }, '磁盘已满'],
    [
      'a full disk while the index is made among the pages',
      { calls: 'writeFile', path: INDEX, code: 'ENOSPC' },
      '磁盘已满',
    ],
    [
      'a full disk at a page that is made beside the index',
      { calls: 'writeFile', path: 'cache/site-\\d+/site/topics/index.html', code: 'ENOSPC' },
      '磁盘已满',
    ],
    [
      'a document that vanishes while it is read',
      { calls: 'readFile', path: '2012-work-plan', code: 'ENOENT' },
      '不见了',
    ],
    [
      'a document that may not be read',
      { calls: 'readFile', path: '2012-work-plan', code: 'EACCES' },
      'EACCES',
    ],
    ['a folder that the disk cannot read', { calls: 'readdir', path: 'content/plans', code: 'EIO' }, 'EIO'],
    ['a place that is read-only', { calls: 'access', path: '/faults-[^/]+$', code: 'EROFS' }, '只读'],
  ])('%s: says so in words, and the last good site stands', async (name, fault, reason) => {
    const outDir = await lastGood(name);
    const { code, out, err } = await build(outDir, [fault]);
    expect([code, out + err]).toEqual([1, expect.stringMatching(WORDED)]);
    expect(out + err).toContain(reason);
    expect(out + err).not.toMatch(STACK);
    expect(await treeOf(outDir)).toEqual(LAST_GOOD);
    expect(await beside(name)).toEqual([name]);
  });
});

describe('a build that is stopped', { timeout: 240_000 }, () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('by %s clears away what it made, and the last good site stands', async (signal, ended) => {
    const outDir = await lastGood(signal);
    const { code } = await build(outDir, [{ calls: 'writeFile', path: PAGES, kill: signal, after: 1 }]);
    expect(code).toBe(ended);
    expect(await treeOf(outDir)).toEqual(LAST_GOOD);
    expect(await beside(signal)).toEqual([signal]);
  });
});

describe('builds that are killed, one after the other at every stage', () => {
  it('leave the last good site, and the next build works and clears what they left', async () => {
    const outDir = await lastGood('dist');
    const stages: Fault[] = [
      { calls: 'readFile', path: '2012-work-plan', kill: true },
      { calls: 'writeFile', path: PAGES, kill: true, after: 3 },
      { calls: 'writeFile', path: INDEX, kill: true, after: 1 },
      // The inspection writes its page anew.
      { calls: 'writeFile', path: 'cache/site-\\d+/site/inspection/index.html', kill: true, after: 1 },
      { calls: 'rename', path: NEW_BESIDE, kill: true },
    ];
    for (const stage of stages) {
      expect((await build(outDir, [stage], ownCache())).code).toBeUndefined();
      expect(await treeOf(outDir)).toEqual(LAST_GOOD);
    }
    // Between the two renames the site lies beside: the next build puts it back before all else, even if it is killed too.
    const betweenRenames: Fault = { calls: 'rename', path: NEW_BESIDE, kill: true, after: 1 };
    expect((await build(outDir, [betweenRenames], ownCache())).code).toBeUndefined();
    expect((await beside('dist')).map((name) => name.replace(/\d+$/, ''))).toEqual([
      'dist.new-',
      'dist.old-',
    ]);
    expect((await build(outDir, stages.slice(0, 1), ownCache())).code).toBeUndefined();
    expect(await treeOf(outDir)).toEqual(LAST_GOOD);
    // Half of a copy from another disk, too.
    await cp(outDir, at(`dist.new-${2 ** 30}`), { recursive: true });
    await spoil(at('cache'));
    const whileOldGoes: Fault = { calls: 'rm', path: 'dist\\.old-\\d+$', kill: true };
    expect((await build(outDir, [whileOldGoes], ownCache())).code).toBeUndefined();
    expect(await treeOf(outDir)).toHaveProperty(['plans/2012-work-plan/index.html']);
    const site = await treeOf(outDir);
    expect((await build(outDir, [], ownCache())).code).toBe(0);
    expect(await beside('dist')).toEqual(['dist']);
    expect(await treeOf(outDir)).toEqual(site);
  }, 240_000);
});

/** Cuts every file of a cache in half and puts rubbish behind. */
async function spoil(cache: string): Promise<void> {
  const files = Object.entries(await treeOf(cache)).filter(([, text]) => !text.startsWith('→'));
  expect(files.length).toBeGreaterThan(0);
  for (const [name] of files) {
    const bytes = await readFile(path.join(cache, name));
    await writeFile(
      path.join(cache, name),
      Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.from('\0{')]),
    );
  }
}

describe('two builds at once into one folder, on the first and the last day of the clock, without git', () => {
  it('both end well, and the site is the one that any other day gives', async () => {
    const outDir = await lastGood('twice');
    const runs = await Promise.all([
      build(outDir, [], { ...ownCache(), ...clock('1970-01-01'), PATH: '' }),
      build(outDir, [], { ...ownCache(), ...clock('2099-12-31'), PATH: '' }),
    ]);
    for (const { code, err } of runs) expect([code, err]).toEqual([0, expect.not.stringMatching(STACK)]);
    expect(await beside('twice')).toEqual(['twice']);
    expect(await treeOf(outDir)).toEqual(await treeOf(at('dist')));
  }, 240_000);
});
