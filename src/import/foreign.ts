/** A kind of file that is no document, or none that can be read: what it is called, and what to do instead. */
export interface ForeignFormat {
  name: string;
  /** Finishes the sentence 改法：……. */
  mend: string;
}

/** How any word processor makes the one format that comes in best. */
export const SAVE_AS_DOCX = '用 WPS 或 Word 打开，选「文件」→「另存为」，类型选「Word 文档(*.docx)」，再导入';
const SCAN = '图片里的字要先识别：用带文字识别（OCR）的软件转成 .docx 或 .txt，对照原件校对后再导入';
const SHEET = '把要收录的文字复制到 Word 或 WPS 文字里，存为 .docx；整张表可作附件，放进 content/files';
const UNPACK = '先解压，再导入里面的文档';
const LAYOUT = '用原来的阅读器打开，选「导出」或「打印」成 PDF（要有文字层）；或向发文单位要 .docx，再导入';

/** What files are, that are no documents. */
export const FOREIGN = {
  xlsx: { name: 'Excel 表格（.xlsx）', mend: SHEET },
  xls: { name: '旧版 Excel 或 WPS 表格（.xls、.et）', mend: SHEET },
  pptx: { name: 'PowerPoint 演示文稿（.pptx）', mend: '把要收录的文字复制到 Word 或 WPS 文字里，存为 .docx' },
  ppt: {
    name: '旧版 PowerPoint 或 WPS 演示（.ppt、.dps）',
    mend: '把要收录的文字复制到 Word 或 WPS 文字里，存为 .docx',
  },
  odt: { name: 'OpenDocument 文本（.odt）', mend: SAVE_AS_DOCX },
  odf: { name: 'OpenDocument 表格或演示', mend: SHEET },
  epub: { name: 'EPUB 电子书', mend: '把要收录的文字复制到 Word 或 WPS 文字里，存为 .docx' },
  ofd: { name: 'OFD 版式文件（.ofd）', mend: LAYOUT },
  pages: { name: 'Pages 文稿（.pages）', mend: '在 Pages 里导出为 Word（.docx），再导入' },
  zip: { name: '压缩包（.zip）', mend: UNPACK },
  rar: { name: '压缩包（.rar）', mend: UNPACK },
  sevenZip: { name: '压缩包（.7z）', mend: UNPACK },
  gzip: { name: '压缩包（.gz）', mend: UNPACK },
  locked: {
    name: '有打开密码的 Office 文件',
    mend: '用密码打开，在「文件」→「信息」（WPS 是「文档加密」）里去掉密码，另存为「Word 文档(*.docx)」，再导入',
  },
  message: { name: 'Outlook 邮件（.msg）', mend: '把邮件的附件或正文另存为 .docx 或 .txt，再导入' },
  works: { name: 'Microsoft Works 文档（.wps）', mend: SAVE_AS_DOCX },
  compound: { name: '别的软件的旧版 Office 复合文档', mend: SAVE_AS_DOCX },
  brokenCompound: {
    name: '目录已经损坏的旧版 Office 文件',
    mend: `找一份完好的原件；或${SAVE_AS_DOCX}`,
  },
  png: { name: 'PNG 图片', mend: SCAN },
  jpeg: { name: 'JPEG 图片', mend: SCAN },
  gif: { name: 'GIF 图片', mend: SCAN },
  bmp: { name: 'BMP 图片', mend: SCAN },
  tiff: { name: 'TIFF 图片', mend: SCAN },
  webp: { name: 'WebP 图片', mend: SCAN },
  heic: { name: 'HEIC 照片', mend: SCAN },
  program: { name: '程序文件', mend: '核对选对了文件；要导入的应是文档' },
  ceb: { name: '方正 CEB 版式文件（.ceb）', mend: LAYOUT },
  gd: { name: '书生版式文件（.gd、.gw、.sep）', mend: LAYOUT },
  caj: {
    name: '知网 CAJ 文件（.caj、.kdh、.nh）',
    mend: '用 CAJViewer 打开，另存为 PDF（要有文字层），再导入',
  },
} as const satisfies Record<string, ForeignFormat>;
export type ForeignKind = keyof typeof FOREIGN;

/** What a refusal says: what was found, what should be, and the mend. */
export function foreignReason({ name, mend }: ForeignFormat): string {
  return `发现${name}，应为 .docx、.doc、.wps、.html、.pdf、.txt 或 .md 的文档。改法：${mend}`;
}
