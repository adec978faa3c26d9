import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { filesBelow } from '../../scripts/release/checksums.ts';
import { buildTo, FIXTURE_BASE } from '../support/build.setup.ts';

const FIRST = inject('fixtureSite');
let workspace: string;
let second: string;

/** Copies a folder so that its files are made in the opposite order: many file systems list them in that order. */
async function copyBackwards(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? 1 : -1))) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyBackwards(source, target);
    else if (entry.isFile()) await writeFile(target, await readFile(source));
    else await cp(source, target, { verbatimSymlinks: true });
  }
}

beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'again-'));
  second = path.join(workspace, '网站');
  const content = path.join(workspace, 'another place');
  await copyBackwards('tests/fixtures/library', content);
  await buildTo(second, {
    CONTENT_DIR: content,
    BASE_PATH: FIXTURE_BASE,
    SITE_URL: 'https://wenku.example',
    TZ: 'America/Los_Angeles',
    LC_ALL: 'tr_TR.UTF-8',
    // Nothing that the first build kept: the program is compiled anew, too.
    WENKU_CACHE: path.join(workspace, 'cache'),
    NODE_OPTIONS: `--import=${pathToFileURL('tests/support/other-day.mjs').href}`,
  });
}, 240_000);
afterAll(() => rm(workspace, { recursive: true, force: true }));

describe('a second build', () => {
  it('gives the same bytes on another day, in another folder, zone and language, from files in another order', async () => {
    const files = await filesBelow(FIRST);
    expect(await filesBelow(second)).toEqual(files);
    const differing: string[] = [];
    for (const file of files) {
      const [a, b] = await Promise.all([FIRST, second].map((dir) => readFile(path.join(dir, file))));
      if (!a || !b?.equals(a)) differing.push(file);
    }
    expect(differing).toEqual([]);
  });
});
