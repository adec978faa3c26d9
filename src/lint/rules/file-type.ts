import { CONTENT_FILE_TYPES, fileType, isContentFile } from '../../core/content-files.ts';
import { defineRule } from '../rule.ts';

/** A file of the content that readers are not handed: of a kind that could run in their browser, or that nobody can open. */
export default defineRule({
  id: 'file-type',
  severity: 'error',
  needs: ['contentFiles', 'documents'],
  *check({ contentFiles, documents }) {
    for (const file of contentFiles) if (!isContentFile(file)) yield { file, line: 1, ...judge(file) };
    for (const { source, data } of documents) {
      for (const [index, { file }] of (data.attachments ?? []).entries()) {
        // What lies in the folder itself is judged above, once.
        if (isContentFile(file) || contentFiles.includes(file)) continue;
        yield { file: source.file, line: source.lineOf(['attachments', index, 'file']), ...judge(file) };
      }
    }
  },
});

function judge(file: string) {
  const type = fileType(file);
  return {
    found: type === '' ? `文件 ${file} 没有扩展名` : `文件 ${file} 是 .${type} 文件`,
    expected: `下列一种：${CONTENT_FILE_TYPES.join('、')}`,
    fix:
      type === 'svg' || type.startsWith('htm')
        ? '网页和 SVG 能在读者的浏览器里运行程序，不收；图片另存为 PNG，网页另存为 PDF 或 Word'
        : '另存为 PDF、Word、Excel 或图片；不是给读者的，移出 files 文件夹，或在文件名前加下划线',
  };
}
