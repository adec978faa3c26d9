import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { depthProblem, excessIn } from './limits.ts';

/** A body that is not well-formed MDX: where, counted within the body, and why, in Chinese. */
export interface SyntaxProblem {
  /** 1-based, within the body. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  message: string;
}

export type ParsedBody = { ok: true; tree: Root } | { ok: false; problem: SyntaxProblem };

const TOO_DEEP = '引用、列表或标签的层次太深';

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough)
  .freeze();

/** Parses MDX syntax to a syntax tree. Nothing in it is ever evaluated. */
export function parseBody(body: string): ParsedBody {
  const excess = excessIn(body);
  if (excess) return { ok: false, problem: excess };
  try {
    const tree = parser.parse(body);
    const tooDeep = depthProblem(tree);
    if (tooDeep) return { ok: false, problem: tooDeep };
    unlinkBareAddresses(tree, body);
    return { ok: true, tree };
  } catch (error) {
    if (error instanceof VFileMessage) return { ok: false, problem: syntaxProblem(error) };
    // The parser itself recurses into nested tags: the stack ends before the tree is there to be measured.
    if (error instanceof RangeError) return { ok: false, problem: { line: 1, column: 1, message: TOO_DEEP } };
    throw error;
  }
}

/**
 * GFM turns a bare address into a link and swallows the Chinese text that follows it. A document's text is kept
 * as text: only links written as `[…](…)` are links.
 */
function unlinkBareAddresses(tree: Root, body: string): void {
  visit(tree, 'link', (node, index, parent) => {
    const start = node.position?.start.offset;
    if (!parent || index === undefined || start === undefined || body[start] === '[') return;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
}

function syntaxProblem(error: VFileMessage): SyntaxProblem {
  return { line: error.line ?? 1, column: error.column ?? 1, message: translate(error.reason) };
}

/** The MDX parser's English reasons, by the words they begin with. */
const REASONS: [RegExp, string][] = [
  [/^Unexpected closing (slash|tag)/, '多出一个结束标签'],
  [/^Expected a closing tag for `?(<[^`\s>]*>)?/, '有标签没有结束'],
  [/^Unexpected character .* before name/, '“<”后面不是标签名，多半是正文里的小于号或书名号'],
  [/^Unexpected character .* (in|after) (name|attribute)/, '标签里有不该出现的字符，多半是正文里的尖括号'],
  [/^Could not parse expression/, '花括号里的内容被当成了程序'],
  [/^Unexpected end of file in expression/, '“{”没有配对的“}”'],
  [/^Could not parse import\/exports/, '以 import 或 export 开头的行被当成了程序'],
  [/^Unexpected lazy line/, '标签或花括号跨行时缩进不对'],
];

function translate(reason: string): string {
  return REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? `不合 MDX 写法（${reason}）`;
}
