import type { VFileMessage } from 'vfile-message';
import { PROGRAM, PROGRAM_LINE } from './limits.ts';

/** A body that is not well-formed MDX: where, counted within the body, and why, in Chinese. */
export interface SyntaxProblem {
  /** 1-based, within the body. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
}

const LONE_BRACE = '“{”没有配对的“}”';

/** The MDX parser's English reasons, by the words they begin with; the first that fits is taken. */
const REASONS: [RegExp, string][] = [
  [/^Unexpected closing (slash|tag)/, '多出一个结束标签，或它的开头在别的段落里'],
  [/^Expected/, '有标签没有结束'],
  [/^Unexpected end of file in expression/, LONE_BRACE],
  [/^Unexpected end of file/, '“<”开头的标签没有写完，多半是正文里的小于号或书名号'],
  [
    /^Unexpected character .* before (local )?name/,
    '“<”后面不是标签名，多半是正文里的小于号、书名号、网址或注释',
  ],
  [/^Unexpected character/, '标签里有不该出现的字符，多半是正文里的尖括号'],
  [/^Could not parse import\/exports/, PROGRAM],
  [
    /^Could not parse expression|^Unexpected (empty expression|.*expression|.*spread)/,
    '花括号里的内容被当成了程序',
  ],
  [/^Unexpected lazy line/, '标签或花括号跨行时缩进不对'],
];

/** Words the parser's message in Chinese and finds the place where the fault begins. */
export function syntaxProblem(error: VFileMessage, body: string): SyntaxProblem {
  const message =
    REASONS.find(([pattern]) => pattern.test(error.reason))?.[1] ?? '尖括号或花括号用得不合写法';
  const tag = /`(<[^`]*>)` \((\d+):(\d+)/.exec(error.reason);
  // The parser names the paragraph around a tag without an end, and the tag's own place only in its words.
  if (tag)
    return {
      line: Number(tag[2]),
      column: Number(tag[3]),
      message: `标签 ${tag[1]} 没有结束，多半是正文里的尖括号`,
    };
  const place = { line: error.line ?? 1, column: error.column ?? 1 };
  return { ...beginning(message, place, body), message };
}

/** A brace, tag or program without an end runs on to the end of the body, and the parser names that end. */
function beginning(message: string, end: { line: number; column: number }, body: string) {
  const lines = body.split(/\r\n|\n|\r/).slice(0, end.line);
  const opener = openerOf(message, lines);
  const at = opener ? lines.findLastIndex((line) => opener.test(line)) : -1;
  return at < 0 ? end : { line: at + 1, column: (lines[at] ?? '').search(/\S/) + 1 };
}

/** What the line begins with, or holds, at which the fault begins; undefined when the parser's place is that line. */
function openerOf(message: string, lines: readonly string[]): RegExp | undefined {
  if (message === PROGRAM) return PROGRAM_LINE;
  // A brace inside a paragraph ends with it; only one that opens a block runs on.
  const inParagraph = lastBlock(lines).some((line) => /^\s*[^\s{].*\{/.test(line));
  if (message === LONE_BRACE) return inParagraph ? undefined : /^\s*\{/;
  return (lines.at(-1) ?? '').trim() === '' ? /</ : undefined;
}

function lastBlock(lines: readonly string[]): string[] {
  return lines.slice(lines.findLastIndex((line) => line.trim() === '') + 1);
}
