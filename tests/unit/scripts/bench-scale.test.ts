import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stageLabel, stageNames, stageTimes } from '../../../scripts/bench/build-stages.ts';
import { growthPower, growthPowers } from '../../../scripts/bench/growth.ts';
import { installPackages } from '../../../scripts/bench/install-packages.ts';
import { widthOf } from '../../../scripts/bench/print-table.ts';
import { readProcessEntry } from '../../../scripts/bench/process-tree.ts';
import { buildTable, reportScale, reportSize } from '../../../scripts/bench/report-scale.ts';
import type { BuildFigures } from '../../../scripts/bench/run-build.ts';
import { compareSites, digestSite } from '../../../scripts/bench/same-bytes.ts';
import {
  compareRuns,
  faultsOf,
  middleRun,
  type PeerFigures,
  type ScaleFigures,
} from '../../../scripts/bench/scale-figures.ts';
import { costWords } from '../../../scripts/bench/tell-cost.ts';
import { UsageError } from '../../../scripts/import/read-arguments.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();

describe('stages of a build', () => {
  it('last until the next begins, the last until the end, and go on when they begin again', () => {
    const marks = [
      { name: 'check', at: 100 },
      { name: 'pages', at: 300 },
      { name: 'index', at: 1000 },
      { name: 'pages', at: 1200 },
    ];
    expect(stageTimes(marks, 2000)).toEqual([
      { name: 'start', ms: 100 },
      { name: 'check', ms: 200 },
      { name: 'pages', ms: 1500 },
      { name: 'index', ms: 200 },
    ]);
    expect(stageTimes([], 50)).toEqual([{ name: 'start', ms: 50 }]);
  });

  it("are called by Chinese names, and by the build's own where it has new ones", () => {
    expect(['check', 'pages', 'polish', 'toString'].map(stageLabel)).toEqual([
      ...['检查', '网页', 'polish', 'toString'],
    ]);
  });

  it('are listed once over several builds', () => {
    const stages = (...names: string[]) => ({ stages: names.map((name) => ({ name, ms: 1 })) });
    expect(stageNames([stages('start', 'compile', 'pages'), stages('start', 'pages', 'merge')])).toEqual([
      ...['start', 'compile', 'pages', 'merge'],
    ]);
  });
});

describe('growth', () => {
  it('is a power of the number of documents', () => {
    expect(growthPower({ documents: 100, value: 5 }, { documents: 1000, value: 50 })).toBeCloseTo(1);
    expect(growthPower({ documents: 10, value: 3 }, { documents: 20, value: 12 })).toBeCloseTo(2);
    expect(growthPower({ documents: 10, value: 3 }, { documents: 20, value: 3 })).toBeCloseTo(0);
  });

  it('is told only of what grew from something', () => {
    expect(growthPower({ documents: 10, value: 3 }, { documents: 10, value: 4 })).toBeUndefined();
    expect(growthPower({ documents: 10, value: 0 }, { documents: 20, value: 4 })).toBeUndefined();
    expect(growthPowers([{ documents: 10, value: 3 }])).toEqual([undefined]);
  });
});

describe('processor time', () => {
  it('is read from /proc whatever the program is called', () => {
    const stat = `42 (a) (b c) S 7 ${Array(9).fill(0).join(' ')} 11 22 33 44 20 0\n`;
    expect(readProcessEntry(stat)).toEqual({ pid: 42, parent: 7, ticks: 33, childTicks: 77 });
    expect(readProcessEntry('')).toBeUndefined();
  });
});

describe('bytes of two builds', () => {
  it('are compared file by file', async () => {
    const write = async (site: string, file: string, text: string): Promise<void> => {
      await mkdir(path.dirname(path.join(folder(), site, file)), { recursive: true });
      await writeFile(path.join(folder(), site, file), text);
    };
    for (const site of ['a', 'b']) {
      await write(site, 'same/index.html', '同');
      await write(site, 'other.txt', site);
      await write(site, `only-${site}.txt`, '');
    }
    const [clean, rebuilt] = [
      await digestSite(path.join(folder(), 'a')),
      await digestSite(path.join(folder(), 'b')),
    ];
    expect(compareSites(clean, rebuilt)).toEqual({
      files: 3,
      differing: 3,
      named: ['缺少 only-a.txt', '多出 only-b.txt', 'other.txt 的内容变了'],
    });
    expect(compareSites(clean, clean)).toEqual({ files: 3, differing: 0, named: [] });
  });
});

const build = (
  totalMs: number,
  cpuMs: number | null = totalMs,
  peakBytes: number | null = 1e9,
): BuildFigures => ({
  ...{ totalMs, cpuMs, peakBytes },
  stages: [
    { name: 'start', ms: 500 },
    { name: 'pages', ms: totalMs - 500 },
  ],
});

describe('comparison with a peer', () => {
  it('is of medians, each figure for itself', () => {
    const own = [build(1000, 4000), build(9000, 2000), build(2000, 3000)];
    const peer = [build(4000, 6000, 2e9), build(4000, 6000, 4e9)];
    expect(compareRuns(own, peer)).toEqual({ time: 0.5, cpu: 0.5, memory: 1 / 3 });
    expect(compareRuns([build(1000, null, null)], peer)).toEqual({ time: 0.25, cpu: null, memory: null });
    expect(middleRun(own).totalMs).toBe(2000);
    expect(middleRun(own.slice(0, 2)).totalMs).toBe(1000);
  });
});

const nothing = { bytes: 0, requests: 0 };
const same = { files: 9, differing: 0, named: [] };

function size(documents: number, totalMs: number, peers: readonly PeerFigures[] = []): ScaleFigures {
  const cold = build(totalMs);
  const files = {
    ...{ page: nothing, code: nothing, engine: nothing, meta: nothing },
    ...{ parts: nothing, fragments: nothing, other: nothing },
  };
  return {
    content: { what: 'generated', documents, characters: documents * 5000 },
    builds: {
      cold,
      unchanged: build(totalMs / 10),
      oneChanged: build(totalMs / 5),
      titleChanged: build(totalMs / 4),
      oneAdded: build(totalMs / 2),
    },
    coldRuns: [cold],
    bytes: { unchanged: same },
    output: { files: 100, bytes: 5e6, indexFiles: 10, indexBytes: 1e6 },
    search: {
      first: { bytes: 150_000, requests: 5, ms: 210, mostBytes: 160_000, files, queries: 30 },
      later: { queries: 200, ms: 1.25, slowestMs: 90, wrong: 0 },
    },
    peers,
  };
}

const machine = { cores: 2, memoryBytes: 2 ** 34, platform: 'linux x64', node: '24.0.0' };
const starlight = (totalMs: number): PeerFigures => {
  const runs = [{ ...build(totalMs, totalMs * 2, 4e9), files: 100, bytes: 1e6 }];
  return { name: 'starlight', title: 'Starlight', runs, ratios: compareRuns([build(10_000)], runs) };
};
const refused: PeerFigures = { name: 'hugo', title: 'Hugo', runs: [], refused: '发现找不到程序 hugo。' };

const cells = (report: string, label: string): string[] =>
  report
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}/))
    .find(([first]) => first === label)
    ?.slice(1) ?? [];

describe('the report of a series', () => {
  it('sets each rebuild against the clean build, stage by stage', () => {
    const { builds } = size(100, 10_000);
    const faster = { ...builds.oneChanged, stages: [{ name: 'merge', ms: 2000 }] };
    expect(buildTable({ cold: builds.cold, oneChanged: faster })).toEqual([
      ['', '共用', '比从头', 'CPU', '比从头', '启动', '网页', 'merge', '内存峰值'],
      ['从头', '10.0 s', '1.00', '10.0 s', '1.00', '0.5 s', '9.5 s', '-', '1000.0 MB'],
      ['改一份正文', '2.0 s', '0.20', '2.0 s', '0.20', '-', '-', '2.0 s', '1000.0 MB'],
    ]);
  });

  it('sets the clean build against the peers, and shows no figures of one that was refused', () => {
    const report = reportSize(size(500, 10_000, [starlight(20_000), refused]));
    expect(cells(report, 'Starlight')).toEqual(['20.0 s', '40.0 s', '4000.0 MB', '0.50', '0.25', '0.25']);
    expect(cells(report, 'Hugo')).toEqual(['不作比较', '-', '-', '-', '-', '-']);
    expect(reportSize(size(500, 10_000))).not.toContain('对照');
  });

  it('lists all sizes side by side and tells of superlinear growth', () => {
    const sizes = [size(100, 2000), size(1000, 10_000, [starlight(20_000)]), size(2000, 40_000)];
    const report = reportScale({ machine, sizes });
    expect(cells(report, '文件（份）')).toEqual(['100', '1,000', '2,000']);
    expect(cells(report, '每份文件')).toEqual(['20.0 ms', '10.0 ms', '20.0 ms']);
    expect(cells(report, '改一份正文')[1]).toBe('2.0 s（0.20、0.20）');
    expect(cells(report, '三次改动之后')).toEqual(['未比', '未比', '未比']);
    expect(cells(report, '本站比 Starlight：用时')).toEqual(['-', '0.50', '-']);
    expect(cells(report, '共用')).toEqual(['20.00', '10.00', '20.00', '2.00']);
    expect(report).toContain('100 → 1,000 份 0.70，1,000 → 2,000 份 2.00（超线性）');
  });

  it('says nothing of growth where there is one size', () => {
    expect(reportScale({ machine, sizes: [size(100, 2000)] })).not.toContain('增长');
  });

  it('lines up in a terminal, where Chinese characters are wide', () => {
    expect(widthOf('首次检索，MB')).toBe(12);
    const lines = reportScale({ machine, sizes: [size(100, 2000), size(1000, 10_000)] }).split('\n');
    const table = lines.slice(lines.indexOf('规模') + 1, lines.indexOf('从头构建，每份文件的毫秒数') - 1);
    expect(table.length).toBeGreaterThan(15);
    expect(new Set(table.map(widthOf)).size).toBe(1);
  });

  it('tells of a build in a line, without what is not known', () => {
    expect(costWords(build(1500, 2000))).toBe('用 1.5 s，CPU 2.0 s，内存峰值 1000.0 MB');
    expect(costWords(build(1500, null, null))).toBe('用 1.5 s');
  });

  it('names what makes the run fail: other bytes, and peers that were not compared', () => {
    const good = size(100, 2000, [starlight(9000)]);
    expect(faultsOf({ machine, sizes: [good] })).toEqual([]);
    const differing = { files: 9, differing: 30, named: ['a.html 的内容变了'] };
    const bad = { ...size(500, 9000, [refused]), bytes: { unchanged: same, changed: differing } };
    expect(faultsOf({ machine, sizes: [good, bad] })).toEqual([
      '500 份文件，三次改动后的重建：发现与从头构建相差 30 个文件，应逐字节相同。先列 1 个：a.html 的内容变了。',
      '500 份文件：发现找不到程序 hugo。',
    ]);
  });
});

describe('packages that only the benchmark needs', () => {
  const wanted = { title: 'Some Tool', version: '1.2.3', size: '1 MB', packages: { some: '1.2.3' } };
  const npm = async (code: string): Promise<void> => {
    const script = path.join(folder(), 'npm.cjs');
    await writeFile(script, code);
    vi.stubEnv('npm_execpath', script);
  };
  const install = () => installPackages(wanted, () => {}, path.join(folder(), 'cache'));
  afterEach(() => vi.unstubAllEnvs());

  it('are installed once', async () => {
    await npm("require('node:fs').mkdirSync('node_modules/some', { recursive: true })");
    const at = path.join(folder(), 'cache/some-tool-1.2.3');
    expect(await install()).toBe(at);
    expect(await readdir(path.join(at, 'node_modules'))).toEqual(['some']);
    await npm('process.exit(1)');
    expect(await install()).toBe(at);
  });

  it('leave nothing half-installed, and say what npm said', async () => {
    await npm("require('node:fs').mkdirSync('node_modules'); console.error('no network'); process.exit(1)");
    await expect(install()).rejects.toThrow(UsageError);
    await expect(install()).rejects.toThrow(/没能下载 Some Tool 1\.2\.3.*no network/s);
    expect(await readdir(path.join(folder(), 'cache'))).toEqual([]);
  });
});
