import { median } from './median.ts';
import { FILE_KINDS, type FileKind, fileKind, type Transfer } from './transfer.ts';

/** What a browser with an empty cache loads. */
export interface Load {
  /** Over the wire. */
  readonly bytes: number;
  readonly requests: number;
}

/** What the first query of a visit costs, with its first ten hits. */
export interface Cost extends Load {
  /** Milliseconds in the page. */
  readonly ms: number;
  readonly files: Readonly<Record<FileKind, Load>>;
}

/** Medians over queries, each figure for itself, and the most bytes of any. */
export interface CostSummary extends Cost {
  readonly mostBytes: number;
}

const loadOf = (sent: readonly Transfer[]): Load => ({
  bytes: sent.reduce((sum, { gzip }) => sum + gzip, 0),
  requests: sent.length,
});

const perKind = (make: (kind: FileKind) => Load): Record<FileKind, Load> => ({
  page: make('page'),
  code: make('code'),
  engine: make('engine'),
  meta: make('meta'),
  parts: make('parts'),
  fragments: make('fragments'),
  other: make('other'),
});

/** The cost of a query that took `ms` and for which these files were sent. */
export function toCost(sent: readonly Transfer[], ms: number): Cost {
  const groups = Map.groupBy(sent, ({ file }) => fileKind(file));
  return { ...loadOf(sent), ms, files: perKind((kind) => loadOf(groups.get(kind) ?? [])) };
}

function medianLoad(loads: readonly Load[]): Load {
  return {
    bytes: median(loads.map(({ bytes }) => bytes)),
    requests: median(loads.map(({ requests }) => requests)),
  };
}

/** Sums up what several queries cost. */
export function summariseCosts(costs: readonly Cost[]): CostSummary {
  return {
    ...medianLoad(costs),
    ms: median(costs.map(({ ms }) => ms)),
    mostBytes: Math.max(0, ...costs.map(({ bytes }) => bytes)),
    files: perKind((kind) => medianLoad(costs.map(({ files }) => files[kind]))),
  };
}

/** The kinds of file of which any is loaded. */
export function usedFileKinds(costs: readonly Cost[]): FileKind[] {
  return FILE_KINDS.filter((kind) => costs.some(({ files }) => files[kind].requests > 0));
}
