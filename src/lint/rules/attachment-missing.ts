import { defineRule } from '../rule.ts';

/** An attachment whose file is not in the public folder: its link would lead nowhere. */
export default defineRule({
  id: 'attachment-missing',
  severity: 'error',
  needs: ['documents', 'publicFiles'],
  *check({ documents, publicFiles }) {
    for (const { source, data } of documents) {
      for (const [index, { title, file }] of (data.attachments ?? []).entries()) {
        if (publicFiles.has(file)) continue;
        const near = similarFile(file, publicFiles);
        const below = withoutPublic(file);
        yield {
          file: source.file,
          line: source.lineOf(['attachments', index, 'file']),
          found: `附件“${title}”的文件 ${file} 不在 public 文件夹里`,
          expected: 'public 文件夹里已有的文件，大小写也要一致',
          fix: near
            ? `改为 file: ${near}`
            : `把文件存为 public/${below}，写 file: ${below}；已经存了的，改正文件名或位置`,
        };
      }
    }
  },
});

/** A file that is the same but for case, or for a leading “public/”. */
function similarFile(wanted: string, files: ReadonlySet<string>): string | undefined {
  const loose = withoutPublic(wanted).toLowerCase();
  for (const file of files) if (file.toLowerCase() === loose) return file;
  return undefined;
}

function withoutPublic(file: string): string {
  return file.replace(/^(?:\.\/)?(?:public\/)?/, '');
}
