import { escapePieces } from '../../src/import/escape.ts';
import { decodeText } from '../../src/import/text.ts';

/** A text file as read; `file` is its path below the folder, with forward slashes. */
export interface TextFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Wraps texts, such as a folder of laws, into records that the check accepts: the title is the file's name, nothing
 * is concluded from the text, and no issuer is invented. Gives files of a content folder by path, and the names of
 * the texts that could not be read, each with the reason in Chinese.
 */
export function wrapTexts(texts: readonly TextFile[]): { files: Map<string, string>; refused: string[] } {
  const files = new Map<string, string>();
  const refused: string[] = [];
  for (const [index, { file, bytes }] of texts.entries()) {
    const decoded = decodeText(bytes);
    if (!decoded.ok) {
      refused.push(`${file}：${decoded.reason}`);
      continue;
    }
    const name = `policies/text-${String(index + 1).padStart(5, '0')}.mdx`;
    files.set(name, frontmatter(titleOf(file)) + body(decoded.text));
  }
  return { files, refused };
}

function titleOf(file: string): string {
  const name = (file.split('/').at(-1) ?? file).replace(/\.[^.]*$/, '');
  return name.replace(/\s+/g, ' ').trim() || '无题';
}

function frontmatter(title: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\nissuer: 未署名\nkind: 未知\ncompleteness: 全文\n---\n\n`;
}

/** Each line is a block of its own; `#` marks of a Markdown text stay headings, below the page's own. */
function body(text: string): string {
  const blocks = text.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, marks = '', content = ''] = /^(#*)\s*(.*?)\s*$/u.exec(line) ?? [];
    if (content === '') return [];
    const heading = marks !== '';
    const escaped = escapePieces([{ text: content, supplied: false }], heading ? 'heading' : 'paragraph');
    return [heading ? `${'#'.repeat(Math.min(6, Math.max(2, marks.length)))} ${escaped}` : escaped];
  });
  return `${blocks.join('\n\n')}\n`;
}
