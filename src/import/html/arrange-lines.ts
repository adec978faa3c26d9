import { isElementLine } from '../elements.ts';
import { titleLinesNamed } from '../header.ts';
import { ownNumberIn } from '../infer-number.ts';
import { joinTitle } from '../join-title.ts';
import { type DroppedText, visibleText } from '../manuscript.ts';
import { isChromeLine, isColophon } from './chrome-lines.ts';
import type { PageLine } from './page-line.ts';
import { lineage, type PageElement } from './page-tree.ts';
import type { Region } from './region.ts';

/** A page's lines, told apart. */
export interface Arranged {
  /** The document's own, in order. */
  kept: PageLine[];
  dropped: DroppedText[];
}

/** So many lines above the text are looked through for its title and number. */
const ABOVE = 12;
/** Fewer characters may be the same by chance. */
const SHORTEST_TITLE = 6;
const AROUND = '正文以外的网页文字（导航、页脚一类）';

/** Tells the document's lines from the site's. `title` is what the page calls the document. */
export function arrangeLines(
  lines: readonly PageLine[],
  region: Region,
  holders: readonly PageElement[],
  title: string | undefined,
): Arranged {
  const tables = new Set(holders);
  const reasons = lines.map((page) => reasonToDrop(page, region, tables));
  if (title !== undefined) markRepeatedTitle(lines, reasons, title);
  const heading = headingBefore(lines, reasons, region);
  if (heading !== undefined) markRepeatedTitle(lines, reasons, heading);
  const first = reasons.indexOf(undefined);
  const text = lines.filter((_, index) => reasons[index] === undefined);
  const above = lines.slice(0, Math.max(0, first)).filter((page, index) => {
    return page.aside === undefined && reasons[index] === AROUND;
  });
  const prelude = preludeOf(above, text, title);
  const dropped = lines
    .map((page, index) => ({ page, reason: reasons[index] }))
    .filter(({ page }) => !prelude.includes(page));
  return { kept: [...prelude, ...text], dropped: gatherDropped(dropped) };
}

function reasonToDrop(page: PageLine, region: Region, tables: ReadonlySet<PageElement>): string | undefined {
  const around = lineage(page.block);
  const text = visibleText(page.line);
  if (around.some((element) => tables.has(element))) return '公文要素表（可填的已填入著录项）';
  if (page.aside === 'control') return '网页上的控件和替代文字';
  if (!around.includes(region.element)) return page.aside === 'hidden' ? '网页上隐藏的文字' : AROUND;
  if (page.aside === 'hidden') return '网页上隐藏的文字';
  if (region.isChrome(page.block)) return AROUND;
  if (page.line.solid) return undefined;
  if (isChromeLine(text)) return '网页上的功能文字';
  const inCore = around.includes(region.core);
  const foreign = !inCore && (page.linked >= text.length * 0.5 || isColophon(text));
  return foreign ? AROUND : undefined;
}

/** What stands above the text's own box and is printed in it again: a page's heading, even if nothing names it. */
function headingBefore(
  lines: readonly PageLine[],
  reasons: readonly (string | undefined)[],
  region: Region,
): string | undefined {
  const kept = lines.filter((_, index) => reasons[index] === undefined);
  const first = kept.findIndex(({ block }) => lineage(block).includes(region.core));
  const inside = kept.slice(Math.max(0, first)).map(({ line }) => line);
  const above = kept.slice(Math.max(0, first - ABOVE), Math.max(0, first)).map(({ line }) => line);
  const runs = above.flatMap((_, start) => above.map((__, end) => joinTitle(above.slice(start, end + 1))));
  return runs.find((run) => run.length >= SHORTEST_TITLE && titleLinesNamed(inside, run).length > 0);
}

/** A page that has its own heading above the title that the document prints has the title twice: the document's stays. */
function markRepeatedTitle(lines: readonly PageLine[], reasons: (string | undefined)[], title: string): void {
  const kept = lines.filter((_, index) => reasons[index] === undefined).map(({ line }) => line);
  const heading = titleLinesNamed(kept, title);
  const rest = kept.slice(kept.findLastIndex((line) => heading.includes(line)) + 1);
  if (heading.length === 0 || titleLinesNamed(rest.slice(0, ABOVE), title).length === 0) return;
  for (const [index, { line }] of lines.entries()) {
    if (heading.includes(line)) reasons[index] = '网页自己的标题，正文里另印有标题';
  }
}

/** Title and number, where the page prints them above the text and the text itself doesn't. */
function preludeOf(
  above: readonly PageLine[],
  text: readonly PageLine[],
  title: string | undefined,
): PageLine[] {
  const near = above.slice(-ABOVE);
  const lines = text.map(({ line }) => line);
  const printed = title !== undefined && titleLinesNamed(lines, title).length > 0;
  const named =
    title === undefined || printed
      ? []
      : titleLinesNamed(
          near.map(({ line }) => line),
          title,
        );
  const hasNumber = lines.slice(0, ABOVE).some((line) => ownNumberIn(line.text) !== undefined);
  return near.filter(({ line }) => {
    return (
      named.includes(line) ||
      (!hasNumber && ownNumberIn(line.text) !== undefined && !isElementLine(line.text))
    );
  });
}

/** One entry for what stands together for the same reason. */
function gatherDropped(lines: readonly { page: PageLine; reason: string | undefined }[]): DroppedText[] {
  const dropped: DroppedText[] = [];
  for (const { page, reason } of lines) {
    if (reason === undefined) continue;
    const last = dropped.findLast((each) => each.reason === reason);
    const text = visibleText(page.line);
    if (last) last.text += `\n${text}`;
    else dropped.push({ text, reason, line: 0 });
  }
  return dropped;
}
