import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { FactsCache } from '../../../scripts/check/facts-cache-fs.ts';
import { type CheckOptions, type CheckResult, checkContent } from '../../../scripts/check-content.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const RULES_DIR = path.join(ROOT, 'tests/rules');

/** Enough documents for a cache, and one of every fault that a single file can have. */
let content: Record<string, string>;

beforeAll(async () => {
  content = Object.fromEntries(generateContent(6));
  for (let index = 0; index < 110; index++) {
    const body = `按照云教发〔2011〕${index}号和《甲办法》（以下简称《办法》）。\n\n依照《办法》。\n`;
    content[`plans/short-${index}.mdx`] = planText(`docNumber: 云教研字〔2012〕${index + 1}号\n`, body);
  }
  for (const rule of await readdir(RULES_DIR)) {
    const text = await readFile(path.join(RULES_DIR, rule, 'bad.mdx'), 'utf8').catch(() => undefined);
    if (text !== undefined) content[`plans/bad-${rule}.mdx`] = text;
  }
  content['plans/not-utf8.mdx'] = '';
  content['policies/frontmatter.mdx'] = '---\n__proto__: 1\nissuedOn: .nan\ntitle: 甲\n';
});

const folderOf = (): Promise<string> =>
  tempContent({ ...content, 'plans/not-utf8.mdx': Uint8Array.of(0xd4, 0xc6) });

let known: Promise<CheckResult> | undefined;
/** What a check without a cache says of them: the same for every test. */
function untouched(): Promise<CheckResult> {
  known ??= folderOf().then((dir) => checkContent(dir));
  return known;
}

async function library() {
  const dir = await folderOf();
  const cacheDir = `${dir}-cache`;
  const run = (options: Partial<CheckOptions> = {}): Promise<CheckResult> =>
    checkContent(dir, [], undefined, { cacheDir, ...options });
  const plain = (): Promise<CheckResult> => checkContent(dir);
  return { dir, cacheDir, run, plain };
}

const cacheFile = async (cacheDir: string): Promise<string> =>
  path.join(cacheDir, (await readdir(cacheDir))[0] ?? 'none');

describe('the cache of the check', () => {
  test('changes no result: none, new, full, after a change, after a removal', async () => {
    const { dir, run, plain } = await library();
    const bare = await untouched();
    expect(bare.issues.length).toBeGreaterThan(40);
    expect(await run()).toEqual(bare);
    expect(await run()).toEqual(bare);

    await writeFile(path.join(dir, 'plans/new.mdx'), planText('', '见《甲。\n'));
    await rm(path.join(dir, 'plans/bad-unbalanced-marks.mdx'));
    const changed = await plain();
    expect(changed).not.toEqual(bare);
    expect(await run()).toEqual(changed);
    expect(await run()).toEqual(changed);
  });

  test('examines only what has changed', async () => {
    const { dir, run } = await library();
    const examined: number[] = [];
    const onProgress = (_done: number, all: number): unknown => examined.push(all);
    await run();
    await run({ onProgress });
    expect(examined).toEqual([]);
    await writeFile(path.join(dir, 'plans/new.mdx'), planText());
    await run({ onProgress });
    expect(examined).toEqual([1]);
  });

  test('knows what a text cites to depend on the codes that others show', async () => {
    const { dir, run, plain } = await library();
    await run();
    // A code that is seen from now on makes the number of this text another, in a text that has not changed.
    await writeFile(path.join(dir, 'policies/a.mdx'), planText('', '按照依据竹溪教办〔2031〕7号文件。\n'));
    await run();
    await writeFile(
      path.join(dir, 'policies/b.mdx'),
      planText('', '（竹溪教办〔2012〕1号）\n\n（竹溪教办〔2012〕2号）\n'),
    );
    expect(await run()).toEqual(await plain());
  });

  test('is the same from several threads', async () => {
    const { run, cacheDir } = await library();
    const bare = await untouched();
    expect(await run({ threads: 2 })).toEqual(bare);
    await rm(cacheDir, { recursive: true });
    expect(await run({ threads: 2 })).toEqual(bare);
  });

  test('a file that is damaged is as good as none, and is written anew', async () => {
    const { run, cacheDir } = await library();
    const bare = await untouched();
    await run();
    const file = await cacheFile(cacheDir);
    const good = await readFile(file);
    const bit = Buffer.from(good);
    bit[good.length - 100] = (good[good.length - 100] ?? 0) ^ 1;
    const cut = good.subarray(0, good.length / 2);
    for (const damaged of [Buffer.alloc(0), cut, bit, Buffer.from('教研文库'.repeat(50))]) {
      await writeFile(file, damaged);
      const examined: number[] = [];
      const options = { onProgress: (_done: number, all: number) => examined.push(all) };
      expect(await run(options)).toEqual(bare);
      expect(examined.length).toBeGreaterThan(100);
      examined.length = 0;
      await run(options);
      expect(examined).toEqual([]);
    }
  });

  test('a file of another version of the program is ignored', async () => {
    const { dir, cacheDir } = await library();
    const cache = new FactsCache(cacheDir, ROOT, dir);
    await checkContent(dir, [], undefined, { cacheDir });
    expect((await cache.read()).size).toBeGreaterThan(100);
    // Another root has other sources, and so another version.
    expect((await new FactsCache(cacheDir, path.join(ROOT, 'tests'), dir).read()).size).toBe(0);
  });

  test('two checks at once, and a folder that cannot be written, do no harm', async () => {
    const { run, cacheDir, dir } = await library();
    const bare = await untouched();
    expect(await Promise.all([run(), run(), run({ threads: 2 })])).toEqual([bare, bare, bare]);
    await rm(cacheDir, { recursive: true });
    // Whoever may write everywhere is stopped by a file in the place of the folder.
    await writeFile(cacheDir, '');
    expect(await run()).toEqual(bare);
    await rm(cacheDir);
    await mkdir(cacheDir, { mode: 0o500 });
    expect(await run()).toEqual(bare);
    await chmod(cacheDir, 0o700);
    await rm(cacheDir, { recursive: true });
    expect(await readdir(path.dirname(dir))).not.toContain(path.basename(cacheDir));
  });

  test('a small library leaves no cache', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText() });
    await checkContent(dir, [], undefined, { cacheDir: `${dir}-cache` });
    expect(await readdir(path.dirname(dir))).not.toContain(`${path.basename(dir)}-cache`);
  });
});
