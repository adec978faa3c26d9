import type { BenchFigures } from './figures.ts';
import type { PageFigures } from './measure-pages.ts';
import type { Exactness, QueryCost } from './measure-search.ts';
import type { BuildFigures } from './run-build.ts';

/** Rows of a table; the first is its head, the first column its labels. */
type Table = readonly (readonly string[])[];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const count = (value: number): string => value.toLocaleString('en');
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2);
/** Three places, rounded down: 1.000 is said only of what is exact. */
const share = (value: number | null): string =>
  value === null ? '-' : (Math.floor(value * 1000) / 1000).toFixed(3);

/** Columns apart by two spaces, numbers flush right, a blank line before. */
function print(title: string, table: Table): string {
  const width = (column: number): number => Math.max(...table.map((row) => (row[column] ?? '').length));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column))))
      .join('  ')
      .trimEnd(),
  );
  return ['', title, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** The figures as text for people. */
export function reportFigures(figures: BenchFigures): string {
  const { machine, content } = figures;
  return [
    `${count(content.documents)} documents, ${count(content.characters)} characters: ${content.what}`,
    `${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GiB, ${machine.platform}, Node ${machine.node}`,
    print('Build', buildTable(figures)),
    print('Linking, as a share of the first build', linkingTable(figures)),
    print('Output', outputTable(figures)),
    print('A document page, empty cache: raw / gzip', pageTable(figures)),
    print('Search against a literal search of the built pages: recall / precision', exactnessTable(figures)),
    print('First query of a visit and its first ten hits, empty cache, medians', costTable(figures)),
    print('Index', indexTable(figures)),
    ...wrongAnswers(figures.exactness.site),
  ].join('\n');
}

function buildTable({ builds, content }: BenchFigures): Table {
  const row = (label: string, build: BuildFigures): string[] => [
    label,
    ...[build.totalMs, build.checkMs, build.pagesMs, build.indexMs, build.restMs].map(seconds),
    build.peakBytes === null ? 'n/a' : megabytes(build.peakBytes),
    count(Math.round((1000 * content.documents) / build.totalMs)),
  ];
  return [
    ['', 'total', 'check', 'pages', 'index', 'rest', 'peak memory', 'documents/s'],
    row('first', builds.cold),
    row('nothing changed', builds.unchanged),
    row('one changed', builds.oneChanged),
  ];
}

function linkingTable({ linking, builds }: BenchFigures): Table {
  const row = (label: string, ms: number): string[] => [label, seconds(ms), percent(ms, builds.cold.totalMs)];
  return [
    ['', 'time', 'share'],
    row(`find ${count(linking.numbers)} numbers, ${count(linking.titles)} titles`, linking.findMs),
    row('find and link', linking.linkMs),
  ];
}

function outputTable({ output, content }: BenchFigures): Table {
  const row = (label: string, files: number, bytes: number): string[] => {
    return [label, count(files), megabytes(bytes), kilobytes(bytes / content.documents)];
  };
  return [
    ['', 'files', 'size', 'per document'],
    row('whole site', output.files, output.bytes),
    row('of it search', output.indexFiles, output.indexBytes),
  ];
}

function pageTable({ pages }: BenchFigures): Table {
  const row = (label: string, page: PageFigures): string[] => [
    label,
    ...[page.html, page.css, page.js, page.other, page.total].map(
      ({ raw, gzip }) => `${kilobytes(raw)} / ${kilobytes(gzip)}`,
    ),
  ];
  return [
    ['', 'HTML', 'CSS', 'JS', 'other', 'total'],
    row('median', pages.median),
    row('largest', pages.largest),
  ];
}

function exactnessTable({ exactness }: BenchFigures): Table {
  const plain = new Map(exactness.plain.map((row) => [row.kind, row]));
  const cell = (row: Exactness | undefined): string =>
    row ? `${share(row.recall)} / ${share(row.precision)}` : '-';
  return [
    ['', 'queries', 'this site', 'plain Pagefind'],
    ...exactness.site.map((row) => [row.kind, count(row.queries), cell(row), cell(plain.get(row.kind))]),
  ];
}

function costTable({ firstQuery }: BenchFigures): Table {
  const row = ({ kind, queries, site, plain }: QueryCost): string[] => [
    kind,
    count(queries),
    kilobytes(site.bytes),
    kilobytes(plain.bytes),
    ratio(site.bytes, plain.bytes),
    `${Math.round(site.ms)} ms`,
    `${Math.round(plain.ms)} ms`,
    ratio(site.ms, plain.ms),
  ];
  const head = [
    '',
    'queries',
    'this site',
    'plain Pagefind',
    'ratio',
    'this site',
    'plain Pagefind',
    'ratio',
  ];
  return [head, ...firstQuery.map(row)];
}

function indexTable({ plainIndex, output, builds }: BenchFigures): Table {
  return [
    ['', 'this site', 'plain Pagefind', 'ratio'],
    ['time', seconds(builds.cold.indexMs), seconds(plainIndex.ms), ratio(builds.cold.indexMs, plainIndex.ms)],
    [
      'size',
      megabytes(output.indexBytes),
      megabytes(plainIndex.bytes),
      ratio(output.indexBytes, plainIndex.bytes),
    ],
  ];
}

const MOST_SHOWN = 10;

function wrongAnswers(rows: readonly Exactness[]): string[] {
  const wrong = rows.flatMap(({ wrong }) => wrong);
  if (wrong.length === 0) return [];
  const lines = wrong
    .slice(0, MOST_SHOWN)
    .map(
      ({ query, missing, surplus }) => `  ${query}: ${missing.length} missing, ${surplus.length} too many`,
    );
  return ['', `${wrong.length} queries were not answered as a literal search would`, ...lines];
}
