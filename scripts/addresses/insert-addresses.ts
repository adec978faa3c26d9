/** Puts new entries into the text of addresses.yml without touching what stands there. */
import { COLLECTION_LABELS } from '../../src/core/collections.ts';
import { compareText } from '../../src/core/compare-text.ts';
import { numberSortKey } from '../../src/core/number-sort-key.ts';

/** The families of addresses, by their first step, in the order in which a new file has them, with their headings. */
const FAMILIES: Readonly<Record<string, string>> = {
  ...COLLECTION_LABELS,
  issuers: '发文机关',
  topics: '主题',
  years: '年度',
  n: '文号',
};

const HEADER = `# 发布过的网址。新网站上必须都能打开，少了一个，检查就不让发布（规则 address-lost）。
# 由 npm run addresses 添加，不要删去。不再有的网页改写成转到哪里：- { path: 原网址, to: 接替它的网页 }；
# 文件改名、改号、合并的，不改这里，在文件的旧称（aliases）里写。
`;

/** An entry as it stands in the file. */
export interface Recorded {
  path: string;
  /** 1-based line on which it begins. */
  line: number;
}

/** The file is not written one entry a line, so that no line can be put between two. */
export class UnusualLayout extends Error {
  override readonly name = 'UnusualLayout';
}

const familyOf = (path: string): string => path.split('/')[1] ?? '';
const isAfter = (a: string, b: string): boolean => compareText(numberSortKey(a), numberSortKey(b)) > 0;

/**
 * The text with the new paths in it: each after the greatest smaller one of its family, a family that is new at the
 * end under a heading of its own. All that stood there stays byte for byte, comments and order included.
 * @throws UnusualLayout when an entry doesn't begin its own line with “- ”.
 */
export function insertAddresses(
  text: string,
  recorded: readonly Recorded[],
  added: readonly string[],
): string {
  if (added.length === 0) return text;
  // Some editors put a byte order mark at the beginning; it stays there, and is no part of the first entry.
  if (text.startsWith('\uFEFF')) return `\uFEFF${insertAddresses(text.slice(1), recorded, added)}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text.trim() === '' ? HEADER : text;
  const lines = start.replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
  if (!isPlainList(recorded, lines)) throw new UnusualLayout();
  const sorted = [...added].sort((a, b) => (isAfter(a, b) ? 1 : -1));
  const after = new Map<number, string[]>();
  const fresh = new Map<string, string[]>();
  for (const path of sorted) {
    const line = lineBefore(path, recorded, lines);
    const family = familyOf(path);
    if (line === undefined) fresh.set(family, [...(fresh.get(family) ?? []), `- ${path}`]);
    else after.set(line, [...(after.get(line) ?? []), `- ${path}`]);
  }
  const kept = lines.flatMap((line, index) => [...(after.get(index) ?? []), line]);
  return [...kept, ...(after.get(lines.length) ?? []), ...newFamilies(fresh), ''].join(newline);
}

/** Whether each entry begins its own line with “- ” and nothing else stands there but comments and what is indented. */
function isPlainList(recorded: readonly Recorded[], lines: readonly string[]): boolean {
  return (
    recorded.every(({ line }) => lines[line - 1]?.startsWith('- ')) &&
    lines.every((line) => /^(?:\s|#|- |$)/.test(line))
  );
}

/** How many lines stand before the place of a path; undefined when its family is not there yet. */
function lineBefore(
  path: string,
  recorded: readonly Recorded[],
  lines: readonly string[],
): number | undefined {
  const family = recorded.filter((entry) => familyOf(entry.path) === familyOf(path));
  const smaller = family.filter((entry) => isAfter(path, entry.path)).at(-1);
  if (smaller) return endOf(smaller.line, lines);
  return family[0] && family[0].line - 1;
}

/** Number of the last line of the entry that begins on a line: what is indented below belongs to it. */
function endOf(line: number, lines: readonly string[]): number {
  let end = line;
  while (/^\s+\S/.test(lines[end] ?? '')) end++;
  return end;
}

function newFamilies(fresh: ReadonlyMap<string, string[]>): string[] {
  return Object.entries(FAMILIES).flatMap(([family, label]) => {
    const entries = fresh.get(family);
    return entries ? ['', `# ${label}`, ...entries] : [];
  });
}
