/**
 * Takes the pictures of the help pages: `npm run screenshots [-- name…]`. Builds the demonstration library in a temporary
 * folder, opens it in a real browser and writes public/help/ and src/ui/shot-sizes.json. Exit codes: 0 taken, 2 could not
 * run.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readArguments, runCommand, UsageError } from './import/read-arguments.ts';
import { launchBrowser } from './launch-browser.ts';
import { capture, hasChineseFont, type Taken, THEMES } from './screenshots/capture.ts';
import { buildDemo } from './screenshots/demo-site.ts';
import { PICTURES, type Picture } from './screenshots/pictures.ts';
import { serveStatic } from './serve-static.ts';

const USAGE = `用法：npm run screenshots [-- 图名…]
  重拍帮助里的截图；不写图名就全部重拍。机器上要有中文字体。
  图名：${PICTURES.map(({ name }) => name).join(' ')}`;

const PUBLIC_FOLDER = path.resolve('public/help');
const SIZES_FILE = path.resolve('src/ui/shot-sizes.json');

/** Name → CSS pixels. */
type Sizes = Record<string, { width: number; height: number }>;

async function main(): Promise<number> {
  const { values, positionals } = readArguments(process.argv.slice(2), {
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    console.log(USAGE);
    return 0;
  }
  const wanted = choose(positionals);
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'wenku-screenshots-'));
  try {
    await takeAll(workspace, wanted);
    return 0;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

function choose(names: readonly string[]): readonly Picture[] {
  const unknown = names.find((name) => !PICTURES.some((picture) => picture.name === name));
  if (unknown !== undefined) {
    throw new UsageError(`发现图名 ${unknown}，应为下面列出的图名。改法：去掉它，或改成其中之一。`);
  }
  return names.length === 0 ? PICTURES : PICTURES.filter(({ name }) => names.includes(name));
}

async function takeAll(workspace: string, wanted: readonly Picture[]): Promise<void> {
  const browser = await launchBrowser();
  try {
    // Before the build, which takes a while.
    if (!(await hasChineseFont(browser))) {
      throw new UsageError(
        '发现这台机器的浏览器没有中文字体，应有一种，否则截图里全是方框。' +
          '改法：装一种中文字体，例如 Debian、Ubuntu 上的 fonts-noto-cjk。',
      );
    }
    console.error('生成示例网站……');
    const server = await serveStatic(await buildDemo(workspace, await allSizes()), {
      port: 0,
      basePath: '/',
    });
    try {
      const sizes: Sizes = {};
      for (const picture of wanted) sizes[picture.name] = await take(browser, server.url, picture);
      await writeSizes(sizes);
      await removeOrphans();
    } finally {
      await server.close();
    }
  } finally {
    await browser.close();
  }
}

async function take(
  browser: Awaited<ReturnType<typeof launchBrowser>>,
  home: string,
  picture: Picture,
): Promise<Sizes[string]> {
  await mkdir(PUBLIC_FOLDER, { recursive: true });
  let taken: Taken | undefined;
  for (const theme of THEMES) {
    taken = await capture(browser, home, picture, theme).catch((error) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`截图 ${picture.name}（/${picture.path}）没有拍成：${why}`);
    });
    const name = `${picture.name}-${theme}.webp`;
    await writeFile(path.join(PUBLIC_FOLDER, name), taken.bytes);
    console.log(`${name}  ${taken.width}×${taken.height}  ${Math.round(taken.bytes.length / 1000)} KB`);
  }
  return { width: taken?.width ?? 0, height: taken?.height ?? 0 };
}

async function readSizes(): Promise<Sizes> {
  return JSON.parse(await readFile(SIZES_FILE, 'utf8').catch(() => '{}')) as Sizes;
}

/** A size for every picture, known or not: enough to build by. */
async function allSizes(): Promise<string> {
  const known = await readSizes();
  const entries = PICTURES.map(({ name, width, height }) => [name, known[name] ?? { width, height }]);
  return JSON.stringify(Object.fromEntries(entries));
}

/** In the order of the list, so that a rerun changes no line without need. */
async function writeSizes(taken: Sizes): Promise<void> {
  const known = await readSizes();
  const entries = PICTURES.flatMap(({ name }) => {
    const size = taken[name] ?? known[name];
    return size ? [`  "${name}": { "width": ${size.width}, "height": ${size.height} }`] : [];
  });
  await writeFile(SIZES_FILE, `{\n${entries.join(',\n')}\n}\n`);
}

/** Pictures that are no longer on the list. */
async function removeOrphans(): Promise<void> {
  const files = new Set(PICTURES.flatMap(({ name }) => THEMES.map((theme) => `${name}-${theme}.webp`)));
  for (const file of await readdir(PUBLIC_FOLDER)) {
    if (!files.has(file)) await rm(path.join(PUBLIC_FOLDER, file));
  }
}

await runCommand(USAGE, main);
