import type { PdfItem, PdfPage } from './load-pages.ts';

/** A line of a page. Lengths in points. */
export interface PdfLine {
  text: string;
  page: number;
  /** The column that it stands in: 0, of two also 1, and 2 above and below two. */
  column: number;
  left: number;
  right: number;
  /** Of its base line, from the top of the page. */
  y: number;
  size: number;
  /** Stretches that wide gaps set apart. */
  segments: number;
  /** Width of the page, or of half of it where there are two columns. */
  room: number;
}

/** Items whose base lines lie nearer, in sizes, are on one line. */
const SAME_LINE = 0.45;
/** The same for raised characters, and for lowered ones: below a letterhead, its number is a line of its own. */
const RAISED = 0.7;
const LOWERED = 0.35;
/** A gap of so many sizes sets stretches apart as a table does. */
const WIDE_GAP = 1.8;
/** Justified text is never stretched so far at one place: such a gap was typed, as in 第一章　总　则 or between names. */
const FULL_WIDTH_GAP = 0.85;

/** Raised numbers: where footnotes are referred to, and the powers of units, as in m². */
export function raisedNumbers({ items }: PdfPage): { notes: PdfItem[]; powers: PdfItem[] } {
  const notes: PdfItem[] = [];
  const powers: PdfItem[] = [];
  for (const row of rows(items.filter(({ text }) => text.trim() !== ''))) {
    const largest = highest(row.map(({ size }) => size));
    const base = row.find(({ size }) => size === largest)?.y ?? 0;
    const isRaised = ({ size, y }: PdfItem): boolean => size < largest * 0.75 && y < base - largest * 0.15;
    for (const [from, to] of stretches(row, isRaised)) {
      const raised = row.slice(from, to);
      const text = raised.map((item) => item.text.trim()).join('');
      const before = row[from - 1];
      // A number between other small text belongs to that, not to large characters in the row.
      if (!/^[[〔(（]?(?:\d{1,2}|[①-⑳])[\]〕)）]?$/.test(text)) continue;
      if (/^[23]$/.test(text) && before && /(?:^|[^A-Za-z])[a-z]{1,2}$/.test(before.text))
        powers.push(...raised);
      else notes.push(...raised);
    }
  }
  return { notes, powers };
}

/** Where items of a kind follow one another: first, and first behind. */
function stretches(row: readonly PdfItem[], isOfKind: (item: PdfItem) => boolean): [number, number][] {
  const found: [number, number][] = [];
  for (const [index, item] of row.entries()) {
    if (!isOfKind(item)) continue;
    const last = found.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

/** The lines of a page from top to bottom, one column after the other. */
export function pageLines({ items: all, number, width }: PdfPage): PdfLine[] {
  // Spaces are told by the gaps that they leave.
  const items = all.filter(({ text }) => text.trim() !== '');
  const gutter = findGutter(items, width);
  const toLines = (own: readonly PdfItem[], column: number, share: number): PdfLine[] =>
    rows(own).map((row) => ({ ...lineOf(row, number, column), room: width * share }));
  if (!gutter) return toLines(items, 0, 1);
  const inner = items.filter((item) => !gutter.across.has(item));
  const top = lowest(inner.map(({ y }) => y));
  const across = [...gutter.across];
  return [
    ...toLines(
      across.filter(({ y }) => y < top),
      2,
      1,
    ),
    ...toLines(
      inner.filter(({ x }) => x < gutter.at),
      0,
      0.5,
    ),
    ...toLines(
      inner.filter(({ x }) => x >= gutter.at),
      1,
      0.5,
    ),
    ...toLines(
      across.filter(({ y }) => y >= top),
      2,
      1,
    ),
  ];
}

function rows(items: readonly PdfItem[]): PdfItem[][] {
  const found: PdfItem[][] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    // Only the last rows can be near: items come from top to bottom.
    const row = found.slice(-3).find((each) => isBeside(each, item));
    if (row) row.push(item);
    else found.push([item]);
  }
  return found.map((row) => row.sort((a, b) => a.x - b.x));
}

function isBeside(row: readonly PdfItem[], item: PdfItem): boolean {
  const [first] = row;
  if (!first) return false;
  const [small, large] = first.size < item.size ? [first, item] : [item, first];
  const lower = small.y - large.y;
  if (small.size >= large.size * 0.75) return Math.abs(lower) < SAME_LINE * large.size;
  return lower < LOWERED * large.size && lower > -RAISED * large.size;
}

function lineOf(row: readonly PdfItem[], page: number, column: number): Omit<PdfLine, 'room'> {
  const sizes = new Map<number, number>();
  for (const { size, text } of row) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const size = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const gaps = row.map((item, index) => gapBefore(row[index - 1], item));
  // In a title that is set wide, gaps mean nothing.
  const spread = row.length > 2 && row.every(({ text }) => [...text.trim()].length <= 1);
  const usual = spread ? lowest(gaps.slice(1)) : 0;
  let text = '';
  let segments = 1;
  for (const [index, item] of row.entries()) {
    const gap = (gaps[index] ?? 0) - usual;
    if (index > 0 && gap > WIDE_GAP * size) segments++;
    text += (index > 0 ? spaceFor(text, item.text, gap, size) : '') + item.text;
  }
  return {
    ...{ text: tighten(text), page, column, size, segments },
    y: row.find((item) => item.size === size)?.y ?? 0,
    left: lowest(row.map(({ x }) => x)),
    right: highest(row.map((item) => item.x + item.width)),
  };
}

function gapBefore(before: PdfItem | undefined, item: PdfItem): number {
  return before ? item.x - (before.x + before.width) : 0;
}

function spaceFor(before: string, after: string, gap: number, size: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const latin = /[\u0021-\u007e]$/.test(before) && /^[\u0021-\u007e]/.test(after);
  if (gap <= (latin ? 0.2 : 0.5) * size) return '';
  if (gap > WIDE_GAP * size) return '  ';
  return !latin && gap > FULL_WIDTH_GAP * size ? '\u3000' : ' ';
}

const WIDE = '[\\p{Script=Han}，。、；：？！（）《》〔〕“”]';
/** Spaces beside Chinese characters, also between them and numbers, are those of justified text. */
const STRETCHED = new RegExp(
  `(?<=${WIDE})[ \\t\\u00a0](?=[${WIDE.slice(1, -1)}A-Za-z0-9])|(?<=[A-Za-z0-9])[ \\t\\u00a0](?=${WIDE})`,
  'gu',
);

function tighten(text: string): string {
  return text.replace(STRETCHED, '').trim();
}

/**
 * Where two columns part: a strip near the middle that nothing crosses but what stands above and below them, with lines
 * on both sides that nearly all reach it. Rows of a table are parted too, but their cells are not full.
 */
function findGutter(
  items: readonly PdfItem[],
  width: number,
): { at: number; across: ReadonlySet<PdfItem> } | undefined {
  const size = Math.max(4, median(items.map((item) => item.size)));
  for (let at = width * 0.42; at <= width * 0.58; at += size / 2) {
    const crosses = ({ x, width: own }: PdfItem): boolean => x < at + size * 0.4 && x + own > at - size * 0.4;
    const across = new Set(items.filter(crosses));
    const inner = items.filter((item) => !across.has(item));
    const top = lowest(inner.map(({ y }) => y));
    const bottom = highest(inner.map(({ y }) => y));
    if ([...across].some(({ y }) => y > top - size && y < bottom + size)) continue;
    const left = rows(inner.filter(({ x }) => x < at));
    const right = rows(inner.filter(({ x }) => x >= at));
    if (left.length >= 6 && right.length >= 4 && isFull(left) && isFull(right)) return { at, across };
  }
  return undefined;
}

function isFull(lines: readonly (readonly PdfItem[])[]): boolean {
  const lengths = lines.map((row) => {
    const last = row.at(-1);
    return (last ? last.x + last.width : 0) - (row[0]?.x ?? 0);
  });
  const longest = highest(lengths);
  const size = median(lines.flat().map((item) => item.size));
  return (
    longest > 8 * size && lengths.filter((length) => length > longest * 0.8).length >= lines.length * 0.6
  );
}

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** The least value. Unlike Math.min it takes any number of them. */
export function lowest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** The greatest value. */
export function highest(values: readonly number[]): number {
  return -lowest(values.map((value) => -value));
}
