import { spawn } from 'node:child_process';
import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { serveStatic } from '../../../scripts/serve-static.ts';
import { writeContent } from '../../support/temp-content.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const HOME = '首页'.repeat(40_000);
const PAGE = '一页'.repeat(30_000);
const MISSING = '没有这个页面'.repeat(500);

it('a site that is replaced while it is served answers every request with a whole page', async () => {
  const site = { 'index.html': HOME, 'page/index.html': PAGE, '404.html': MISSING };
  await writeContent(path.join(folder(), 'whole'), site);
  await cp(path.join(folder(), 'whole'), path.join(folder(), 'dist'), { recursive: true });
  const server = await serveStatic(path.join(folder(), 'dist'), { port: 0, basePath: '/' });
  const builds = spawn(process.execPath, ['tests/support/swap-site.mjs', folder(), '150']);
  const ended = new Promise<number | null>((resolve) => builds.once('exit', resolve));
  const answers = new Set<string>();
  const ask = async (address: string): Promise<void> => {
    const response = await fetch(server.url + address);
    const text = await response.text();
    const which = [HOME, PAGE, MISSING].indexOf(text);
    answers.add(
      `${address} ${response.status} ${['home', 'page', 'missing'][which] ?? `${text.length} letters`}`,
    );
  };
  const reader = async (): Promise<void> => {
    while (builds.exitCode === null) {
      await ask('');
      await ask('page/');
    }
  };
  await Promise.all([reader(), reader(), reader()]);
  await server.close();
  expect(await ended).toBe(0);
  expect([...answers].sort()).toEqual([' 200 home', 'page/ 200 page', 'page/ 404 missing']);
  // Nothing of the builds is left beside.
  expect((await readdir(folder())).sort()).toEqual(['dist', 'whole']);
});
