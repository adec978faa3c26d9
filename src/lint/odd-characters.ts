import type { TextEdit } from './issue.ts';
import type { Finding, LintDocument } from './rule.ts';
import { bodyOffset, filePlace } from './source-offsets.ts';

/** What a rule says of one odd character that stands in a line, once or more often. */
export interface OddCharacter {
  code: number;
  count: number;
}

type Verdict = Pick<Finding, 'found' | 'expected' | 'fix'> & {
  /** What may stand in its place without changing what the text says. */
  replacement?: string;
};

/**
 * One finding for each line and odd character of a file, its frontmatter included. Fields that their schema refuses,
 * and frontmatter that can't be read, are reported by the rules for these: they name the character already.
 * @param pattern matches one character; global.
 */
export function* characterFindings(
  document: LintDocument,
  pattern: RegExp,
  judge: (odd: OddCharacter) => Verdict,
): Generator<Finding> {
  const { source, problems } = document;
  if (source.text.search(pattern) < 0) return;
  const reported = new Set(problems.map(({ path }) => source.lineOf(path)));
  const body = bodyOffset(source);
  const found = new Map<string, { code: number; at: number[]; line: number; column: number; char: string }>();
  for (const { index, 0: char } of source.text.matchAll(pattern)) {
    const { line, column } = filePlace(source, index);
    const inFrontmatter = index < body;
    if (inFrontmatter && (source.syntaxProblems.length > 0 || reported.has(line))) continue;
    const key = `${line} ${char}`;
    const entry = found.get(key) ?? { code: char.codePointAt(0) ?? 0, at: [], line, column, char };
    entry.at.push(index);
    found.set(key, entry);
  }
  for (const { code, at, line, column, char } of found.values()) {
    const { replacement, ...verdict } = judge({ code, count: at.length });
    const edits = at.map((start): TextEdit => {
      const edit = { start, end: start + char.length, text: replacement ?? '' };
      return replacement ? { ...edit, replacesHan: true } : edit;
    });
    const place = { file: source.file, line, column };
    yield replacement === undefined ? { ...place, ...verdict } : { ...place, ...verdict, edits };
  }
}
