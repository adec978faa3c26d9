import { tallyFindings } from '../doc/findings.ts';
import type { Finding } from '../finding.ts';
import { SAVE_AS_DOCX } from '../foreign.ts';
import { lineBuilder } from '../line-builder.ts';
import type { DroppedText, ReadSource, SourceLine } from '../manuscript.ts';
import { isGibberish, unified } from './characters.ts';
import { takeFurniture } from './furniture.ts';
import { type LoadedPages, loadPages, type PdfItem, type PdfPage } from './load-pages.ts';
import { pageLines, raisedNumbers } from './page-lines.ts';
import { makeParagraphs, type PdfParagraph } from './paragraphs.ts';

const OCR = '先用带文字识别（OCR）的软件转成 .docx 或带文字层的 PDF，对照原件校对后再导入';

/** Reads the text layer of a PDF. Never throws for a bad file. */
export async function readPdf(bytes: Uint8Array): Promise<ReadSource> {
  const loaded = await loadPages(bytes);
  if (!loaded.ok) return loaded;
  const refusal = refusePages(loaded);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  return { ok: true, manuscript: readPages(loaded.pages) };
}

function refusePages({ pages, missingCodes }: Extract<LoadedPages, { ok: true }>): string | undefined {
  const items = pages.flatMap((page) => page.items);
  const text = items.map((item) => item.text).join('');
  if (missingCodes.length > 0) {
    const found = `发现没有嵌入编码表的中文字体（${missingCodes.join('、')}），文字会错乱或缺失`;
    return `${found}，应为嵌入字体的 PDF。改法：用 PDF 阅读器打印成新的 PDF 再试；有 Word 原件的${SAVE_AS_DOCX}`;
  }
  if (text.trim() === '') {
    const what = pages.some(({ pictured }) => pictured)
      ? '扫描的 PDF：只有图像，没有文字层'
      : '没有文字的 PDF';
    return `发现${what}，应为带文字层的 PDF。改法：${OCR}`;
  }
  if (isGibberish(text)) {
    const found = '发现文字层是乱码（字体没有字符编码表 ToUnicode）';
    return `${found}，应为能复制出汉字的 PDF。改法：有 Word 原件的${SAVE_AS_DOCX}；没有的${OCR}`;
  }
  const vertical = items.filter((item) => item.vertical).reduce((sum, item) => sum + item.text.length, 0);
  return vertical > text.length / 3
    ? `发现竖排的 PDF，应为横排。改法：改为横排，存为 .docx，再导入；没有原件的${OCR}`
    : undefined;
}

function readPages(loaded: readonly PdfPage[]) {
  const radicals = new Set<string>();
  const dropped: DroppedText[] = [];
  const pages = loaded.map((page) => {
    const items = page.items.map((item) => {
      const { text, radicals: found } = unified(item.text);
      for (const each of found) radicals.add(each);
      return { ...item, text };
    });
    return { ...page, items };
  });
  const level = pages.map((page) =>
    withoutRaised({ ...page, items: levelItems(page.items, dropped) }, dropped),
  );
  const furniture = takeFurniture(
    level,
    level.flatMap(pageLines).filter(({ text }) => text !== ''),
  );
  const body = makeParagraphs(furniture.body);
  const notes = makeParagraphs(furniture.notes).map((note, index) => {
    return { ...note, line: { ...note.line, line: body.length + index + 1, afterBlank: true } };
  });
  const paragraphs = [...body, ...notes];
  const builder = lineBuilder();
  const lines = paragraphs.flatMap(({ line }) => {
    builder.add(line.text);
    return builder.take().map((built): SourceLine => ({ ...line, text: built.text }));
  });
  return {
    ...{ format: `PDF（${loaded.length} 页）`, unit: '段' as const, lines, footnotes: new Map() },
    findings: [
      ...pdfFindings(loaded, paragraphs, [...radicals]),
      ...noteFindings(notes, body.at(-1)?.page ?? 0),
      ...tallyFindings(builder.tally),
    ],
    raw: pages.flatMap(({ items }) => items.map(({ text }) => text)).join('\n'),
    dropped: [...dropped, ...furniture.dropped, ...commentsOf(loaded)],
  };
}

/** Without watermarks and without what was printed twice in one place to look bold. */
function levelItems(items: readonly PdfItem[], dropped: DroppedText[]): PdfItem[] {
  const kept: PdfItem[] = [];
  const slanted: string[] = [];
  const doubled: string[] = [];
  const places = new Map<string, PdfItem[]>();
  for (const item of items) {
    const same = places.get(item.text) ?? [];
    const twice = item.text.trim() !== '' && same.some((other) => isSamePlace(other, item));
    if (twice) doubled.push(item.text);
    else if (!item.level && item.text.trim() !== '') slanted.push(item.text);
    else kept.push(item);
    places.set(item.text, [...same.slice(-20), item]);
  }
  if (slanted.length > 0)
    dropped.push({ text: slanted.join(''), reason: '斜置或侧置的文字（多为水印）', line: 0 });
  if (doubled.length > 0) dropped.push({ text: doubled.join(''), reason: '同一处重复印的文字', line: 0 });
  return kept;
}

/** Without the raised numbers that refer to footnotes: within a word they would be taken for part of it. */
function withoutRaised(page: PdfPage, dropped: DroppedText[]): PdfPage {
  const { notes, powers } = raisedNumbers(page);
  if (notes.length > 0) {
    const text = notes.map((item) => item.text.trim()).join('、');
    dropped.push({ text, reason: `第 ${page.number} 页上标的脚注序号`, line: 0 });
  }
  const items = page.items.filter((item) => !notes.includes(item));
  return {
    ...page,
    items: items.map((item) => (powers.includes(item) ? { ...item, text: power(item.text) } : item)),
  };
}

/** m² must not become m2. */
function power(text: string): string {
  return text.replace('2', '²').replace('3', '³');
}

/** Small print at the end of the whole text stays where it is. */
function noteFindings(notes: readonly PdfParagraph[], lastPage: number): Finding[] {
  const moved = notes.filter(({ page }) => page < lastPage);
  return moved.map(({ line, page }) => {
    return {
      kind: 'attention',
      line: line.line,
      message: `第 ${page} 页页脚的小字（多为脚注）放到了正文末尾`,
    };
  });
}

function isSamePlace(a: PdfItem, b: PdfItem): boolean {
  return Math.abs(a.x - b.x) < a.size * 0.15 && Math.abs(a.y - b.y) < a.size * 0.15;
}

function commentsOf(pages: readonly PdfPage[]): DroppedText[] {
  // Not part of the text layer, so their characters are not counted: the words stand in the reason.
  return pages.flatMap(({ comments, number }) =>
    comments.map((text) => ({ text: '', reason: `第 ${number} 页的批注“${text.slice(0, 60)}”`, line: 0 })),
  );
}

function pdfFindings(
  pages: readonly PdfPage[],
  paragraphs: readonly PdfParagraph[],
  radicals: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  const add = (kind: Finding['kind'], message: string, line = 0): void => {
    findings.push({ kind, line, message });
  };
  const scanned = pages.filter(({ pictured }) => pictured).map(({ number }) => number);
  if (scanned.length > 0) add('lost', `第 ${scanned.join('、')} 页是扫描图像，没有文字层，没有读入：${OCR}`);
  for (const { fields, number } of pages) {
    if (fields.length > 0)
      add('attention', `第 ${number} 页表单里填的字没有收入正文：${fields.join('；').slice(0, 100)}`);
  }
  const unread = pages.filter(({ notesRead }) => !notesRead).map(({ number }) => number);
  if (unread.length > 0)
    add('lost', `第 ${unread.join('、')} 页的表单和批注读不出来，其中填的字没有收入，请对照原件补上`);
  const tables = [...new Set(paragraphs.filter(({ tabular }) => tabular).map(({ page }) => page))];
  if (tables.length > 0)
    add(
      'lost',
      `第 ${tables.join('、')} 页像有表格，表格按文字行导入，请对照原件改成表格（有 .docx 的改导入 .docx）`,
    );
  if (radicals.length > 0) {
    const shown = radicals.slice(0, 20).join('、');
    add('changed', `PDF 里的部首字符换成了通用字（${radicals.length} 种：${shown}）`);
  }
  add(
    'attention',
    'PDF 不记段落：分段由缩进、行宽推断，加粗、脚注、图片没有带过来，请对照原件；有 .docx 的优先导入 .docx',
  );
  return findings;
}
