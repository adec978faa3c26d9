import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishKilledRuns } from '../../../scripts/import/unfinished.ts';
import { TargetExistsError, writeFiles } from '../../../scripts/import/write-files.ts';
import { temporaryFolder } from './run-script.ts';

const disk = vi.hoisted(() => ({ full: '' }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    /** A disk that is full in the middle of one file. */
    writeFile: async (target: string, data: string | Uint8Array): Promise<void> => {
      if (disk.full === '' || !String(target).includes(disk.full)) return real.writeFile(target, data);
      await real.writeFile(target, data.slice(0, 1));
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    },
  };
});

const folder = temporaryFolder();
afterEach(() => {
  disk.full = '';
});
const at = (...parts: string[]): string => path.join(folder(), ...parts);
const files = (version: string) => [
  { path: at('files', 'tu1.png'), text: `picture 1 ${version}` },
  { path: at('files', 'tu2.png'), text: `picture 2 ${version}` },
  { path: at('plans', 'a.mdx'), text: `text ${version}` },
];
const contents = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, string] => [path.relative(folder(), file), readFileSync(file, 'utf8')])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
const all = (version: string): Record<string, string> => ({
  'files/tu1.png': `picture 1 ${version}`,
  'files/tu2.png': `picture 2 ${version}`,
  'plans/a.mdx': `text ${version}`,
});
/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a document and its pictures', () => {
  it('are written and replaced together, and nothing else is left', async () => {
    await writeFiles(files('1'), false, folder());
    expect(contents()).toEqual(all('1'));
    await writeFiles(files('2'), true, folder());
    expect(contents()).toEqual(all('2'));
  });

  it('may be asked for twice at once, as by an editor: one of the two stands, whole', async () => {
    const text = (version: string) => [{ path: at('a.mdx'), text: `text ${version}` }];
    await writeFiles(text('1'), true);
    await Promise.all(['2', '3'].map((version) => writeFiles(text(version), true)));
    expect([{ 'a.mdx': 'text 2' }, { 'a.mdx': 'text 3' }]).toContainEqual(contents());
  });

  it('are not written when one of them is there already', async () => {
    await mkdir(at('plans'));
    await writeFile(at('plans', 'a.mdx'), 'mine');
    await expect(writeFiles(files('1'), false, folder())).rejects.toThrow(TargetExistsError);
    expect(contents()).toEqual({ 'plans/a.mdx': 'mine' });
  });

  it.each(['tu1.png', 'tu2.png', 'a.mdx', '.import-'])(
    'stay as they were when the disk is full at %s',
    async (name) => {
      disk.full = name;
      await expect(writeFiles(files('1'), false, folder())).rejects.toThrow('no space');
      expect(contents()).toEqual({});
      disk.full = '';
      await writeFiles(files('1'), false, folder());
      disk.full = name;
      await expect(writeFiles(files('2'), true, folder())).rejects.toThrow('no space');
      disk.full = '';
      expect(contents()).toEqual(all('1'));
    },
  );

  it('stay as they were when the last cannot be put in its place', async () => {
    await writeFiles(files('1').slice(0, 2), false, folder());
    await mkdir(at('plans', 'a.mdx'), { recursive: true });
    await expect(writeFiles(files('2'), true, folder())).rejects.toThrow();
    expect(contents()).toEqual({ 'files/tu1.png': 'picture 1 1', 'files/tu2.png': 'picture 2 1' });
  });
});

describe('a run that was killed', () => {
  it.each([
    ['of a number of its own', ended],
    ['of the same number as the next', () => process.pid],
  ])('between two files, %s, is finished by the next', async (_, number) => {
    const pid = number();
    await writeFiles(files('1'), false, folder());
    await writeFile(at('files', 'tu1.png'), 'picture 1 2');
    await writeFile(at('files', `.tu2.png.${pid}.tmp`), 'picture 2 2');
    await writeFile(at('plans', `.a.mdx.${pid}.tmp`), 'text 2');
    await writeFile(at('plans', `.a.mdx.${pid}.old.tmp`), 'text 1');
    const step = (below: string, name: string) => ({
      temporary: `${below}/.${name}.${pid}.tmp`,
      target: `${below}/${name}`,
    });
    const steps = [step('files', 'tu1.png'), step('files', 'tu2.png'), step('plans', 'a.mdx')];
    await writeFile(at(`.import-${pid}.json`), JSON.stringify(steps));
    expect(await finishKilledRuns(folder())).toEqual(['files/tu2.png', 'plans/a.mdx']);
    expect(contents()).toEqual(all('2'));
  });

  it('before it put anything in place leaves nothing', async () => {
    const pid = ended();
    await writeFiles(files('1'), false, folder());
    await writeFile(at('plans', `.b.mdx.${pid}.tmp`), 'half');
    await writeFile(at(`.import-${pid}.json.tmp`), '[{');
    expect(await finishKilledRuns(folder())).toEqual([]);
    expect(contents()).toEqual(all('1'));
  });

  it('is told from one that still goes on, and from files of others', async () => {
    await mkdir(at('plans'));
    const others = [`.a.mdx.${process.ppid}.tmp`, '.gitkeep', 'a.tmp', '.a.tmp'];
    for (const name of others) await writeFile(at('plans', name), 'x');
    await finishKilledRuns(folder());
    expect(Object.keys(contents())).toEqual(others.map((name) => `plans/${name}`).toSorted());
    expect(existsSync(at('nowhere'))).toBe(false);
    expect(await finishKilledRuns(at('nowhere'))).toEqual([]);
  });

  it('is not believed about files outside of its folder', async () => {
    const pid = ended();
    await mkdir(at('content', 'plans'), { recursive: true });
    await writeFile(at('content', 'plans', `.a.mdx.${pid}.tmp`), 'text');
    const steps = [{ temporary: `plans/.a.mdx.${pid}.tmp`, target: '../outside.mdx' }];
    await writeFile(at('content', `.import-${pid}.json`), JSON.stringify(steps));
    expect(await finishKilledRuns(at('content'))).toEqual([]);
    expect(contents()).toEqual({});
  });
});
