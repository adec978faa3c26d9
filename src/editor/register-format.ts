/** agencies.yml and topics.yml, lists at the top level, as Decap's forms show them: as the one field of an object. */
import { readYaml } from '../schema/source.ts';
import { type FormValues, ORIGINAL, UNREADABLE, UnreadableEntry } from './entry-format.ts';
import { cleaned, sameValue } from './values.ts';
import { cutYaml, trailingComments, writeYaml } from './yaml-pieces.ts';

/** The field of the form that holds the list. */
export const ENTRIES = 'entries';

/** The form of a register's file. Never throws: a file that can't be read gives a form that can't be saved. */
export function readRegister(text: string): FormValues {
  const { frontmatter, syntaxProblems } = readYaml(text.replace(/^\uFEFF/, ''), 0);
  const [problem] = syntaxProblems;
  const isList = Array.isArray(frontmatter) || frontmatter === null || frontmatter === undefined;
  if (!problem && isList) return { [ENTRIES]: frontmatter ?? [], [ORIGINAL]: text };
  const reason = problem
    ? `第 ${problem.line} 行：${problem.message}。改法：${problem.fix}`
    : '内容不是条目的列表';
  return { [ENTRIES]: [], [ORIGINAL]: text, [UNREADABLE]: reason };
}

/** The entries that a form's values mean, without what is empty. */
export function entriesOf(values: FormValues): unknown[] {
  const entries = cleaned(values[ENTRIES]);
  return Array.isArray(entries) ? entries : [];
}

/**
 * The file of a form: the one it was made of, with other lines only for the entries that say something else now.
 * @throws UnreadableEntry for a file that its form doesn't show.
 */
export function writeRegister(values: FormValues): string {
  const reason = values[UNREADABLE];
  if (typeof reason === 'string') {
    throw new UnreadableEntry(`发现这份文件读不出来（${reason}），应先在文件里改正，再到这里编辑。`);
  }
  const original = typeof values[ORIGINAL] === 'string' ? values[ORIGINAL] : '';
  const [before, after] = [entriesOf(readRegister(original)), entriesOf(values)];
  if (sameValue(before, after)) return original;
  const cut = cutYaml(original);
  if (!cut || after.length === 0) return `${cut?.head ?? ''}${writeYaml(after)}`;
  const unused = cut.pieces.map(({ text }, index) => ({ text, entry: before[index] }));
  const written = after.map((entry) => {
    const at = unused.findIndex((piece) => sameValue(piece.entry, entry));
    // The comments at the end of the file stay there.
    const [kept] = at < 0 ? [] : unused.splice(at, 1);
    return kept ? withoutTrailing(kept.text) : writeYaml([entry]);
  });
  const last = trailingComments(cut.pieces.at(-1)?.text ?? '');
  const text = cut.head + written.join('') + last;
  return original.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

function withoutTrailing(text: string): string {
  const kept = text.slice(0, text.length - trailingComments(text).length);
  return kept.endsWith('\n') ? kept : `${kept}\n`;
}
