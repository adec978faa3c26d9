import type { Finding } from '../../src/import/finding.ts';
import { type SourceFormat, sniffFormat } from '../../src/import/sniff.ts';

/** Extensions that go with a format; for other formats none is wrong. */
const EXTENSIONS: Partial<Record<SourceFormat, { name: string; right: readonly string[] }>> = {
  docx: { name: '.docx 文档', right: ['docx', 'docm', 'dotx', 'dotm'] },
  doc: { name: 'Word 97-2003 文档', right: ['doc', 'wps', 'dot', 'wpt'] },
  pdf: { name: 'PDF', right: ['pdf'] },
  html: { name: '网页', right: ['html', 'htm', 'xhtml'] },
  text: { name: '纯文本', right: ['txt', 'text', 'md', 'markdown'] },
};

/** What to say of a file whose name says something else than its content. */
export function wrongExtension(bytes: Uint8Array, fileName: string): Finding[] {
  const known = EXTENSIONS[sniffFormat(bytes, fileName)];
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (!known || known.right.includes(extension)) return [];
  const named = extension === '' ? '没有扩展名' : `扩展名是 .${extension}`;
  return [{ kind: 'attention', line: 0, message: `文件${named}，内容其实是${known.name}，按内容读入` }];
}
