/** Tables whose cells hold nothing but text, recognised without the Markdown parser, see `plain-blocks.ts`. */
import type { Table, TableCell, TableRow, Text } from 'mdast';
import type { BodyLine } from './plain-blocks.ts';
import { EDGE, hasAddress, TEXT, unescaped } from './plain-text.ts';

type Align = NonNullable<Table['align']>[number];

const CELL = new RegExp(`^ *(?:${EDGE}(?:${TEXT}*${EDGE})?)? *$`, 'u');
/** Other spaces than the plain one are text. */
const PADDING = /^ +| +$/g;
const BLANK = /^ *$/;
const INK = /[^ ]/;
const RULE = /^\|(?: *:?-+:? *\|)+$/;

/** A block of lines as a table; undefined when it is not surely a plain one. `first` is the index of its first line. */
export function plainTable(block: readonly BodyLine[], first: number): Table | undefined {
  const [head, rule, ...rest] = block;
  if (!head?.text.startsWith('|') || !rule || !RULE.test(rule.text)) return undefined;
  const align = cellsOf(rule.text).map(alignOf);
  const rows: TableRow[] = [];
  for (const [index, line] of [head, ...rest].entries()) {
    const row = plainRow(line, index === 0 ? first : first + index + 1, align.length);
    if (!row) return undefined;
    rows.push(row);
  }
  const [start, end] = [rows[0]?.position?.start, rows.at(-1)?.position?.end];
  // The rule belongs to the table even where no row follows it.
  const below = { line: first + 2, column: rule.text.length + 1, offset: rule.start + rule.text.length };
  if (!start || !end) return undefined;
  return { type: 'table', align, children: rows, position: { start, end: rest.length > 0 ? end : below } };
}

function cellsOf(line: string): string[] {
  return line.slice(1, -1).split('|');
}

function alignOf(rule: string): Align {
  const typed = rule.trim();
  if (typed.startsWith(':')) return typed.endsWith(':') ? 'center' : 'left';
  return typed.endsWith(':') ? 'right' : null;
}

function plainRow({ text, start }: BodyLine, index: number, columns: number): TableRow | undefined {
  if (!/^\|.+\|$/.test(text) || text.includes('\\|') || hasAddress(text)) return undefined;
  const cells = cellsOf(text);
  if (cells.length !== columns || !cells.every((cell) => cell !== '' && CELL.test(cell))) return undefined;
  // The parser has a way of its own with these.
  if (BLANK.test(cells[0] ?? '')) return undefined;
  const at = (column: number) => ({ line: index + 1, column, offset: start + column - 1 });
  let column = 1;
  const children = cells.map((cell, place): TableCell => {
    const from = place === 0 ? 1 : column;
    // The last cell has the line that closes the row.
    const to = column + 1 + cell.length + (place === columns - 1 ? 1 : 0);
    const inner = cell.replace(PADDING, '');
    const left = column + 1 + cell.search(INK);
    column += cell.length + 1;
    const text: Text = {
      type: 'text',
      value: unescaped(inner),
      position: { start: at(left), end: at(left + inner.length) },
    };
    return {
      type: 'tableCell',
      children: inner === '' ? [] : [text],
      position: { start: at(from), end: at(to) },
    };
  });
  return { type: 'tableRow', children, position: { start: at(1), end: at(text.length + 1) } };
}
