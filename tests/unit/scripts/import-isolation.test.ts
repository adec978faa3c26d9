import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openReader } from '../../../scripts/import/isolated-reader.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const job = (fileName: string) => ({
  ...{ bytes: new TextEncoder().encode('云岭区教研室工作计划\n正文。\n'), fileName },
  ...{ sha256: 'a'.repeat(64), collection: 'plans' as const, agencies: [] },
});

/** A reader whose thread does something else with files of some names. */
const reader = async (limits = { time: 5_000, memory: 64 }) => {
  const script = path.join(folder(), 'worker.mjs');
  await writeFile(
    script,
    `import { parentPort } from 'node:worker_threads';
    const kept = [];
    parentPort.on('message', ({ fileName }) => {
      if (fileName === 'hang') for (;;);
      if (fileName === 'eat') for (;;) kept.push(Array.from({ length: 100000 }, () => ({ a: Math.random() })));
      if (fileName === 'pack') for (;;) kept.push(new Uint8Array(20_000_000).fill(1));
      if (fileName === 'throw') throw new Error('broken');
      if (fileName === 'exit') process.exit(3);
      if (fileName === 'late') setTimeout(() => { throw new Error('left behind'); }, 0);
      parentPort.postMessage({ result: { ok: true, format: fileName, unit: '行', drafts: [] } });
    });`,
  );
  return openReader(limits, pathToFileURL(script));
};

describe('files read apart', () => {
  it('are read one after the other in one thread', async () => {
    const real = openReader();
    for (const name of ['甲.txt', '乙.txt', '丙.txt']) {
      expect(await real.read(job(name))).toMatchObject({ ok: true, format: 'UTF-8' });
    }
    await real.close();
  });

  it.each([
    ['hang', /^发现读了 1 秒还没有读完，应为.*改法：/, 1_000],
    ['eat', /^发现读入时内存用到 64 MB 还不够，应为.*改法：/, 30_000],
    ['pack', /^发现读入时内存用到 64 MB 还不够，应为.*改法：/, 30_000],
    ['throw', /^发现读入程序自身出错（broken），应为.*改法：.*维护者/, 5_000],
    ['exit', /^发现读入程序自身出错（线程退出 3），应为.*改法：/, 5_000],
  ])('that %s are given up with a reason, and the next is read', async (name, reason, time) => {
    const { read, close } = await reader({ time, memory: 64 });
    expect(await read(job('甲'))).toMatchObject({ ok: true, format: '甲' });
    expect(await read(job(name))).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
    expect(await read(job('乙'))).toMatchObject({ ok: true, format: '乙' });
    await close();
  });

  it('are not blamed for what the one before left behind', async () => {
    const { read, close } = await reader();
    for (const name of ['late', '甲', 'late', '乙', '丙']) {
      expect(await read(job(name))).toMatchObject({ ok: true, format: name });
    }
    await close();
  });

  it('can be broken off while they are read', async () => {
    const { read, close } = await reader({ time: 30_000, memory: 64 });
    const pending = read(job('hang'));
    await close();
    expect(await pending).toMatchObject({ ok: false });
  });
});
