import type { BenchFigures } from './figures.ts';
import type { LinkingFigures } from './measure-linking.ts';
import type { PageFigures } from './measure-pages.ts';
import { count, kilobytes, megabytes, percent, printTable, seconds, type Table } from './print-table.ts';
import { reportLighthouse } from './report-lighthouse.ts';
import { buildTable } from './report-scale.ts';
import { reportSearch } from './report-search.ts';
import type { BuildFigures } from './run-build.ts';
import { kindTable } from './weigh-kinds.ts';

/** The figures as text for people: what was measured, and nothing about what wasn't. */
export function reportFigures(figures: BenchFigures): string {
  const { machine, content, builds, linking, pages, exactness, firstQuery, indexing, kinds, lighthouse } =
    figures;
  return [
    `${count(content.documents)} documents, ${count(content.characters)} characters: ${content.what}`,
    `${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GiB, ${machine.platform}, Node ${machine.node}`,
    ...(builds.cold ? [printTable('构建', buildTable(builds))] : []),
    ...(linking && builds.cold
      ? [printTable('Linking, as a share of the first build', linkingTable(linking, builds.cold))]
      : []),
    printTable('Output', outputTable(figures)),
    ...(pages ? [printTable('A document page, empty cache: raw / gzip', pageTable(pages))] : []),
    ...(kinds ? [printTable('One page of each kind, empty cache, gzip -9', kindTable(kinds))] : []),
    ...(lighthouse ? reportLighthouse(lighthouse) : []),
    ...(exactness && firstQuery && indexing ? reportSearch(exactness, firstQuery, indexing) : []),
  ].join('\n');
}

function linkingTable(linking: LinkingFigures, cold: BuildFigures): Table {
  const row = (label: string, ms: number): string[] => [label, seconds(ms), percent(ms, cold.totalMs)];
  return [
    ['', 'time', 'share'],
    row(`find ${count(linking.numbers)} numbers, ${count(linking.titles)} titles`, linking.findMs),
    row('find and link', linking.linkMs),
    row(`join ${count(linking.citations)} citations`, linking.joinMs),
    row('find, link and join', linking.linkMs + linking.joinMs),
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

function pageTable({ median, largest }: { median: PageFigures; largest: PageFigures }): Table {
  const row = (label: string, page: PageFigures): string[] => [
    label,
    ...[page.html, page.css, page.js, page.other, page.total].map(
      ({ raw, gzip }) => `${kilobytes(raw)} / ${kilobytes(gzip)}`,
    ),
  ];
  return [['', 'HTML', 'CSS', 'JS', 'other', 'total'], row('median', median), row('largest', largest)];
}
