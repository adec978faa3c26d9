import type { DroppedText } from '../manuscript.ts';
import type { PdfPage } from './load-pages.ts';
import { median, type PdfLine } from './page-lines.ts';

/** Lines that stand on every page and belong to none. */
export interface Furniture {
  body: PdfLine[];
  /** Small print at the foot of pages: footnotes. */
  notes: PdfLine[];
  dropped: DroppedText[];
}

/** Page numbers stand in the outermost strips of a page, as shares of its height. */
const STRIP = 0.12;
const DASH = '[-—–－·.\\s]*';
const PAGE_NUMBER = new RegExp(
  `^${DASH}(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／,，]?\\s*(?:共\\s*)?\\d{1,4}\\s*页?)?${DASH}$`,
);

/** Takes page numbers, headers and footers away, told by where they stand and that they come again. */
export function takeFurniture(pages: readonly PdfPage[], lines: readonly PdfLine[]): Furniture {
  const edges = new Map(pages.map((page) => [page.number, edgeLines(page, lines)]));
  const repeated = countRepeated([...edges.values()].flat());
  const numbers: string[] = [];
  const others = new Map<string, string[]>();
  const body = lines.filter((line) => {
    if (!edges.get(line.page)?.includes(line)) return true;
    if (PAGE_NUMBER.test(line.text)) numbers.push(line.text);
    else if ((repeated.get(keyOf(line)) ?? 0) >= Math.max(2, Math.min(3, pages.length)))
      others.set(keyOf(line), [...(others.get(keyOf(line)) ?? []), line.text]);
    else return true;
    return false;
  });
  const notes = footNotes(pages, body);
  return {
    body: body.filter((line) => !notes.includes(line)),
    notes,
    dropped: [
      ...(numbers.length > 0
        ? [{ text: numbers.join(' '), reason: `页码 ${numbers.length} 处`, line: 0 }]
        : []),
      ...[...others.values()].map((texts) => ({
        text: texts.join('\n'),
        reason: `${texts.length} 页上重复的页眉或页脚`,
        line: 0,
      })),
    ],
  };
}

/** The last lines of a page that are clearly smaller than its text, below all that is not. */
function footNotes(pages: readonly PdfPage[], lines: readonly PdfLine[]): PdfLine[] {
  const usual = median(lines.flatMap(({ text, size }) => Array.from(text, () => size)));
  return pages.flatMap(({ number, height }) => {
    const own = lines.filter(({ page }) => page === number);
    const last = Math.max(0, ...own.filter(({ size }) => size > usual * 0.8).map(({ y }) => y));
    return last === 0 ? [] : own.filter(({ y }) => y > last && y > height * 0.5);
  });
}

/** The first two and last two lines of a page, where they stand in its outermost strips. */
function edgeLines({ number, height }: PdfPage, lines: readonly PdfLine[]): PdfLine[] {
  const own = lines.filter(({ page }) => page === number).sort((a, b) => a.y - b.y);
  const top = own.slice(0, 2).filter(({ y }) => y < height * STRIP);
  return [
    ...top,
    ...own.slice(-2).filter(({ y }) => y > height * (1 - STRIP) && !top.some((line) => line.y === y)),
  ];
}

/** Headers differ in their numbers, and stand on left and right pages in other places. */
function keyOf({ text, y }: PdfLine): string {
  return `${text.replace(/\d+/g, '0')} ${Math.round(y / 6)}`;
}

function countRepeated(lines: readonly PdfLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  return counts;
}
