import { readDoc } from '../../src/import/doc/read-doc.ts';
import { readDocx } from '../../src/import/docx/read-docx.ts';
import { FOREIGN, foreignReason, SAVE_AS_DOCX } from '../../src/import/foreign.ts';
import { readHtml } from '../../src/import/html/read-html.ts';
import { isHtml } from '../../src/import/html/sniff-html.ts';
import type { ReadSource } from '../../src/import/manuscript.ts';
import { readPdf } from '../../src/import/pdf/read-pdf.ts';
import { readText } from '../../src/import/read-text.ts';
import { isForeign, sniffFormat } from '../../src/import/sniff.ts';

/** Reads a file of any supported format, told by its content rather than its name. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<ReadSource> {
  const format = sniffFormat(bytes, fileName);
  if (isForeign(format)) return { ok: false, reason: foreignReason(FOREIGN[format]) };
  if (format === 'doc') return readDoc(bytes);
  if (format === 'pdf') return readPdf(bytes);
  if (format === 'rtf') return needsConversion('RTF 文件（.rtf，也常改名为 .doc）');
  if (format === 'wordxml') return needsConversion('Word 2003 XML 文件');
  if (format === 'mht') return needsConversion('单个文件网页（.mht）', SAVE_AS_PAGE);
  if (format === 'html' || (format === 'text' && isHtml(bytes, fileName))) return readHtml(bytes, fileName);
  if (format === 'docx') return readDocx(bytes);
  const data = NO_DOCUMENT.exec(fileName)?.[0].toLowerCase();
  if (data !== undefined) return { ok: false, reason: noDocument(data) };
  return readText(bytes, fileName);
}

/** Text that is no document, and lies in folders beside documents. */
const NO_DOCUMENT =
  /\.(?:json|jsonl|xml|svg|csv|tsv|ya?ml|toml|ini|conf|log|m?js|tsx?|css|py|sh|bat|sql|mdx)$/i;

function noDocument(extension: string): string {
  return foreignReason(
    extension === '.mdx'
      ? { name: '文库自己的文件（.mdx）', mend: '放进 content 里对应的文件夹，运行 npm run check，不必导入' }
      : {
          name: `数据或程序文件（${extension}）`,
          mend: '不必导入；里面确是一份公文的，把文字存成 .txt 再导入',
        },
  );
}

const SAVE_AS_PAGE = `在浏览器里打开，另存为“网页，仅 HTML”（.html），再导入；或${SAVE_AS_DOCX}`;

/** Formats that only an office program can read; with LibreOffice they never get here. */
function needsConversion(found: string, save = SAVE_AS_DOCX): ReadSource {
  const mend = `${save}；本机装有 LibreOffice 时会自动转换`;
  return {
    ok: false,
    reason: `发现${found}，应为 ${save === SAVE_AS_DOCX ? '.docx' : '.html 或 .docx'}。改法：${mend}`,
  };
}
