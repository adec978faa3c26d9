import { CONTENT_FILE_TYPES, fileType, isContentFile } from '../../core/content-files.ts';
import { defineRule, type Finding } from '../rule.ts';

/** Characters that addresses or the disks of Windows take for something else. */
const FORBIDDEN = /[#?%<>:"|*\\\p{Cc}]/u;

/** A file of the content that readers are not handed: of a kind that could run in their browser, or that nobody can open. */
export default defineRule({
  id: 'file-type',
  severity: 'error',
  needs: ['contentFiles', 'brokenFiles', 'dangerousFiles', 'documents'],
  *check({ contentFiles, brokenFiles, dangerousFiles, documents }) {
    const taken = new Map<string, string>();
    for (const file of contentFiles) {
      if (!isContentFile(file)) yield { file, line: 1, ...judge(file) };
      const fault = FORBIDDEN.exec(file)?.[0];
      if (fault !== undefined) yield { file, line: 1, ...judgeName(file, fault) };
      const other = taken.get(file.toLowerCase());
      if (other !== undefined) yield { file, line: 1, ...judgeTwins(file, other) };
      taken.set(file.toLowerCase(), file);
    }
    // What a file is instead is said by another rule.
    for (const [file, why] of brokenFiles)
      if (isContentFile(file) && !dangerousFiles.has(file))
        yield { file, line: 1, ...judgeBroken(file, why) };
    for (const { source, data } of documents) {
      for (const [index, { file }] of (data.attachments ?? []).entries()) {
        // What lies in the folder itself is judged above, once.
        if (isContentFile(file) || contentFiles.includes(file)) continue;
        yield { file: source.file, line: source.lineOf(['attachments', index, 'file']), ...judge(file) };
      }
    }
  },
});

/** It may still be what the office has; a reader is told before he tries. */
function judgeBroken(file: string, why: string): Pick<Finding, 'severity' | 'found' | 'expected' | 'fix'> {
  return {
    severity: 'warning',
    found: `文件 ${file} 打不开：${why}`,
    expected: '打得开的、与扩展名相符的文件',
    fix: '在自己电脑上打开试一试，重新下载或另存一份；只是扩展名不对的，改文件名，登记和引用它的地方跟着改',
  };
}

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

function judgeName(file: string, fault: string) {
  return {
    found: `文件 ${file} 的名字里有 ${/\p{Cc}/u.test(fault) ? '看不见的控制字符' : fault}`,
    expected: '不含 # ? % < > : " | * \\ 的名字：前三个在网址里另有用处，其余的 Windows 存不了',
    fix: '改文件名，登记和引用它的地方跟着改',
  };
}

function judgeTwins(file: string, other: string) {
  return {
    found: `文件 ${file} 与 ${other} 只差大小写`,
    expected: '不分大小写也各不相同的名字：Windows 和 U 盘上两个会变成一个',
    fix: '改其中一个的文件名，登记和引用它的地方跟着改；内容一样的删去一个',
  };
}
