import type { Draft } from '../../src/import/make-draft.ts';
import type { Manuscript } from '../../src/import/manuscript.ts';
import { hanCharacters } from '../../src/import/verify.ts';
import { parseSource } from '../../src/schema/source.ts';
import { readBack } from '../import/read-back.ts';

/**
 * Counts again, from the finished drafts: every Han character of the source is in a draft or among what was left out,
 * or the report gives the number of those that are not. Returns what is wrong, or undefined.
 */
export function checkAccount(manuscript: Manuscript, drafts: readonly Draft[]): string | undefined {
  const counts = new Map<string, number>();
  const count = (text: string, by: number): void => {
    for (const char of hanCharacters(text)) counts.set(char, (counts.get(char) ?? 0) + by);
  };
  count(manuscript.raw, 1);
  for (const { text } of manuscript.dropped) count(text, -1);
  for (const draft of drafts) count(draftText(draft), -1);
  const missing = [...counts.values()].filter((times) => times > 0).reduce((sum, times) => sum + times, 0);
  const reported = drafts
    .flatMap(({ findings }) => findings)
    .map(({ message }) => Number(/^有 (\d+) 个汉字没有带过来/.exec(message)?.[1] ?? 0))
    .reduce((sum, times) => sum + times, 0);
  return missing > reported ? `${missing} Han characters are missing, ${reported} are reported` : undefined;
}

/** Title, publication line and body of a draft. A title that was made up from the file's name only adds. */
function draftText(draft: Draft): string {
  const { frontmatter, body } = parseSource(draft.collection, 'draft.mdx', draft.text);
  const read = readBack(body);
  if (!read.ok) throw new Error(read.reason);
  const alts = Array.from(body.matchAll(/!\[([^\]]*)\]\(/g), ([, alt = '']) => alt);
  const { title, source } = frontmatter as { title?: string; source?: { printedLine?: string } };
  return [title, source?.printedLine, read.text, ...alts].join('\n');
}
