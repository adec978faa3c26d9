import type { BuildSeries } from './figures.ts';
import type { MachineFigures } from './machine.ts';
import type { OutputFigures } from './measure-output.ts';
import type { OwnSearchFigures } from './measure-own-search.ts';
import { median } from './median.ts';
import type { PeerRun } from './peers/build-peer.ts';
import type { BuildCost, BuildFigures } from './run-build.ts';
import type { BytesFigures } from './same-bytes.ts';

/** What this site's clean build took for each unit of another program's, medians of the rounds; null where it can't be told. */
export interface PeerRatios {
  readonly time: number;
  readonly cpu: number | null;
  readonly memory: number | null;
}

/** Another program on the same texts. */
export interface PeerFigures {
  readonly name: string;
  readonly title: string;
  readonly runs: readonly PeerRun[];
  /** Missing when there is nothing to compare. */
  readonly ratios?: PeerRatios;
  /** Why there is nothing to compare, in Chinese. */
  readonly refused?: string;
}

/** One size of the series. Times in milliseconds, sizes in bytes. */
export interface ScaleFigures {
  readonly content: { readonly what: string; readonly documents: number; readonly characters: number };
  /** `cold` is the clean build of median time. */
  readonly builds: Required<BuildSeries>;
  readonly coldRuns: readonly BuildFigures[];
  /** Rebuilds against clean builds of the same state: with nothing changed, and after all changes if asked for. */
  readonly bytes: { readonly unchanged: BytesFigures; readonly changed?: BytesFigures };
  readonly output: OutputFigures;
  readonly search: OwnSearchFigures;
  readonly peers: readonly PeerFigures[];
}

/** Everything that a series measured: what `--json` writes. */
export interface ScaleRun {
  readonly machine: MachineFigures;
  readonly sizes: readonly ScaleFigures[];
}

/** The medians of several builds, each figure for itself. */
export function medianCost(runs: readonly BuildCost[]): BuildCost {
  const middle = (values: readonly (number | null)[]): number | null => {
    const known = values.flatMap((value) => value ?? []);
    return known.length === 0 ? null : median(known);
  };
  return {
    totalMs: median(runs.map(({ totalMs }) => totalMs)),
    cpuMs: middle(runs.map(({ cpuMs }) => cpuMs)),
    peakBytes: middle(runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** This site's builds set against a peer's. */
export function compareRuns(own: readonly BuildCost[], peer: readonly BuildCost[]): PeerRatios {
  const [ours, theirs] = [medianCost(own), medianCost(peer)];
  const over = (a: number | null, b: number | null): number | null =>
    a === null || b === null || b === 0 ? null : a / b;
  return {
    time: ours.totalMs / theirs.totalMs,
    cpu: over(ours.cpuMs, theirs.cpuMs),
    memory: over(ours.peakBytes, theirs.peakBytes),
  };
}

/** The build whose time is the median's, or the one just below. */
export function middleRun<Run extends BuildCost>(runs: readonly Run[]): Run {
  const sorted = runs.toSorted((a, b) => a.totalMs - b.totalMs);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!middle) throw new RangeError('no build');
  return middle;
}

/** What a reader must be told at the end: bytes that differ, and comparisons that failed. */
export function faultsOf({ sizes }: ScaleRun): string[] {
  return sizes.flatMap(({ content, bytes, peers }) => [
    ...bytesFaults(`${content.documents} 份文件，不改内容再构建`, bytes.unchanged),
    ...(bytes.changed ? bytesFaults(`${content.documents} 份文件，三次改动后的重建`, bytes.changed) : []),
    ...peers.flatMap(({ refused }) =>
      refused === undefined ? [] : [`${content.documents} 份文件：${refused}`],
    ),
  ]);
}

const bytesFaults = (which: string, { differing, named }: BytesFigures): string[] =>
  differing === 0
    ? []
    : [
        `${which}：发现与从头构建相差 ${differing} 个文件，应逐字节相同。先列 ${named.length} 个：${named.join('；')}。`,
      ];
