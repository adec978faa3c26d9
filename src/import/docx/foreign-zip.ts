import { Refusal } from './refusal.ts';
import type { Zip } from './zip.ts';

/** Zips that are no Word files, by a part that only they have. */
const KINDS: [RegExp, string, string][] = [
  [/^xl\//, 'Excel 表格（.xlsx）', '把要收录的表格复制到 Word 里，另存为 .docx 再导入'],
  [/^ppt\//, 'PowerPoint 演示文稿（.pptx）', '把文字复制到 Word 里，另存为 .docx 再导入'],
  [/^OFD\.xml$/i, 'OFD 版式文件', '找到制作它的 Word 文件导入，或用 OFD 阅读器另存为 .docx'],
  [/^META-INF\/container\.xml$/, '电子书（.epub）', '把文字复制到 Word 里，另存为 .docx 再导入'],
  [
    /^content\.xml$/,
    'OpenDocument 文件（.odt、.ods 一类）',
    '用 WPS 或 LibreOffice 打开，另存为 .docx 再导入',
  ],
  [/^Index(?:\/Document\.iwa|\.zip)$/, 'Pages 文稿', '在 Pages 里导出为 Word（.docx）再导入'],
];

/** Why a zip is not read as a Word file whose main part would be `main`; undefined when it is one. */
export function foreignZip(zip: Zip, main: string): Refusal | undefined {
  const kind = KINDS.find(([pattern]) => zip.names.some((name) => pattern.test(name)));
  const isForeign = kind !== undefined && !/^word\//i.test(main);
  if (isForeign) return new Refusal(`内容其实是 ${kind[1]}，不是 Word 文档。改法：${kind[2]}`);
  if (zip.has(main)) return undefined;
  if (kind) return new Refusal(`内容其实是 ${kind[1]}，不是 Word 文档。改法：${kind[2]}`);
  if (zip.has('[Content_Types].xml')) return undefined;
  return new Refusal('内容其实是压缩包（.zip 一类），不是 Word 文档。改法：解开它，导入里面的文件');
}
