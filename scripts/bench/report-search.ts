import type { Exactness, ExactnessFigures } from './measure-exactness.ts';
import type { CostRow, FirstQueryFigures } from './measure-first-query.ts';
import type { IndexFigures, IndexSide } from './measure-indexing.ts';
import { count, kilobytes, megabytes, printTable, ratio, seconds, type Table } from './print-table.ts';
import { type Load, usedFileKinds } from './query-cost.ts';

/** Three places, rounded down: 1.000 is said only of what is exact. */
const share = (value: number | null): string =>
  value === null ? '-' : (Math.floor(value * 1000) / 1000).toFixed(3);
const whole = (value: number): string => value.toFixed(0);
const thousands = (bytes: number): string => (bytes / 1000).toFixed(1);

/** What was measured of search, as text for people. */
export function reportSearch(
  exactness: ExactnessFigures,
  firstQuery: FirstQueryFigures,
  indexing: IndexFigures,
): string[] {
  return [
    printTable(
      'Search against a literal search of the built pages: recall / precision; ms in one page, median and longest',
      exactnessTable(exactness),
    ),
    ...wrongAnswers(exactness.site),
    printTable(
      'First query of a visit and its first ten hits, empty cache, this site : plain Pagefind, medians',
      costTable(firstQuery),
    ),
    printTable(`Of it by file, ${firstQuery.mixed.label}: medians`, fileTable(firstQuery)),
    printTable('Index, the faster of the runs, each a process of its own', indexTable(indexing)),
  ];
}

function exactnessTable({ site, plain }: ExactnessFigures): Table {
  const others = new Map(plain.map((row) => [row.kind, row]));
  const cells = (row: Exactness | undefined): string[] =>
    row
      ? [
          count(row.queries),
          `${share(row.recall)} / ${share(row.precision)}`,
          `${whole(row.ms)}, ${whole(row.slowestMs)}`,
        ]
      : ['-', '-', '-'];
  return [
    ['', 'queries', 'this site', 'ms', 'queries', 'plain Pagefind', 'ms'],
    ...site.map((row) => [row.kind, ...cells(row), ...cells(others.get(row.kind))]),
    total(site),
  ];
}

/** Of all kinds together, each query counting once; kinds that occur nowhere have no recall. */
function total(rows: readonly Exactness[]): string[] {
  const mean = (value: (row: Exactness) => number | null): number | null => {
    const counted = rows.flatMap((row) => {
      const own = value(row);
      return own === null ? [] : [{ own, queries: row.queries }];
    });
    const queries = counted.reduce((sum, row) => sum + row.queries, 0);
    return queries === 0 ? null : counted.reduce((sum, row) => sum + row.own * row.queries, 0) / queries;
  };
  const queries = rows.reduce((sum, row) => sum + row.queries, 0);
  const both = `${share(mean(({ recall }) => recall))} / ${share(mean(({ precision }) => precision))}`;
  return ['all', count(queries), both];
}

const MOST_SHOWN = 20;

/** How many queries were answered wrongly, and the first of them. */
function wrongAnswers(rows: readonly Exactness[]): string[] {
  const wrong = rows.flatMap((row) => row.wrong);
  const queries = count(rows.reduce((sum, row) => sum + row.queries, 0));
  const title = `Answered otherwise than by a literal search: ${count(wrong.length)} of ${queries} queries`;
  const lines = wrong.slice(0, MOST_SHOWN).map(({ kind, query, missing, surplus, missed, added }) => {
    const examples = [missed[0] && `misses ${missed[0]}`, added[0] && `adds ${added[0]}`].filter(Boolean);
    return `  ${kind}: ${query}  ${missing} missing, ${surplus} too many: ${examples.join(', ')}`;
  });
  const more = wrong.length > MOST_SHOWN ? [`  and ${count(wrong.length - MOST_SHOWN)} more`] : [];
  return ['', title, ...lines, ...more];
}

function costTable({ kinds, mixed }: FirstQueryFigures): Table {
  const row = ({ label, queries, site, plain }: CostRow): string[] => [
    label,
    count(queries),
    `${thousands(site.bytes)} : ${thousands(plain.bytes)}`,
    ratio(site.bytes, plain.bytes),
    `${thousands(site.mostBytes)} : ${thousands(plain.mostBytes)}`,
    `${site.requests} : ${plain.requests}`,
    `${whole(site.ms)} : ${whole(plain.ms)}`,
    ratio(site.ms, plain.ms),
  ];
  return [
    ['', 'queries', 'KB', 'ratio', 'most KB', 'requests', 'ms', 'ratio'],
    ...kinds.map(row),
    row(mixed),
  ];
}

/** The last columns are of the search page with everything in it. */
function fileTable({ mixed, searchPage }: FirstQueryFigures): Table {
  const sides = [mixed.site, mixed.plain, searchPage];
  const row = (label: string, loads: readonly Load[]): string[] => [
    label,
    ...loads.flatMap(({ bytes, requests }) => [kilobytes(bytes), String(requests)]),
  ];
  return [
    ['', 'this site', 'files', 'plain Pagefind', 'files', 'search page', 'files'],
    ...usedFileKinds(sides).map((kind) =>
      row(
        kind,
        sides.map(({ files }) => files[kind]),
      ),
    ),
    row('all', sides),
    ['most', ...sides.flatMap(({ mostBytes }) => [kilobytes(mostBytes), ''])],
    ['time', ...sides.flatMap(({ ms }) => [`${whole(ms)} ms`, ''])],
  ];
}

/** The least time of the runs, and the memory of the leanest. */
export function bestRun({ runs }: IndexSide): { ms: number; peakBytes: number | null } {
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  return {
    ms: Math.min(...runs.map(({ ms }) => ms)),
    peakBytes: peaks.length === 0 ? null : Math.min(...peaks),
  };
}

function indexTable({ site, plain }: IndexFigures): Table {
  const [ours, theirs] = [bestRun(site), bestRun(plain)];
  const times = ({ runs }: IndexSide): string => runs.map(({ ms }) => seconds(ms)).join(', ');
  const memory = (bytes: number | null): string => (bytes === null ? 'n/a' : megabytes(bytes));
  return [
    ['', 'this site', 'plain Pagefind', 'ratio'],
    ['index time', seconds(ours.ms), seconds(theirs.ms), ratio(ours.ms, theirs.ms)],
    ['all times', times(site), times(plain)],
    [
      'peak memory',
      memory(ours.peakBytes),
      memory(theirs.peakBytes),
      ratio(ours.peakBytes ?? 0, theirs.peakBytes ?? 0),
    ],
    ['size', megabytes(site.bytes), megabytes(plain.bytes), ratio(site.bytes, plain.bytes)],
    ['files', count(site.files), count(plain.files), ratio(site.files, plain.files)],
  ];
}
