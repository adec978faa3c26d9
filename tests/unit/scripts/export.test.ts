import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSite } from '../../../scripts/export/read-site.ts';
import { meilisearchRecipe, openSearchRecipe } from '../../../scripts/export/recipes.ts';
import { type ExportReport, writeExport } from '../../../scripts/export/write-export.ts';
import type { DocumentRow } from '../../../src/schema/api.ts';
import type { ExportedDocument } from '../../../src/schema/export.ts';
import { meilisearchKey } from '../../../src/search/export-meilisearch.ts';
import { bulkLines, openSearchIndex } from '../../../src/search/export-opensearch.ts';
import { pageOf } from '../../support/sample-site.ts';
import { checkIndex, normalisedTerm } from '../../support/strict-mapping.ts';
import { startMeilisearch } from '../../support/strict-meilisearch.ts';
import { startOpenSearch } from '../../support/strict-opensearch.ts';
import { type Run, runScript } from './run-script.ts';

const BASE = '/wenku/';
const BOTH = { opensearch: true, meilisearch: true };

function row(id: string, changes: Partial<DocumentRow> = {}): DocumentRow {
  return {
    ...{ id, collection: 'plans', url: `${BASE}${id}/`, title: '云岭区教研室工作计划', docNumber: null },
    ...{
      issuer: '云岭区教研室',
      kind: '工作计划',
      period: null,
      years: [],
      issuedOn: null,
      publishedOn: null,
    },
    ...{ status: '未核实', statusSince: null, changedOn: null, completeness: '全文', topics: [] },
    ...{ aliases: [], relations: {}, level: '' },
    ...changes,
  };
}

const PLAN = row('plans/yunjiaoyanzi-2012-3', {
  ...{ docNumber: '云教研字〔2012〕3号', period: '2012年', years: [2012], issuedOn: '2012-02-20' },
  ...{ topics: ['教学常规'], relations: { implements: ['云教发〔2011〕5号'] }, level: '县级' },
});
const ORDER = row('policies/mou-ling-2016-3', {
  ...{ collection: 'policies', title: '“甲”<乙>\u2028办法', docNumber: '云岭区教育局令〔2016〕3号' },
});
const RECORD = row('summaries/云岭_总结.1', { collection: 'summaries', completeness: '题录' });
const ROWS = [RECORD, PLAN, ORDER];
const BODIES: Record<string, string> = {
  [PLAN.id]: `<p>序言</p><h2 id="s1" data-clause="第一部分">一、教学常规</h2><p id="p1">依据<a href="/n/">云教发〔2011〕5号</a>。</p>
    <p id="s1-i1" data-clause="第一部分第1条">1. 抓好磨课<span data-search-ignore>略去</span></p>`,
  [ORDER.id]: '<p>办法正文</p>',
  [RECORD.id]: '',
};
const cite = (canonical: string | null): object => ({
  ...{ from: PLAN.id, to: null, raw: '依据', canonical, title: canonical === null ? '通知' : null },
  ...{ anchor: 'p1', clause: null, sentence: '依据……', resolved: 'missing' },
});
const CITATIONS = [
  cite('云教发〔2011〕5号'),
  cite(null),
  cite('云教发〔2010〕1号'),
  cite('云教发〔2011〕5号'),
];

let workspace: string;
const inside = (...names: string[]): string => path.join(workspace, ...names);

async function writeSite(name: string, rows: readonly DocumentRow[] = ROWS): Promise<string> {
  await mkdir(inside(name, 'api'), { recursive: true });
  await writeFile(inside(name, 'api/documents.json'), JSON.stringify(rows));
  await writeFile(inside(name, 'api/citations.json'), JSON.stringify(CITATIONS));
  for (const entry of rows) {
    const facts: [string, string][] = entry.docNumber === null ? [] : [['发文字号', entry.docNumber]];
    await mkdir(inside(name, entry.id), { recursive: true });
    const body = BODIES[entry.id] ?? '<p>正文</p>';
    await writeFile(
      inside(name, entry.id, 'index.html'),
      pageOf({ entry, facts, body, notes: '<p>注一</p>' }),
    );
  }
  return inside(name);
}

const exportTo = (site: string, out: string): Promise<ExportReport> =>
  writeExport(
    { outDir: site, contentDir: inside('content'), base: BASE, siteUrl: 'http://127.0.0.1', asOf: undefined },
    out,
    BOTH,
  );
const readLines = async (file: string): Promise<ExportedDocument[]> => {
  const text = await readFile(file, 'utf8');
  expect(text.endsWith('}\n')).toBe(true);
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedDocument);
};

let report: ExportReport;
beforeAll(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'export-'));
  report = await exportTo(await writeSite('site'), inside('out'));
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

describe('documents.jsonl', () => {
  it('holds every document once, by id, with what it cites, its clauses and its text', async () => {
    const documents = await readLines(inside('out/documents.jsonl'));
    expect(documents.map(({ id }) => id)).toEqual([PLAN.id, ORDER.id, RECORD.id]);
    expect(report.documents).toBe(3);
    expect(documents[0]).toEqual({
      ...PLAN,
      numberKey: '云教研字〔2012〕3号',
      cites: ['云教发〔2011〕5号', '云教发〔2010〕1号'],
      clauses: [
        { anchor: 's1', label: '第一部分', text: '一、教学常规\n依据云教发〔2011〕5号。' },
        { anchor: 's1-i1', label: '第一部分第1条', text: '1. 抓好磨课' },
      ],
      text: '序言\n一、教学常规\n依据云教发〔2011〕5号。\n1. 抓好磨课\n注一',
    });
    expect(documents[1]).toMatchObject({
      numberKey: '云岭区教育局令2016年第3号',
      title: ORDER.title,
      cites: [],
    });
    expect(documents[2]).toMatchObject({ numberKey: null, clauses: [], text: '注一' });
  });

  it('keeps its schema, which names all that it holds', async () => {
    const schema = JSON.parse(await readFile(inside('out/documents.schema.json'), 'utf8')) as object;
    const closed = JSON.parse(JSON.stringify(schema), (_key, value: Record<string, unknown> | null) =>
      value?.['properties'] ? { ...value, additionalProperties: false } : value,
    ) as object;
    const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(closed);
    for (const document of await readLines(inside('out/documents.jsonl'))) {
      validate(document);
      expect(validate.errors).toBeNull();
      expect(validate({ ...document, cites: null })).toBe(false);
    }
  });

  it('is the same bytes from a site in another folder that lists its documents in another order', async () => {
    const again = await exportTo(await writeSite('other-site', [...ROWS].reverse()), inside('other-out'));
    expect(again).toEqual(report);
    const files = (await readdir(inside('out'), { recursive: true }))
      .filter((name) => name.includes('.'))
      .sort();
    expect(files).toEqual([
      ...[
        'documents.jsonl',
        'documents.schema.json',
        'meilisearch/documents.jsonl',
        'meilisearch/settings.json',
      ],
      ...['opensearch/bulk.ndjson', 'opensearch/mapping.json'],
    ]);
    for (const file of files)
      expect(await readFile(inside('other-out', file))).toEqual(await readFile(inside('out', file)));
  });
});

/** Runs a printed recipe in a shell, but for another address of the engine. */
function runRecipe(recipe: string, usual: string, url: string): Promise<string> {
  const commands = recipe.slice(recipe.indexOf('\n')).replaceAll(usual, url);
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-e', '-c', commands], { env: { ...process.env, no_proxy: '127.0.0.1' } });
    let printed = '';
    for (const stream of [shell.stdout, shell.stderr])
      stream.on('data', (chunk) => {
        printed += String(chunk);
      });
    shell.on('error', reject);
    shell.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(printed))));
  });
}

describe('the OpenSearch recipe', () => {
  it('loads every document into an index that knows all their fields', async () => {
    const engine = await startOpenSearch();
    try {
      const printed = await runRecipe(
        openSearchRecipe(inside('out'), report),
        'http://127.0.0.1:9200',
        engine.url,
      );
      expect(engine.refused).toEqual([]);
      expect(printed).toContain('{"errors":false}');
      expect(printed).toContain('{"count":3}');
      expect(printed).toContain(`"_id":"${PLAN.id}"`);
      const index = engine.indexes.get(engine.aliases.get('wenku') ?? '');
      expect([...(index?.documents.values() ?? [])]).toEqual(await readLines(inside('out/documents.jsonl')));
      expect((await readdir(inside('out/opensearch'))).sort()).toEqual(['bulk.ndjson', 'mapping.json']);
    } finally {
      await engine.close();
    }
  });

  it('is told what is wrong: the imitation refuses a field, a type and a missing newline', async () => {
    const engine = await startOpenSearch();
    const ask = async (method: string, name: string, body: string, type: string): Promise<string> =>
      (await fetch(`${engine.url}/${name}`, { method, body, headers: { 'Content-Type': type } })).text();
    const [document] = await readLines(inside('out/documents.jsonl'));
    const load = (changes: object, cut = 0): Promise<string> => {
      const lines = bulkLines({ ...document, ...changes } as ExportedDocument);
      return ask('POST', 'w/_bulk', lines.slice(0, lines.length - cut), 'application/x-ndjson');
    };
    try {
      await ask('PUT', 'w', JSON.stringify(openSearchIndex()), 'application/json');
      expect(await load({})).toContain('"errors":false');
      expect(await load({ unknown: 1 })).toContain('dynamic introduction of [unknown]');
      expect(await load({ issuedOn: '2012-02-30' })).toContain('failed to parse field [issuedOn]');
      expect(await load({ years: ['2012'] })).toContain('failed to parse field [years]');
      expect(await load({ clauses: [{ more: '' }] })).toContain('dynamic introduction of [clauses.more]');
      expect(await load({}, 1)).toContain('terminated by a newline');
    } finally {
      await engine.close();
    }
  });

  it('finds a number however its brackets, digits and spaces are typed, and no other number', () => {
    const index = openSearchIndex() as Record<string, unknown>;
    checkIndex(index);
    const term = (number: string): string => normalisedTerm(index, 'wenku_number', number);
    const variants = [
      '云教研字[2012]3号',
      '云教研字（2012）3号',
      '云教研字【２０１２】第０3 号',
      '云教研字 ﹝2012﹞003号',
    ];
    for (const typed of variants) expect(term(typed)).toBe(term('云教研字〔2012〕3号'));
    expect(term('云教研字［2012］　3号')).toBe(term('云教研字〔2012〕3号'));
    expect(term('云教研字〔2012〕30号')).not.toBe(term('云教研字〔2012〕3号'));
    expect(term('云教研字〔2012〕103号')).not.toBe(term('云教研字〔2012〕13号'));
  });
});

it('splits words that are searched just as the texts, so that phrases keep their places', () => {
  const text = JSON.stringify(openSearchIndex());
  expect(text).toContain('"analyzer":"wenku_single"');
  expect(text).not.toContain('search_analyzer');
  expect(text).not.toContain('output_unigrams');
});

describe('the Meilisearch recipe', () => {
  it('loads every document, and again in place of the last load', async () => {
    const engine = await startMeilisearch();
    const recipe = meilisearchRecipe(inside('out'), report);
    try {
      const printed = await runRecipe(recipe, 'http://127.0.0.1:7700', engine.url);
      expect(printed).toContain('{"numberOfDocuments":3}');
      expect(engine.failed).toEqual([]);
      engine.documents.set('gone', {});
      await runRecipe(recipe, 'http://127.0.0.1:7700', engine.url);
      expect(engine.failed).toEqual(['Index wenku already exists']);
      expect(engine.refused).toEqual([]);
      expect([...engine.documents.keys()]).toEqual(ROWS.map(({ id }) => meilisearchKey(id)).sort());
      expect(engine.documents.get(meilisearchKey(PLAN.id))).toMatchObject({
        id: PLAN.id,
        issuedDay: 20120220,
      });
      expect(engine.documents.get(meilisearchKey(ORDER.id))).toMatchObject({ issuedDay: null });
    } finally {
      await engine.close();
    }
  });

  it('gives each document a key of its own that Meilisearch accepts', () => {
    expect(meilisearchKey('plans/yunjiaoyanzi-2012-3')).toBe('plans_yunjiaoyanzi-2012-3');
    const keys = ['plans/a.b', 'plans/a_b', 'plans/a_2e_b', 'plans/a-b', 'plans/云', 'plans/𠮷'].map(
      meilisearchKey,
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-zA-Z0-9_-]+$/);
  });
});

describe('an export that fails', () => {
  it('refuses a site that is replaced meanwhile', async () => {
    const documents = readSite(await writeSite('swapped'), BASE);
    expect((await documents.next()).value).toMatchObject({ id: PLAN.id });
    await rename(inside('swapped'), inside('swapped-old'));
    await writeSite('swapped');
    const readOn = async (): Promise<void> => {
      while (!(await documents.next()).done);
    };
    await expect(readOn()).rejects.toThrow('换成了新生成的网站，应为导出时不变的网站。改法：');
  });

  it('names a document whose key Meilisearch would refuse, and leaves nothing', async () => {
    const site = await writeSite('dotted', [row(`plans/${'a.'.repeat(110)}`)]);
    await expect(exportTo(site, inside('refused'))).rejects.toThrow('有 556 字节，应不超过 511 字节。改法：');
    expect((await readdir(workspace)).filter((name) => name.startsWith('refused'))).toEqual([]);
  });
});

describe('npm run export', () => {
  const run = async (site: string, ...args: string[]): Promise<Run> => {
    const before = { OUT_DIR: process.env['OUT_DIR'], BASE_PATH: process.env['BASE_PATH'] };
    Object.assign(process.env, { OUT_DIR: site, BASE_PATH: BASE });
    try {
      return await runScript('export-documents.ts', args, workspace, inside('content'));
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  };

  it('replaces the last export whole and prints only the recipes asked for', async () => {
    const first = await run(inside('site'), '--out', 'own', '--opensearch');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('完成：3 份文件');
    expect(first.out).toContain('http://127.0.0.1:9200/wenku-');
    expect(first.out).not.toContain('7700');
    expect(first.out.match(/https?:\/\/(?!127\.0\.0\.1:9200\b)\S+/g)).toBeNull();
    const second = await run(inside('site'), '--out', 'own');
    expect(second.out.trim().split('\n')).toHaveLength(1);
    expect((await readdir(inside('own'))).sort()).toEqual(['documents.jsonl', 'documents.schema.json']);
    expect((await readdir(workspace)).filter((name) => /\.(new|old)-/.test(name))).toEqual([]);
  });

  it.each([
    [[], '发现没有写 --out，应为导出到哪个文件夹。改法：'],
    [['--out'], '发现不认识或缺少值的选项 --out'],
    [['--out', 'x', '--solr'], '发现不认识或缺少值的选项 --solr'],
    [['x'], '发现多余的 x，应为只有选项。改法：'],
  ])('refuses %j', async (args, message) => {
    const { code, out, err } = await run(inside('site'), ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain('用法：npm run export');
  });

  it('says so when there is no site, and makes nothing', async () => {
    const { code, err } = await run(inside('nothing'), '--out', 'none');
    expect(code).toBe(1);
    expect(err).toContain(
      `发现 ${inside('nothing')} 里没有 api/documents.json，应为 npm run build 生成的网站。改法：`,
    );
    expect(await readdir(workspace)).not.toContain('none');
  });

  it('names every entry that is not as described, and leaves the last export', async () => {
    await exportTo(inside('site'), inside('kept'));
    await writeSite('foreign');
    const rows: object[] = [
      { ...PLAN, status: '有效' },
      { ...ORDER, years: undefined },
    ];
    await writeFile(inside('foreign/api/documents.json'), JSON.stringify(rows));
    const { code, err } = await run(inside('foreign'), '--out', 'kept');
    expect(code).toBe(1);
    expect(err).toContain('documents.json 第 1 项的 status 是 "有效"，应为');
    expect(err).toContain('documents.json 第 2 项的 years 没有，应为');
    expect(await readLines(inside('kept/documents.jsonl'))).toHaveLength(3);
  });

  it('names a page that is missing', async () => {
    await rm(path.join(await writeSite('torn'), PLAN.id), { recursive: true });
    const { code, err } = await run(inside('torn'), '--out', 'none');
    expect(code).toBe(1);
    expect(err).toContain(`应为「${PLAN.title}」（${PLAN.id}）的页面。\n改法：`);
  });

  it('refuses a folder that holds something else', async () => {
    await mkdir(inside('mine'));
    await writeFile(inside('mine/a.txt'), '我的');
    const { code, err } = await run(inside('site'), '--out', 'mine');
    expect(code).toBe(2);
    expect(err).toContain('有不是本程序生成的东西');
    expect(await readFile(inside('mine/a.txt'), 'utf8')).toBe('我的');
  });
});
