import { CONTENT_FILES } from '../../core/content-files.ts';
import { defineRule } from '../rule.ts';

/** An attachment whose file is not there: its link would lead nowhere. */
export default defineRule({
  id: 'attachment-missing',
  severity: 'error',
  needs: ['documents', 'publicFiles'],
  *check({ documents, publicFiles }) {
    for (const { source, data } of documents) {
      for (const [index, { title, file }] of (data.attachments ?? []).entries()) {
        if (publicFiles.has(file)) continue;
        const near = similarFile(file, publicFiles);
        const below = `${CONTENT_FILES}/${withoutFolder(file)}`;
        yield {
          file: source.file,
          line: source.lineOf(['attachments', index, 'file']),
          found: `附件“${title}”的文件 ${file} 不存在`,
          expected: '内容文件夹的 files 文件夹里已有的文件，大小写也要一致',
          fix: near
            ? `改为 file: ${near}`
            : `把文件存为 content/${below}，写 file: ${below}；已经存了的，改正文件名或位置`,
        };
      }
    }
  },
});

/** A file that is the same but for case, or for the folder that it is in. */
function similarFile(wanted: string, files: ReadonlySet<string>): string | undefined {
  const loose = withoutFolder(wanted).toLowerCase();
  for (const file of files) if (withoutFolder(file).toLowerCase() === loose) return file;
  return undefined;
}

function withoutFolder(file: string): string {
  return file.replace(/^(?:\.\/)?(?:(?:public|content)\/)?(?:files\/)?/i, '');
}
