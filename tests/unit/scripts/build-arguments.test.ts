import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuildArguments } from '../../../scripts/build/arguments.ts';
import { runScript, temporaryFolder } from './run-script.ts';

describe('readBuildArguments', () => {
  it('reads what the usage lists', () => {
    expect(readBuildArguments([])).toEqual({ offline: false, help: false });
    expect(readBuildArguments(['--offline', '--out', 'U盘'])).toEqual({
      offline: true,
      out: 'U盘',
      help: false,
    });
  });

  it.each([
    [['--ofline'], /发现不认识或缺少值的选项 --ofline/],
    [['--offline', '--out'], /缺少值的选项 --out/],
    [['U盘'], /发现多余的“U盘”.*改法/],
    [['--out', 'U盘'], /发现 --out 而没有 --offline.*改法/],
    [['--offline', '--out', ' '], /发现 --out 后面是空的.*改法/],
  ])('refuses %j', (argv, message) => expect(() => readBuildArguments(argv)).toThrow(message));
});

describe('npm run build', () => {
  const folder = temporaryFolder();

  it('ends with 2 and its usage for what it does not know, and builds nothing', async () => {
    const { code, err } = await runScript('build-site.ts', ['--offline', '--fast'], folder());
    expect(code).toBe(2);
    expect(err).toContain('用法：npm run build');
    expect(err).not.toContain('    at ');
    expect(existsSync(path.join(folder(), 'dist'))).toBe(false);
  });

  it("does not replace somebody's own folder by a copy for the disk", async () => {
    const mine = path.join(folder(), 'mine');
    await mkdir(mine);
    await writeFile(path.join(mine, 'letter.txt'), 'keep');
    const { code, err } = await runScript('build-site.ts', ['--offline', '--out', 'mine'], folder());
    expect(code).toBe(1);
    expect(err).toContain('发现 --out 指向');
    expect(await readFile(path.join(mine, 'letter.txt'), 'utf8')).toBe('keep');
  });
});
