import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { copyBuiltSite } from '../../../scripts/bench/built-site.ts';
import type { BenchFigures, SearchFigures } from '../../../scripts/bench/figures.ts';
import { toReadDocument } from '../../../scripts/bench/literal-search.ts';
import {
  type AskedTwice,
  firstQueries,
  MIXED,
  summariseKinds,
} from '../../../scripts/bench/measure-first-query.ts';
import { median } from '../../../scripts/bench/median.ts';
import { type Cost, summariseCosts } from '../../../scripts/bench/query-cost.ts';
import type { QueryKind } from '../../../scripts/bench/query-kinds.ts';
import { makeRandom } from '../../../scripts/bench/random.ts';
import { reportFigures } from '../../../scripts/bench/report.ts';
import { bestRun } from '../../../scripts/bench/report-search.ts';
import { fileKind, TransferLog } from '../../../scripts/bench/transfer.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();

describe('medians', () => {
  it('are the middle value or the mean of the two in the middle', () => {
    expect(median([5])).toBe(5);
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
    expect(median([])).toBe(0);
  });
});

describe('what goes over the wire', () => {
  it('is compressed where a server would compress it, and else as it lies', async () => {
    const text = '磨课'.repeat(500);
    const packed = gzipSync(text);
    await mkdir(path.join(folder(), 'search'));
    for (const [name, content] of [
      ['search/api.js', text],
      ['part.pf_index', packed],
      ['part.bin', text],
      ['index.html', text],
    ] as const) {
      await writeFile(path.join(folder(), name), content);
    }
    const log = new TransferLog(folder());
    for (const name of ['search/api.js', 'part.pf_index', 'part.bin', '', 'nowhere.js']) log.note(name);
    expect(log.take()).toEqual([
      { file: 'search/api.js', raw: 3000, gzip: packed.length },
      { file: 'part.pf_index', raw: packed.length, gzip: packed.length },
      { file: 'part.bin', raw: 3000, gzip: 3000 },
      { file: 'index.html', raw: 3000, gzip: packed.length },
    ]);
    expect(log.take()).toEqual([]);
  });

  it.each([
    ['search/api.js', 'code'],
    ['plain-pagefind/pagefind.js', 'code'],
    ['pagefind/wasm.unknown.pagefind', 'engine'],
    ['pagefind/pagefind-entry.json', 'meta'],
    ['pagefind/0a1b/pagefind.und_0a1b.pf_meta', 'meta'],
    ['pagefind/0a1b2c/catalogue.json', 'meta'],
    ['pagefind/0a1b/index/und_1.pf_index', 'parts'],
    ['pagefind/fragment/und_1.pf_fragment', 'fragments'],
    ['search/index.html', 'page'],
    ['_astro/page.css', 'page'],
    ['api/numbers.json', 'other'],
  ])('tells what %s is for', (file, kind) => {
    expect(fileKind(file)).toBe(kind);
  });
});

const nothing = { bytes: 0, requests: 0 };

function cost(bytes: number, ms: number): Cost {
  const files = {
    page: nothing,
    code: { bytes: 10, requests: 1 },
    engine: nothing,
    meta: nothing,
    parts: { bytes: bytes - 10, requests: 2 },
    fragments: nothing,
    other: nothing,
  };
  return { bytes, requests: 3, ms, files };
}

const asked = (kind: QueryKind, site: Cost, plain: Cost): AskedTwice => ({
  kind,
  query: '磨课',
  site,
  plain,
});

const queries = [
  asked('word', cost(1000, 10), cost(2000, 20)),
  asked('phrase', cost(3000, 30), cost(4000, 60)),
  asked('fragment', cost(2000, 50), cost(6000, 40)),
  asked('one character', cost(90_000, 900), cost(70_000, 700)),
];
const costs = summariseKinds(queries);

describe('first queries', () => {
  it('take words, phrases and fragments in equal parts for the mixed set', () => {
    const document = toReadDocument('/a/', [
      '各学校要组织教师扎实开展校本教研活动，不断提高课堂教学效率',
      '坚持以课例为载体，深入推进同课异构、听课评课2次，减轻学生过重的课业负担',
    ]);
    const queries = firstQueries([document], 7, makeRandom(1));
    const groups = Map.groupBy(queries, ({ kind }) => kind);
    expect(MIXED.map((kind) => groups.get(kind)?.length)).toEqual([3, 3, 3]);
  });

  it('are summed up by kind and for the mixed set, without the other kinds', () => {
    expect(costs.kinds.map(({ label }) => label)).toEqual(['word', 'phrase', 'fragment', 'one character']);
    expect(costs.mixed).toMatchObject({
      queries: 3,
      site: { bytes: 2000, mostBytes: 3000, ms: 30, requests: 3 },
      plain: { bytes: 4000, mostBytes: 6000, ms: 40 },
    });
    expect(costs.mixed.site.files.parts).toEqual({ bytes: 1990, requests: 2 });
  });
});

const exact = { queries: 50, recall: 1, precision: 1, ms: 4, slowestMs: 80, wrong: [] };
const wrong = {
  ...{ kind: 'phrase' as const, query: '磨课活动', missing: 2, surplus: 1 },
  ...{ missed: ['/a/', '/b/'], added: ['/c/'] },
};
const index = (times: number[], peak: number | null) => ({
  runs: times.map((ms) => ({ ms, peakBytes: peak })),
  files: 80,
  bytes: 2_000_000,
});
const figures: BenchFigures & SearchFigures = {
  machine: { cores: 2, memoryBytes: 2 ** 34, platform: 'linux x64', node: '24.0.0' },
  content: { what: 'generated documents', documents: 100, characters: 570_000 },
  builds: {},
  output: { files: 400, bytes: 9_000_000, indexFiles: 90, indexBytes: 2_000_000 },
  exactness: {
    site: [
      { ...exact, kind: 'word' },
      { ...exact, kind: 'phrase', recall: 0.99996, precision: 0.5, wrong: [wrong] },
      { ...exact, kind: 'occurring nowhere', recall: null },
    ],
    plain: [{ ...exact, kind: 'word', queries: 5, recall: 0.5 }],
  },
  firstQuery: { ...costs, searchPage: summariseCosts([cost(130_000, 900)]), asked: queries },
  indexing: { site: index([3000, 2000], 5e8), plain: index([4000, 4100], null) },
};

describe('the report', () => {
  const lines = reportFigures(figures).split('\n');
  const line = (label: string): string[] =>
    lines
      .find((each) => each.startsWith(`  ${label}  `))
      ?.trim()
      .split(/\s{2,}/) ?? [];

  it('says 1.000 only of what is exact', () => {
    expect(line('word')).toEqual(['word', '50', '1.000 / 1.000', '4, 80', '5', '0.500 / 1.000', '4, 80']);
    expect(line('phrase').slice(0, 3)).toEqual(['phrase', '50', '0.999 / 0.500']);
    expect(line('occurring nowhere')[2]).toBe('- / 1.000');
    expect(line('all')).toEqual(['all', '150', '0.999 / 0.833']);
  });

  it('lists what was answered otherwise than by a literal search', () => {
    expect(lines).toContain('Answered otherwise than by a literal search: 1 of 150 queries');
    expect(lines).toContain('  phrase: 磨课活动  2 missing, 1 too many: misses /a/, adds /c/');
  });

  it('sets this site against plain Pagefind', () => {
    expect(line('word + phrase + fragment')).toEqual([
      ...['word + phrase + fragment', '3', '2.0 : 4.0', '0.50', '3.0 : 6.0', '3 : 3', '30 : 40', '0.75'],
    ]);
    expect(line('parts')).toEqual(['parts', '2.0 KB', '2', '4.0 KB', '2', '130.0 KB', '2']);
    expect(line('most')).toEqual(['most', '3.0 KB', '6.0 KB', '130.0 KB']);
    expect(line('index time')).toEqual(['index time', '2.0 s', '4.0 s', '0.50']);
    expect(line('all times')).toEqual(['all times', '3.0 s, 2.0 s', '4.0 s, 4.1 s']);
    expect(line('peak memory')).toEqual(['peak memory', '500.0 MB', 'n/a', '-']);
    expect(bestRun(figures.indexing.site)).toEqual({ ms: 2000, peakBytes: 5e8 });
  });

  it('tells of linking alone what share of the build it is', () => {
    const build = { stages: [{ name: 'pages', ms: 7000 }], cpuMs: null, peakBytes: null };
    const { exactness: _exactness, firstQuery: _firstQuery, indexing: _indexing, ...others } = figures;
    const report = reportFigures({
      ...others,
      builds: { cold: { ...build, totalMs: 10_000 } },
      linking: { numbers: 500, titles: 200, findMs: 300, linkMs: 450, citations: 650, joinMs: 50 },
    });
    expect(report).toMatch(/find, link and join\s+0\.5 s\s+5\.0 %/);
    expect(report).not.toContain('Pagefind');
  });

  it('says nothing of what was not measured, and fits a terminal', () => {
    const text = lines.join('\n');
    for (const title of ['Build', 'Linking', 'A document page']) expect(text).not.toContain(`\n${title}`);
    expect(Math.max(...lines.map((each) => each.length))).toBeLessThan(120);
  });
});

describe('a site that is built already', () => {
  it('is copied, and refused when its pages lie elsewhere', async () => {
    const dist = path.join(folder(), 'dist');
    await mkdir(path.join(dist, 'api'), { recursive: true });
    await mkdir(path.join(dist, 'plans/a'), { recursive: true });
    await writeFile(path.join(dist, 'plans/a/index.html'), '页');
    const list = (url: string) => writeFile(path.join(dist, 'api/documents.json'), JSON.stringify([{ url }]));
    await list('/plans/a/');
    expect(await copyBuiltSite(dist, path.join(folder(), 'copy'))).toBe('built site dist');
    await list('/wenku/plans/a/');
    await expect(copyBuiltSite(dist, path.join(folder(), 'again'))).rejects.toThrow('BASE_PATH=/');
    await writeFile(path.join(dist, 'api/documents.json'), '{}');
    await expect(copyBuiltSite(dist, path.join(folder(), 'again'))).rejects.toThrow('应为已构建好的网站');
  });
});
