import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_FILES, fileType, isContentFile } from '../../src/core/content-files.ts';
import { writeFiles } from '../import/write-files.ts';

/** Where originals are kept, below the content folder. */
const ORIGINALS = `${CONTENT_FILES}/originals`;

/**
 * Moves the original of a converted file to the attachments and enters it in the document made from it: both or
 * neither, and killed in between it can be called again. Returns a sentence for the report. A kind that readers can't
 * be handed is left to the caller.
 */
export async function keepOriginal(
  original: string,
  document: string,
  contentDir: string,
): Promise<{ kept: boolean; message: string }> {
  if (!isContentFile(original))
    return { kept: false, message: `原件是 .${fileType(original)} 文件，不能作附件，没有留下` };
  const name = path.basename(document).replace(/\.mdx?$/, '');
  const file = `${ORIGINALS}/${name}.${fileType(original)}`;
  const target = path.join(contentDir, file);
  const [bytes, standing] = await Promise.all([readFile(original), readIfThere(target)]);
  if (standing && !standing.equals(bytes))
    return { kept: false, message: `${file} 已经存在，原件没有覆盖它` };
  const text = await readFile(document, 'utf8');
  const isEntered = text.includes(`file: ${file}\n`);
  const entered = isEntered ? text : enterAttachment(text, file);
  const documentToo = entered === undefined || isEntered ? [] : [{ path: document, text: entered }];
  await writeFiles([{ path: target, text: bytes }, ...documentToo], true, contentDir);
  await rm(original);
  return {
    kept: true,
    message:
      entered === undefined
        ? `原件留作 ${file}；文件已有附件，请在 attachments 里自行登记`
        : `原件留作附件 ${file}`,
  };
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The text of a document with one attachment; undefined when it has attachments, or no frontmatter to add it to. */
export function enterAttachment(text: string, file: string): string | undefined {
  const match = /^---\n([\s\S]*?)^---$/m.exec(text);
  if (match?.index !== 0 || /^attachments:/m.test(match[1] ?? '')) return undefined;
  const end = match[0].length - '---'.length;
  return `${text.slice(0, end)}attachments:\n  - title: 原件\n    file: ${file}\n${text.slice(end)}`;
}
