import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { lendHanFont } from './han-font.ts';

const run = promisify(execFile);

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the site built from the project's own content, at the root of its host. */
    officeSite: string;
    /** Folder of the site built from tests/fixtures/library under FIXTURE_BASE. */
    fixtureSite: string;
    /** Folder of the copy of the fixture site that is opened from disk. */
    offlineSite: string;
  }
}

/** Where every site but the fixture's lies, whatever its office has set. */
export const ROOT = 'http://127.0.0.1:4321/';

/** Base path of the fixture site: what works there works on GitHub Pages too. */
export const FIXTURE_BASE = '/wenku/';

/** A folder as people name theirs, with every character that means something in an address. */
const OFFLINE_FOLDER = '离线 版#1 100%?a=b&c';

/** Builds the two sites that the site and browser tests look at, once for all of them, outside the checkout. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const workspace = await mkdtemp(path.join(tmpdir(), 'wenku-test-'));
  const officeSite = path.join(workspace, 'office');
  const fixtureSite = path.join(workspace, 'fixture');
  const offlineSite = path.join(workspace, OFFLINE_FOLDER);
  lendHanFont(path.join(workspace, 'fonts'));
  // At once, because two builds with different OUT_DIR must not disturb each other.
  await Promise.all([
    buildTo(officeSite, {}),
    buildTo(
      fixtureSite,
      {
        CONTENT_DIR: 'tests/fixtures/library',
        BASE_PATH: FIXTURE_BASE,
        SITE_URL: 'https://wenku.example',
      },
      ['--offline', '--out', offlineSite],
    ),
  ]);
  project.provide('officeSite', officeSite);
  project.provide('fixtureSite', fixtureSite);
  project.provide('offlineSite', offlineSite);
  return () => rm(workspace, { recursive: true, force: true });
}

/** Builds a site by the real command; `environment` chooses content, base and address. */
export async function buildTo(
  outDir: string,
  environment: Record<string, string>,
  options: readonly string[] = [],
): Promise<void> {
  // What Vitest sets for itself, BASE_URL in its workers among it, must not reach the build: it is tested as a user runs it.
  const ofVitest = /^(?:NODE_ENV|VITEST.*|BASE_URL|MODE|DEV|PROD|SSR|TEST)$/;
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofVitest.test(name)));
  await run(process.execPath, ['scripts/build-site.ts', ...options], {
    env: { ...inherited, CONTENT_DIR: '', BASE_PATH: '/', SITE_URL: ROOT, ...environment, OUT_DIR: outDir },
    maxBuffer: 16 * 1024 * 1024,
  });
}
