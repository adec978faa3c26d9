import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardOutputFolder, replaceFolder, sweepRemains } from '../../../scripts/build/output-folder.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'wenku-output-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function put(file: string, text = ''): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

const guard = (outDir: string, contentDir = path.join(root, 'content')): Promise<void> =>
  guardOutputFolder({ outDir, contentDir });

describe('guardOutputFolder', () => {
  it.each(['.', '..', 'src', 'content/plans', 'node_modules/x', '.git'])(
    'refuses %s of the project',
    async (folder) => {
      await expect(guard(path.resolve(folder))).rejects.toThrow(/发现 OUT_DIR 指向.*应为.*改法/);
    },
  );

  it('refuses the content folder, what holds it and what lies in it', async () => {
    for (const outDir of [path.join(root, 'content'), root, path.join(root, 'content/dist')]) {
      await expect(guard(outDir)).rejects.toThrow('有项目、内容或网站的文件');
    }
  });

  it("refuses a folder with somebody's own files and leaves them", async () => {
    await put('mine/letter.txt', 'keep');
    await expect(guard(path.join(root, 'mine'))).rejects.toThrow('不是本程序生成的东西');
    expect(await readFile(path.join(root, 'mine/letter.txt'), 'utf8')).toBe('keep');
  });

  it('takes nothing, an empty folder and an earlier site', async () => {
    await guard(path.join(root, 'none/deeper'));
    await mkdir(path.join(root, 'empty'));
    await guard(path.join(root, 'empty'));
    await put('site/api/documents.json');
    await put('site/pagefind/pagefind-entry.json');
    await guard(path.join(root, 'site'));
  });
});

describe('guardOutputFolder for a second output', () => {
  const COPY = { setting: '--out', example: '--out x', marks: ['guide.txt'] };
  const guardCopy = (name: string): Promise<void> =>
    guardOutputFolder({ outDir: path.join(root, name), contentDir: path.join(root, 'content') }, COPY, [
      path.join(root, 'dist'),
    ]);

  it('keeps it apart from the first, and names the setting', async () => {
    for (const name of ['dist', 'dist/copy', '.']) {
      await expect(guardCopy(name)).rejects.toThrow(/发现 --out 指向.*例如 --out x/);
    }
    await guardCopy('dist-offline');
  });

  it('takes an earlier one of its own kind only', async () => {
    await put('copy/guide.txt');
    await guardCopy('copy');
    await put('site/api/documents.json');
    await put('site/pagefind/pagefind-entry.json');
    await expect(guardCopy('site')).rejects.toThrow('不是本程序生成的东西');
  });
});

describe('replaceFolder', () => {
  it('puts the new site in the place of the old one and leaves nothing beside it', async () => {
    await put('dist/old.html');
    await put('staging/new.html');
    await replaceFolder(path.join(root, 'dist'), path.join(root, 'staging'));
    expect(await readdir(path.join(root, 'dist'))).toEqual(['new.html']);
    expect(await readdir(root)).toEqual(['dist']);
  });

  it('keeps the old site when the new one cannot be moved', async () => {
    await put('dist/old.html');
    await expect(replaceFolder(path.join(root, 'dist'), path.join(root, 'absent'))).rejects.toThrow();
    expect(await readdir(path.join(root, 'dist'))).toEqual(['old.html']);
  });
});

describe('sweepRemains', () => {
  // Process numbers end far below this one on every system that the project runs on.
  const DEAD = 2 ** 30;

  it('restores a site that a killed build moved aside, and clears what else it left', async () => {
    await put(`dist.old-${DEAD}/index.html`);
    await put(`dist.new-${DEAD}/index.html`);
    await put(`cache/site-${DEAD}/index.html`);
    await put(`cache/bench-${DEAD}/check/facts`);
    // In a container every run has the same number.
    await put(`cache/site-${process.pid}/index.html`);
    await put(`cache/site-${process.ppid}/index.html`);
    await put('dist.old-mine/keep.txt');
    await sweepRemains(path.join(root, 'dist'), path.join(root, 'cache'));
    expect((await readdir(root)).sort()).toEqual(['cache', 'dist', 'dist.old-mine']);
    expect(await readdir(path.join(root, 'cache'))).toEqual([`site-${process.ppid}`]);
    expect(existsSync(path.join(root, 'dist/index.html'))).toBe(true);
  });
});

describe('an output folder that is a link', () => {
  it('leads to the folder that is replaced, and stays a link', async () => {
    await put('disk/site/api/documents.json');
    await put('disk/site/pagefind/pagefind-entry.json');
    await put('staging/new.html');
    const link = path.join(root, 'dist');
    await symlink(path.join(root, 'disk/site'), link);
    await guard(link);
    await replaceFolder(link, path.join(root, 'staging'));
    expect(await readdir(path.join(root, 'disk/site'))).toEqual(['new.html']);
    expect(await readdir(path.join(root, 'disk'))).toEqual(['site']);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    // What a killed build left lies beside the folder, not beside the link.
    await put(`disk/site.new-${2 ** 30}/index.html`);
    await sweepRemains(link, path.join(root, 'cache'));
    expect(await readdir(path.join(root, 'disk'))).toEqual(['site']);
  });

  it('is refused when it leads nowhere, or to the content, or round to where it is', async () => {
    await mkdir(path.join(root, 'content'));
    await symlink(path.join(root, 'nowhere'), path.join(root, 'dead'));
    await expect(guard(path.join(root, 'dead'))).rejects.toThrow(/断了的链接.*应为.*改法/);
    await symlink(path.join(root, 'content'), path.join(root, 'sly'));
    await expect(guard(path.join(root, 'sly'))).rejects.toThrow('有项目、内容或网站的文件');
    await expect(guard(path.join(root, 'sly/dist'))).rejects.toThrow('有项目、内容或网站的文件');
    await symlink(path.resolve('src'), path.join(root, 'sources'));
    await expect(guard(path.join(root, 'sources/dist'))).rejects.toThrow('有项目、内容或网站的文件');
  });
});

it('a name that leaves no room for what stands beside it is refused before anything is made', async () => {
  await expect(guard(path.join(root, '网'.repeat(80)))).rejects.toThrow('文件夹名有 240 字节');
  await guard(path.join(root, '网'.repeat(70)));
});

it('of builds that end at the same moment the last one stands, whole, and nothing is left beside', async () => {
  const builds = Array.from({ length: 4 }, async (_, build) => {
    for (let turn = 0; turn < 4; turn++) {
      await put(`staging-${build}/index.html`, String(build));
      await replaceIn(`staging-${build}`);
    }
  });
  await Promise.all(builds);
  expect(await readdir(root)).toEqual(['dist']);
  expect(await readdir(path.join(root, 'dist'))).toEqual(['index.html']);
});

/** Replaces `dist` in a process of its own, as each build is one. */
async function replaceIn(staging: string): Promise<void> {
  const module = pathToFileURL(path.resolve('scripts/build/output-folder.ts')).href;
  const program = `import { replaceFolder } from ${JSON.stringify(module)}; await replaceFolder('dist', ${JSON.stringify(staging)});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { cwd: root });
}
