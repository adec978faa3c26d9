import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { UsageError } from '../import/read-arguments.ts';

/** Openly fictional documents of an office that exists nowhere. */
export const DEMO_CONTENT = path.resolve('tests/fixtures/demo');

const OFFICE = '云岭区教研室';
const EXAMPLES = ['磨课', '合格课', '云教发[2022]6号'];
const run = promisify(execFile);

/** What the build reads; the packages are only pointed at. */
const COPIED = ['src', 'scripts', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Builds the demonstration library as its own office would: from a copy of the project in which nothing but the settings
 * differ, so that no picture shows invented documents under a real office's name. Returns the site's folder.
 */
export async function buildDemo(workspace: string, sizes: string): Promise<string> {
  const project = path.join(workspace, 'project');
  const outDir = path.join(workspace, 'site');
  await mkdir(project);
  for (const name of COPIED) await cp(path.resolve(name), path.join(project, name), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(project, 'node_modules'), 'junction');
  const settings = path.join(project, 'src/site.config.ts');
  await writeFile(settings, demoSettings(await readFile(settings, 'utf8')));
  // The help pages of the copy name pictures that may not have been taken yet.
  await writeFile(path.join(project, 'src/ui/shot-sizes.json'), sizes);
  const environment = { CONTENT_DIR: DEMO_CONTENT, OUT_DIR: outDir, BASE_PATH: '/', SITE_URL: '', AS_OF: '' };
  await run(process.execPath, ['scripts/build-site.ts'], {
    cwd: project,
    env: { ...process.env, ...environment },
    maxBuffer: 16 * 1024 * 1024,
  });
  return outDir;
}

/** The settings with the fictional office's name and searches. @throws UsageError when they aren't where they were. */
export function demoSettings(source: string): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^ {2}office: '.*$/m, `  office: '${OFFICE}',`],
    [/^ {2}exampleSearches: \[.*$/m, `  exampleSearches: ${JSON.stringify(EXAMPLES)},`],
    [/^ {2}contact: '.*$/m, "  contact: '',"],
  ];
  return changes.reduce((text, [pattern, line]) => {
    if (pattern.test(text)) return text.replace(pattern, line);
    throw new UsageError(
      `发现 src/site.config.ts 里没有 ${line.trim().split(':')[0]} 一行，应在行首空两格写明。改法：照原来的样子写。`,
    );
  }, source);
}
