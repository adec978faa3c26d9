import { getResolvedPDFJS } from 'unpdf';
import { SAVE_AS_DOCX } from '../foreign.ts';

/** A stretch of text as it was set on a page. Lengths in points, from the top left corner of the page as it is shown. */
export interface PdfItem {
  text: string;
  x: number;
  /** Of its base line. */
  y: number;
  width: number;
  size: number;
  /** False for slanted text, which is a watermark, and for text set on its side. */
  level: boolean;
  /** True in vertical writing. */
  vertical: boolean;
}

/** One page of a PDF. */
export interface PdfPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  items: PdfItem[];
  /** Pictures are painted on it; known only of pages without text. */
  pictured: boolean;
  /** What was typed into form fields. */
  fields: string[];
  /** What was noted on it afterwards. */
  comments: string[];
  /** False when its form fields and notes could not be read: there may be more than the two lists above hold. */
  notesRead: boolean;
}

/** The pages of a PDF, or why there are none, in Chinese. */
export type LoadedPages =
  | { ok: true; pages: PdfPage[]; missingCodes: string[] }
  | { ok: false; reason: string };

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Document = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Opens a PDF and takes the text from all pages. Nothing is fetched or run: neither scripts nor fonts nor forms. */
export async function loadPages(bytes: Uint8Array): Promise<LoadedPages> {
  const pdfjs = await getResolvedPDFJS();
  const missing = new Set<string>();
  const task = pdfjs.getDocument({
    // The library takes the bytes away from whoever gave them.
    data: new Uint8Array(bytes),
    ...{ verbosity: 0, disableFontFace: true, useSystemFonts: false, useWasm: false, enableXfa: false },
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, useWorkerFetch: false },
    BinaryDataFactory: missingCodes(missing),
  });
  try {
    const document = await task.promise;
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number, pdfjs));
      page.cleanup();
    }
    return { ok: true, pages, missingCodes: [...missing] };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** Tables of codes that the library would fetch are not there: their names say why a text cannot be read. */
function missingCodes(missing: Set<string>): new () => object {
  return class {
    fetch = ({ kind, filename }: { kind: string; filename: string }): Promise<never> => {
      if (kind === 'cMapUrl') missing.add(filename.replace(/\.bcmap$/, ''));
      return Promise.reject(new Error(`nothing is fetched: ${filename}`));
    };
  };
}

async function readPage(page: Page, number: number, pdfjs: PdfJs): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.flatMap((item): PdfItem[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = pdfjs.Util.transform(
      viewport.transform,
      item.transform,
    );
    const size = Math.hypot(c, d);
    const vertical = content.styles[item.fontName]?.vertical === true;
    const level = a > 0 && Math.abs(b) < 0.05 * Math.abs(a);
    return [{ text: item.str, x, y, width: item.width, size, level, vertical }];
  });
  const hasText = items.some(({ text }) => text.trim() !== '');
  const { fields, comments, notesRead } = await readNotes(page);
  return {
    ...{ number, width: viewport.width, height: viewport.height, items, fields, comments, notesRead },
    pictured: !hasText && (await isPictured(page, pdfjs)),
  };
}

async function isPictured(page: Page, { OPS }: PdfJs): Promise<boolean> {
  const { fnArray } = await page.getOperatorList();
  const painting = [OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject];
  return fnArray.some((operation) => painting.includes(operation));
}

async function readNotes(page: Page): Promise<Pick<PdfPage, 'fields' | 'comments' | 'notesRead'>> {
  // A page's text is worth having without them; the report says that they are missing.
  const annotations: Record<string, unknown>[] | undefined = await page
    .getAnnotations()
    .catch(() => undefined);
  const fields: string[] = [];
  const comments: string[] = [];
  for (const { subtype, fieldValue, contentsObj } of annotations ?? []) {
    const noted = typeof contentsObj === 'object' && contentsObj !== null && 'str' in contentsObj;
    if (subtype === 'Widget' && typeof fieldValue === 'string' && /\p{L}/u.test(fieldValue))
      fields.push(fieldValue);
    else if (subtype !== 'Link' && subtype !== 'Widget' && noted && String(contentsObj.str).trim() !== '')
      comments.push(String(contentsObj.str));
  }
  return { fields, comments, notesRead: annotations !== undefined };
}

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return '发现要密码才能打开的 PDF，应为不加密的。改法：用密码打开，另存或打印成不加密的 PDF，再导入';
  }
  return `发现损坏或残缺的 PDF，读不出来，应为完好的 PDF。改法：找一份完好的原件；有 Word 原件的${SAVE_AS_DOCX}`;
}
