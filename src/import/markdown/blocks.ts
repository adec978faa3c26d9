import type { SourceLine, Table } from '../manuscript.ts';

/** Lines of a Markdown file with its blocks read: underlined headings, tables, texts of footnotes. */
export interface MarkdownBlocks {
  lines: SourceLine[];
  footnotes: Map<string, SourceLine[]>;
  /** First line of each notation that was read, with its name. */
  read: { line: number; name: string }[];
}

const DEFINITION = /^\[\^([^\]\s]{1,40})\]:\s*/;
const DELIMITER = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/;
/** No underlined heading is longer: what is underlined below that is a paragraph above a rule. */
const LONGEST_HEADING = 60;

/** Reads the blocks of Markdown that can't be anything else; all other lines are text as they stand. */
export function readBlocks(source: readonly SourceLine[]): MarkdownBlocks {
  const lines: SourceLine[] = [];
  const read: MarkdownBlocks['read'] = [];
  const { rest, footnotes } = takeFootnotes(source);
  for (let at = 0; at < rest.length; at++) {
    const line = rest[at];
    if (!line) break;
    const rows = tableRows(rest, at);
    if (rows > 0) {
      lines.push(tableOf(rest.slice(at, at + rows)));
      read.push({ line: line.line, name: '表格' });
      at += rows - 1;
      continue;
    }
    const level = underlineLevel(line, rest[at + 1]);
    if (level !== undefined) {
      lines.push({ ...line, marker: level });
      read.push({ line: line.line, name: '标题下划线' });
      at += 1;
      continue;
    }
    lines.push(closeHeading(line));
  }
  if (footnotes.size > 0) read.push({ line: [...footnotes.values()][0]?.[0]?.line ?? 0, name: '脚注' });
  return { lines, footnotes, read };
}

/** Texts of footnotes, each with the indented lines below it; only those that the text refers to, once each. */
function takeFootnotes(
  source: readonly SourceLine[],
): Pick<MarkdownBlocks, 'footnotes'> & { rest: SourceLine[] } {
  const footnotes = new Map<string, SourceLine[]>();
  const rest: SourceLine[] = [];
  const texts = source.map(({ text }) => text);
  let open: SourceLine[] | undefined;
  for (const line of source) {
    const id = DEFINITION.exec(line.text)?.[1];
    const used =
      id !== undefined && texts.some((text) => text.includes(`[^${id}]`) && !text.startsWith(`[^${id}]:`));
    if (id !== undefined && used && !footnotes.has(id)) {
      open = [{ ...line, text: line.text.replace(DEFINITION, '') }];
      footnotes.set(id, open);
    } else if (open && line.indented) {
      open.push(line);
    } else {
      open = undefined;
      rest.push(line);
    }
  }
  return { footnotes, rest };
}

function underlineLevel(line: SourceLine, below: SourceLine | undefined): number | undefined {
  if (!below || below.afterBlank || line.marker !== undefined || line.text.length > LONGEST_HEADING)
    return undefined;
  if (/[。；，：]$/.test(line.text) || /^[-=|>#*]/.test(line.text)) return undefined;
  if (/^={3,}$/.test(below.text)) return 1;
  return /^-{3,}$/.test(below.text) ? 2 : undefined;
}

/** `## 标题 ##` closes with what it opened. */
function closeHeading(line: SourceLine): SourceLine {
  return line.marker === undefined ? line : { ...line, text: line.text.replace(/\s+#+$/, '') };
}

/** How many lines from here are a table: a head, a line of dashes with as many columns, and rows. */
function tableRows(lines: readonly SourceLine[], at: number): number {
  const [head, delimiter] = [lines[at], lines[at + 1]];
  if (!head?.text.includes('|') || !delimiter || delimiter.afterBlank || !DELIMITER.test(delimiter.text))
    return 0;
  const columns = cellsOf(head.text).length;
  if (columns < 2 || cellsOf(delimiter.text).length !== columns) return 0;
  let end = at + 2;
  while (lines[end]?.text.includes('|') && lines[end]?.afterBlank === false) end += 1;
  return end - at;
}

function tableOf(lines: readonly SourceLine[]): SourceLine {
  const [head, , ...body] = lines;
  const first = head ?? { text: '', line: 0, indented: false, afterBlank: false };
  const rows = [first, ...body].map((line) =>
    cellsOf(line.text).map((text) =>
      text === '' ? [] : text.split(/<br\s*\/?>/i).map((part) => cellLine(line, part)),
    ),
  );
  const columns = Math.max(...rows.map((row) => row.length));
  const solid: Table = {
    kind: 'table',
    rows: rows.map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? [])),
  };
  return { ...first, text: '', solid };
}

function cellLine({ line }: SourceLine, text: string): SourceLine {
  return { text: text.trim(), line, indented: false, afterBlank: false };
}

function cellsOf(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim());
}
