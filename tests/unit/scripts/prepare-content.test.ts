import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { checkContent } from '../../../scripts/check-content.ts';
import { type PrepareOptions, prepareContent } from '../../../scripts/prepare/prepare-content.ts';
import { COLLECTIONS, type Collection } from '../../../src/core/collections.ts';
import { documentLoader } from '../../../src/load/document-loader.ts';
import { planText, tempContent, writeContent } from '../../support/temp-content.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const BASE = '/wenku/';

/** What the loader of the site stores of a collection in a build. */
async function loaded(collection: Collection, dir: string): Promise<unknown[]> {
  const entries = new Map<string, unknown>();
  const context = {
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: { id: string }) => entries.set(entry.id, entry),
      keys: () => [...entries.keys()],
      delete: (id: string) => entries.delete(id),
    },
    logger: { error: () => undefined },
    config: { base: BASE, root: pathToFileURL(`${ROOT}/`) },
  };
  await documentLoader(collection, dir).load(context as unknown as LoaderContext);
  return [...entries.values()];
}

async function stored(dir: string): Promise<Record<string, unknown[]>> {
  const lists: Record<string, unknown[]> = {};
  for (const collection of COLLECTIONS) lists[collection] = await loaded(collection, dir);
  return lists;
}

/** The same as it is prepared, the HTML read from its file. */
async function prepared(dir: string, options: Partial<PrepareOptions> = {}) {
  const bodiesFile = options.bodiesFile ?? path.join(await tempContent({}), 'bodies');
  const { report, entries, invalid } = await prepareContent(dir, { base: BASE, ...options, bodiesFile });
  const bytes = await readFile(bodiesFile);
  const lists: Record<string, unknown[]> = {};
  for (const [collection, list] of entries)
    lists[collection] = list.map((entry) => {
      const { offset, length } = entry.rendered.html;
      return {
        ...entry,
        rendered: { ...entry.rendered, html: bytes.toString('utf8', offset, offset + length) },
      };
    });
  return { report, invalid, lists };
}

/** A library with what is read in ways of its own: drafts, other line ends, a mark of byte order, pictures, seen codes. */
async function variedLibrary(): Promise<string> {
  const dir = await tempContent({});
  await cp(path.join(ROOT, 'tests/fixtures/library'), dir, { recursive: true });
  await writeContent(dir, {
    'plans/draft.mdx': planText('draft: true\nissuedOn: 昨天\n', '（鹤教研字〔2012〕1号）\n'),
    'plans/lines.mdx': planText(
      '',
      '一、甲\n乙见云教发〔2011〕5号。\n\n| 甲 | 乙 |\n| - | - |\n| 1 | 2 |\n',
    ).replaceAll('\n', '\r\n'),
    'plans/mark.mdx': `\uFEFF${planText('', '按鹤教研字〔2012〕1号和（鹤教研字〔2011〕3号）执行。\n')}`,
    'plans/linked.mdx': planText('', '见[甲](/plans/mark/#p1)，另见“鹤教研字〔2013〕8号”和《乙》。\n'),
  });
  return dir;
}

describe('prepared content', () => {
  test.each(['demo', 'glued', 'library', 'register'])('is what check and loader say: %s', async (name) => {
    const dir = path.join(ROOT, 'tests/fixtures', name);
    const { report, lists, invalid } = await prepared(dir);
    expect(report).toEqual(await checkContent(dir));
    expect(lists).toEqual(await stored(dir));
    expect(invalid).toEqual([]);
  });

  test('the same for drafts, other line ends and what texts show one another', async () => {
    const dir = await variedLibrary();
    const { report, lists } = await prepared(dir);
    expect(report).toEqual(await checkContent(dir));
    expect(report.drafts).toContain('plans/draft.mdx');
    expect(lists).toEqual(await stored(dir));
  });

  test('the same for generated documents, from one thread, from several and from the cache', async () => {
    const dir = await tempContent(Object.fromEntries(generateContent(40)));
    const cacheDir = `${await tempContent({})}/cache`;
    const [report, lists] = [await checkContent(dir), await stored(dir)];
    for (const options of [{ threads: 0 }, { threads: 2, cacheDir }, { threads: 0, cacheDir }]) {
      const made = await prepared(dir, options);
      expect(made.report).toEqual(report);
      expect(made.lists).toEqual(lists);
    }
  });

  test('says what the loader throws of documents that can’t be shown', async () => {
    const dir = await tempContent({
      'plans/a.mdx': planText('issuedOn: 昨天\n'),
      'plans/b.mdx': planText('', '甲\n\n<乙\n'),
      'plans/c.mdx': planText(),
    });
    const { invalid, lists } = await prepared(dir);
    await expect(stored(dir)).rejects.toThrow(invalid.join('\n'));
    expect(invalid.length).toBe(2);
    expect(lists['plans']?.length).toBe(1);
  });

  test('needs a content folder', async () => {
    await expect(prepared(path.join(await tempContent({}), 'none'))).rejects.toThrow('应为内容文件夹');
  });
});

describe('the cache of prepared content', () => {
  async function library() {
    const plans = Array.from({ length: 110 }, (_, index) => {
      const number = `docNumber: 云教研字〔2012〕${index + 1}号\n`;
      return [`plans/short-${index}.mdx`, planText(number, `一、按照云教发〔2011〕${index}号。\n`)] as const;
    });
    const dir = await tempContent(Object.fromEntries(plans));
    await writeContent(dir, { 'plans/named.mdx': planText('docNumber: 云教发〔2012〕77号\n') });
    await writeContent(dir, { 'plans/citing.mdx': planText('', '按照云教发〔2012〕77号执行。\n') });
    const cacheDir = `${await tempContent({})}/cache`;
    // The same in each run, as a caller may have it.
    const bodiesFile = path.join(await tempContent({}), 'bodies');
    const run = async () => {
      const asked: number[] = [];
      const made = await prepared(dir, { cacheDir, bodiesFile, onProgress: (_done, all) => asked.push(all) });
      return { lists: made.lists, report: made.report, read: asked[0] ?? 0 };
    };
    return { dir, cacheDir, run };
  }

  test('reads a document that has changed, and those of which a link leads elsewhere now', async () => {
    const { dir, run } = await library();
    expect((await run()).read).toBe(112);
    expect((await run()).read).toBe(0);

    await writeContent(dir, { 'plans/citing.mdx': planText('', '按照云教发〔2012〕77号和《甲》执行。\n') });
    const changed = await run();
    expect(changed.read).toBe(1);
    expect(changed.lists).toEqual(await stored(dir));

    await writeContent(dir, {
      'plans/named.mdx': planText('docNumber: 云教发〔2012〕77号\nissuedOn: "2012-03-01"\n'),
    });
    const retargeted = await run();
    expect(retargeted.read).toBe(2);
    expect(retargeted.lists).toEqual(await stored(dir));
    expect(retargeted.report).toEqual(await checkContent(dir));
    expect((await run()).lists).toEqual(retargeted.lists);
  });

  test('a document that is gone is forgotten', async () => {
    const { dir, run } = await library();
    await run();
    await writeContent(dir, { 'plans/citing.mdx': planText('draft: true\n') });
    const { lists } = await run();
    expect(lists).toEqual(await stored(dir));
    expect((await run()).lists).toEqual(lists);
  });

  test('a damaged file is as good as none, and what was handed out before stays whole', async () => {
    const { dir, cacheDir, run } = await library();
    const { lists } = await run();
    const kept = (await readdir(cacheDir)).find((name) => name.endsWith('.bodies')) ?? '';
    const bytes = await readFile(path.join(cacheDir, kept));
    const places = [0, 1000, bytes.length - 9, bytes.length - 37, bytes.length - 45];
    for (const at of places) {
      const broken = Uint8Array.from(bytes);
      broken[at] = (broken[at] ?? 0) ^ 1;
      await writeFile(path.join(cacheDir, kept), broken);
      expect((await run()).lists).toEqual(lists);
    }
    await writeFile(path.join(cacheDir, kept), bytes.subarray(0, 20));
    expect((await run()).lists).toEqual(lists);
    expect(lists).toEqual(await stored(dir));
  });

  test('two sites of one content folder have a file each', async () => {
    const dir = await tempContent({ 'plans/a.mdx': planText() });
    const cacheDir = `${await tempContent({})}/cache`;
    await prepared(dir, { cacheDir });
    await prepared(dir, { cacheDir, base: '/' });
    const names = await readdir(cacheDir);
    expect(names.filter((name) => name.endsWith('.bodies')).length).toBe(2);
  });
});
