import { stageLabel, stageNames } from './build-stages.ts';
import type { BuildSeries } from './figures.ts';
import { growthPowers, SUPERLINEAR } from './growth.ts';
import { count, kilobytes, megabytes, printTable, ratio, seconds, type Table } from './print-table.ts';
import type { BuildCost, BuildFigures } from './run-build.ts';
import type { BytesFigures } from './same-bytes.ts';
import { medianCost, type PeerFigures, type ScaleFigures, type ScaleRun } from './scale-figures.ts';

const NONE = '-';
const memory = (bytes: number | null): string => (bytes === null ? NONE : megabytes(bytes));
const cpu = (ms: number | null): string => (ms === null ? NONE : seconds(ms));

const BUILDS: readonly (readonly [keyof BuildSeries, string])[] = [
  ['cold', '从头'],
  ['unchanged', '不改'],
  ['oneChanged', '改一份正文'],
  ['titleChanged', '改一份标题'],
  ['oneAdded', '添一份'],
];

/** The builds of one size, stage by stage: each with its share of the clean build's time. */
export function buildTable(builds: BuildSeries): Table {
  const made = BUILDS.flatMap(([key, label]) => {
    const build = builds[key];
    return build ? [{ label, build }] : [];
  });
  const stages = stageNames(made.map(({ build }) => build));
  const stage = ({ stages: own }: BuildFigures, name: string): string => {
    const found = own.find((each) => each.name === name);
    return found ? seconds(found.ms) : NONE;
  };
  return [
    ['', '共用', '比从头', 'CPU', '比从头', ...stages.map(stageLabel), '内存峰值'],
    ...made.map(({ label, build }) => [
      label,
      seconds(build.totalMs),
      builds.cold ? ratio(build.totalMs, builds.cold.totalMs) : NONE,
      cpu(build.cpuMs),
      builds.cold ? ratio(build.cpuMs ?? 0, builds.cold.cpuMs ?? 0) : NONE,
      ...stages.map((name) => stage(build, name)),
      memory(build.peakBytes),
    ]),
  ];
}

/** One size as text, as soon as it is measured. */
export function reportSize({ content, builds, coldRuns, peers }: ScaleFigures): string {
  return [
    `\n${count(content.documents)} 份文件，${count(content.characters)} 字：${content.what}`,
    printTable('构建', buildTable(builds)),
    ...(peers.length > 0 ? [printTable('从头构建，与对照比（各取中位数）', peerTable(coldRuns, peers))] : []),
  ].join('\n');
}

function peerTable(own: readonly BuildCost[], peers: readonly PeerFigures[]): Table {
  const times = (runs: readonly BuildCost[]): string =>
    runs.map(({ totalMs }) => seconds(totalMs)).join('、');
  const row = (label: string, runs: readonly BuildCost[], ratios: readonly string[]): string[] => {
    const cost = medianCost(runs);
    return [label, times(runs), cpu(cost.cpuMs), memory(cost.peakBytes), ...ratios];
  };
  return [
    ['', '用时', 'CPU', '内存峰值', '本站比它：用时', 'CPU', '内存'],
    row('本站', own, [NONE, NONE, NONE]),
    ...peers.map(({ title, runs, ratios }) =>
      ratios
        ? row(title, runs, [ratios.time, ratios.cpu, ratios.memory].map(twoPlaces))
        : [title, '不作比较', NONE, NONE, NONE, NONE, NONE],
    ),
  ];
}

const twoPlaces = (value: number | null | undefined): string =>
  value === null || value === undefined ? NONE : value.toFixed(2);

/** The table over all sizes, and where the time goes as the library grows. */
export function reportScale({ machine, sizes }: ScaleRun): string {
  return [
    `\n${machine.cores} 个处理器，${Math.round(machine.memoryBytes / 2 ** 30)} GiB，${machine.platform}，Node ${machine.node}`,
    printTable('规模', scaleTable(sizes)),
    ...(sizes.length > 1
      ? [printTable('从头构建，每份文件的毫秒数', stageTable(sizes)), growthWords(sizes)]
      : []),
  ].join('\n');
}

function scaleTable(sizes: readonly ScaleFigures[]): Table {
  const row = (label: string, cell: (size: ScaleFigures) => string): string[] => [label, ...sizes.map(cell)];
  const rebuild = (label: string, key: keyof BuildSeries): string[] =>
    row(label, ({ builds }) => timeAndShare(builds[key], builds.cold));
  return [
    row('文件（份）', ({ content }) => count(content.documents)),
    row('从头构建', ({ builds }) => seconds(builds.cold.totalMs)),
    row('每份文件', ({ builds, content }) => perDocument(builds.cold.totalMs, content.documents)),
    row('CPU', ({ builds }) => cpu(builds.cold.cpuMs)),
    row('内存峰值', ({ builds }) => memory(builds.cold.peakBytes)),
    rebuild('不改再构建（比从头：用时、CPU）', 'unchanged'),
    rebuild('改一份正文', 'oneChanged'),
    rebuild('改一份标题', 'titleChanged'),
    rebuild('添一份', 'oneAdded'),
    row('重建的字节：不改', ({ bytes }) => sameness(bytes.unchanged)),
    row('三次改动之后', ({ bytes }) => sameness(bytes.changed)),
    row('网站大小', ({ output }) => megabytes(output.bytes)),
    row('网站文件数', ({ output }) => count(output.files)),
    row('其中检索', ({ output }) => megabytes(output.indexBytes)),
    row('首次检索，传输', ({ search }) => kilobytes(search.first.bytes)),
    row('首次检索，用时', ({ search }) => `${Math.round(search.first.ms)} ms`),
    row(
      '再检索，中位、最长',
      ({ search: { later } }) => `${later.ms.toFixed(1)}、${Math.round(later.slowestMs)} ms`,
    ),
    row('检索有误', ({ search: { later } }) => `${later.wrong} / ${later.queries}`),
    ...peerRows(sizes),
  ];
}

function peerRows(sizes: readonly ScaleFigures[]): string[][] {
  const titles = [...new Set(sizes.flatMap(({ peers }) => peers.map(({ title }) => title)))];
  return titles.flatMap((title) => {
    const cells = (show: (peer: PeerFigures) => string): string[] =>
      sizes.map(({ peers }) => {
        const peer = peers.find((each) => each.title === title);
        return peer?.ratios ? show(peer) : NONE;
      });
    return [
      [title, ...cells(({ runs }) => seconds(medianCost(runs).totalMs))],
      [`本站比 ${title}：用时`, ...cells(({ ratios }) => twoPlaces(ratios?.time))],
      ['CPU', ...cells(({ ratios }) => twoPlaces(ratios?.cpu))],
      ['内存', ...cells(({ ratios }) => twoPlaces(ratios?.memory))],
    ];
  });
}

function timeAndShare(build: BuildCost, cold: BuildCost): string {
  const shares = [ratio(build.totalMs, cold.totalMs), ratio(build.cpuMs ?? 0, cold.cpuMs ?? 0)];
  return `${seconds(build.totalMs)}（${shares.join('、')}）`;
}

const perDocument = (ms: number, documents: number): string => `${(ms / documents).toFixed(1)} ms`;

function sameness(bytes: BytesFigures | undefined): string {
  if (!bytes) return '未比';
  return bytes.differing === 0 ? '相同' : `${count(bytes.differing)} 个文件不同`;
}

/** Each stage at each size, with the power of its growth from the size before the last to the last. */
function stageTable(sizes: readonly ScaleFigures[]): Table {
  const stages = stageNames(sizes.map(({ builds }) => builds.cold));
  const row = (label: string, value: (build: BuildFigures) => number): string[] => {
    const values = sizes.map(({ builds, content }) => ({
      documents: content.documents,
      value: value(builds.cold),
    }));
    const power = growthPowers(values).at(-1);
    return [label, ...values.map((each) => (each.value / each.documents).toFixed(2)), twoPlaces(power)];
  };
  return [
    ['', ...sizes.map(({ content }) => count(content.documents)), '增长的次数'],
    ...stages.map((name) =>
      row(stageLabel(name), ({ stages: own }) => own.find((each) => each.name === name)?.ms ?? 0),
    ),
    row('共用', ({ totalMs }) => totalMs),
    row('CPU', ({ cpuMs }) => cpuMs ?? 0),
    row('内存峰值（KB）', ({ peakBytes }) => (peakBytes ?? 0) / 1000),
  ];
}

function growthWords(sizes: readonly ScaleFigures[]): string {
  const steps = (value: (build: BuildCost) => number): string => {
    const values = sizes.map(({ builds, content }) => ({
      documents: content.documents,
      value: value(builds.cold),
    }));
    return growthPowers(values)
      .flatMap((power, index) => {
        if (power === undefined) return [];
        const [from, to] = [values[index - 1], values[index]].map((each) => count(each?.documents ?? 0));
        return [`${from} → ${to} 份 ${power.toFixed(2)}${power > SUPERLINEAR ? '（超线性）' : ''}`];
      })
      .join('，');
  };
  return [
    `\n增长的次数：1 为与份数同比，大于 ${SUPERLINEAR} 为超线性。机器上有别的事时以 CPU 为准。`,
    `从头构建，用时：${steps(({ totalMs }) => totalMs)}；CPU：${steps(({ cpuMs }) => cpuMs ?? 0)}。`,
  ].join('\n');
}
