import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBenchArguments } from '../../../scripts/bench/arguments.ts';
import { addOneDocument, changeOneDocument, changeOneTitle } from '../../../scripts/bench/change-document.ts';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { prepareContent } from '../../../scripts/bench/prepare-content.ts';
import { wrapTexts } from '../../../scripts/bench/wrap-texts.ts';
import { checkContent } from '../../../scripts/check-content.ts';
import { UsageError } from '../../../scripts/import/read-arguments.ts';
import { findDocNumbers } from '../../../src/core/docnumber.ts';
import { loadContent } from '../../../src/load/content-fs.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('arguments', () => {
  it('has defaults and reads every option', () => {
    const usual = {
      ...{ docs: [200], queries: 4000, cold: 30, lighthouse: false, help: false },
      ...{ peers: [], rounds: 1, sameBytes: false },
    };
    expect(readBenchArguments([])).toEqual(usual);
    expect(readBenchArguments(['--docs', '12', '--json', 'a.json'])).toEqual({
      ...usual,
      docs: [12],
      json: 'a.json',
    });
    expect(readBenchArguments(['--from', 'laws'])).toEqual({ ...usual, from: 'laws' });
    expect(readBenchArguments(['--only', 'search', '--queries', '500', '--cold', '60'])).toEqual({
      ...usual,
      only: 'search',
      queries: 500,
      cold: 60,
    });
  });

  it('measures the check alone', () => {
    expect(readBenchArguments(['--only', 'check', '--docs', '5000'])).toMatchObject({
      only: 'check',
      docs: [5000],
    });
  });

  it('measures a series of sizes, from the least, each once, with fewer queries', () => {
    expect(readBenchArguments(['--docs', '500, 100，3500,100'])).toMatchObject({
      ...{ only: 'scale', docs: [100, 500, 3500], queries: 200, peers: [] },
    });
    expect(readBenchArguments(['--only', 'scale', '--from', 'laws', '--queries', '9'])).toMatchObject({
      ...{ only: 'scale', from: 'laws', queries: 9 },
    });
  });

  it.each([
    [['--peer', 'starlight', '--peer', 'hugo', '--peer', 'hugo'], { peers: ['starlight', 'hugo'] }],
    [['--rounds', '3'], { rounds: 3 }],
    [['--same-bytes'], { sameBytes: true }],
  ])('takes %j for a series', (argv, read) => {
    expect(readBenchArguments(argv)).toMatchObject({ only: 'scale', docs: [200], ...read });
  });

  it('measures links alone', () => {
    expect(readBenchArguments(['--only', 'links'])).toMatchObject({ only: 'links' });
  });

  it('measures only search of a site that is built already', () => {
    expect(readBenchArguments(['--dist', 'dist'])).toMatchObject({ dist: 'dist', only: 'search' });
  });

  it('measures pages alone, and by Lighthouse when asked to, of a site that is built already too', () => {
    expect(readBenchArguments(['--only', 'pages', '--dist', 'dist'])).toMatchObject({ only: 'pages' });
    expect(readBenchArguments(['--lighthouse'])).toMatchObject({ only: 'pages', lighthouse: true });
    expect(readBenchArguments(['--lighthouse', '--dist', 'dist'])).toMatchObject({ only: 'pages' });
  });

  it.each([
    [['--docs', '0'], '1 到 20000'],
    [['--docs', '-3'], '--docs'],
    [['--docs', '1e3'], '1e3'],
    [['--docs', '20001'], '20001'],
    [['--from', ''], '--from'],
    [['--json', ' '], '--json'],
    [['--docs', '5', '--from', 'laws'], '只有其中之一'],
    [['--dist', 'dist', '--from', 'laws'], '同时有 --from 和 --dist'],
    [['--dist', ''], '--dist'],
    [['--only', 'speed'], '应为 scale、search、links、pages、check 之一'],
    [['--only', 'search', '--lighthouse'], '--only search 与 --lighthouse 同用'],
    [['--only', 'links', '--dist', 'dist'], '--only links 与 --dist 同用'],
    [['--only', 'check', '--dist', 'dist'], '检查要从内容文件测起'],
    [['--docs', '100,'], '发现 --docs ，应为'],
    [['--docs', '100,x'], '--docs x'],
    [['--docs', '5,6', '--from', 'laws'], '只有其中之一'],
    [['--docs', '5,6', '--only', 'check'], '几个规模的 --docs 与 --only check 同用'],
    [['--peer', 'jekyll'], '应为 starlight、starlight-sidebar、astro、hugo、vitepress 之一'],
    [['--peer', 'hugo', '--lighthouse'], '--peer 与 --lighthouse 同用'],
    [['--rounds', '2', '--dist', 'dist'], '--rounds 与 --dist 同用'],
    [['--rounds', '0'], '1 到 9'],
    [['--only', 'scale', '--dist', 'dist'], '规模要从内容文件测起'],
    [['--queries', '0'], '1 到 100000'],
    [['--queries', 'all'], '--queries all'],
    [['--cold', '2'], '3 到 3000'],
    [['--fast'], '--fast'],
    [['laws'], 'laws'],
  ])('refuses %j', (argv, said) => {
    expect(() => readBenchArguments(argv)).toThrow(UsageError);
    expect(() => readBenchArguments(argv)).toThrow(said);
  });

  it('ends with 2 and says what is wrong, without a stack trace', async () => {
    for (const args of [
      ['--docs', 'many'],
      ['--from', 'nowhere'],
      ['--from', '.'],
      ['--dist', 'nowhere'],
      ['--dist', '.'],
    ]) {
      const { code, out, err } = await runScript('bench-site.ts', args, folder());
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('应为');
      expect(err).not.toMatch(/^\s+at /m);
    }
  });
});

describe('generated documents', () => {
  const count = 30;
  let files: Map<string, string>;
  beforeAll(() => {
    files = generateContent(count);
  });

  it('are the same every time', () => {
    expect([...generateContent(count)]).toEqual([...files]);
  });

  it('pass the check without a word', async () => {
    await prepareContent(folder(), { docs: count });
    expect(await readdir(folder())).toEqual(['agencies.yml', 'plans', 'policies', 'summaries', 'topics.yml']);
    expect(await checkContent(folder())).toMatchObject({ issues: [], files: count + 2 });
  });

  it('are about 5,000 characters long, with clauses', () => {
    const bodies = [...files].filter(([, mdx]) => mdx.includes('completeness: "全文"')).map(([, mdx]) => mdx);
    const mean = bodies.reduce((sum, mdx) => sum + mdx.length, 0) / bodies.length;
    expect(mean).toBeGreaterThan(4500);
    expect(mean).toBeLessThan(7000);
    for (const mdx of bodies) expect(mdx).toMatch(/^## 一、.*^### （一）.*^1\\\./ms);
  });

  it('cite one another in varied print, and numbers that nobody holds', () => {
    const held = new Set([...files.values()].flatMap((mdx) => /^docNumber: "(.*)"$/m.exec(mdx)?.[1] ?? []));
    const found = [...files.values()].flatMap((mdx) =>
      findDocNumbers(mdx.replace(/^---.*?^---/ms, '').replaceAll('\\', '')),
    );
    const cited = found.filter(({ canonical }) => held.has(canonical));
    expect(cited.length).toBeGreaterThan(count);
    expect(cited.length).toBeLessThan(found.length);
    expect(cited.filter(({ raw, canonical }) => raw !== canonical).length).toBeGreaterThan(cited.length / 3);
  });

  it('are of distinct titles and numbers, in any amount', () => {
    const values = [...generateContent(400).values()];
    for (const field of [/^title: (.*)$/m, /^docNumber: (.*)$/m]) {
      const found = values.flatMap((mdx) => field.exec(mdx)?.[1] ?? []);
      expect(found).toHaveLength(400);
      expect(new Set(found).size).toBe(400);
    }
  });

  it('can be changed one at a time', async () => {
    await prepareContent(folder(), { docs: 5 });
    await changeOneDocument(folder());
    const before = generateContent(5);
    const changed = [...before].filter(
      ([file, mdx]) => readFileSync(path.join(folder(), file), 'utf8') !== mdx,
    );
    expect(changed).toHaveLength(1);
    expect(await checkContent(folder())).toMatchObject({ errors: 0 });
  });

  it('can be given another title and one more of their number, and still pass the check', async () => {
    await prepareContent(folder(), { docs: 5 });
    await changeOneTitle(folder());
    await addOneDocument(folder());
    const before = generateContent(5);
    const { documents } = await loadContent(folder());
    expect(documents).toHaveLength(6);
    const changed = documents.filter(({ source }) => before.get(source.file) !== source.text);
    const [added, titled] = changed;
    expect(titled?.data?.title).toMatch(/[^）]（改）$/);
    expect(titled?.data).toHaveProperty('docNumber');
    expect(added?.data?.title).toBe(`${titled?.data?.title}（增）`);
    expect(added?.data).not.toHaveProperty('docNumber');
    expect(added?.source.body).toBe(titled?.source.body);
    expect(added?.data?.period).toEqual(titled?.data?.period);
    expect(await checkContent(folder())).toMatchObject({ errors: 0 });
  });
});

describe('--from', () => {
  it('wraps texts into valid records that claim nothing', async () => {
    const { files, refused } = wrapTexts([
      {
        file: '办法/云岭区听课办法(2012).md',
        bytes: text('# 云岭区听课办法\n第一条 <听课> {节数} *不少于* 20节。\n'),
      },
      { file: '说明.txt', bytes: text('import 一、总则\n\n1. 第一项\n') },
      { file: '空.txt', bytes: text('') },
    ]);
    expect([...files.keys()]).toEqual(['policies/text-00001.mdx', 'policies/text-00002.mdx']);
    expect(refused).toEqual(['空.txt：文件是空的，没有一个字节']);
    for (const [file, mdx] of files) {
      await mkdir(path.dirname(path.join(folder(), file)), { recursive: true });
      await writeFile(path.join(folder(), file), mdx);
    }
    expect(await checkContent(folder())).toMatchObject({ errors: 0 });
    const { documents } = await loadContent(folder());
    expect(documents.map(({ data }) => data)).toMatchObject([
      { title: '云岭区听课办法(2012)', issuer: '未署名', kind: '未知' },
      { title: '说明', issuer: '未署名', kind: '未知' },
    ]);
    expect(documents.every(({ data }) => data?.docNumber === undefined && data?.issuedOn === undefined)).toBe(
      true,
    );
    expect(documents[0]?.source.body).toContain('## 云岭区听课办法');
  });

  it('copies a content folder and leaves it as it is', async () => {
    const from = 'tests/fixtures/library';
    expect(await prepareContent(folder(), { docs: 1, from })).toBe('content folder library');
    expect((await readdir(folder())).sort()).toEqual((await readdir(from)).sort());
  });
});
