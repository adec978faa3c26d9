import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { depthProblem, excessIn, TOO_DEEP } from './limits.ts';
import { parseSparing } from './parse-sparing.ts';
import { type SyntaxProblem, syntaxProblem } from './syntax-problem.ts';

export type ParsedBody = { ok: true; tree: Root } | { ok: false; problem: SyntaxProblem };

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
    const tree = treeOf(body);
    const tooDeep = depthProblem(tree);
    if (tooDeep) return { ok: false, problem: tooDeep };
    unlinkBareAddresses(tree, body);
    if (body.includes('<br')) readLineBreaks(tree);
    return { ok: true, tree };
  } catch (error) {
    if (error instanceof VFileMessage) return { ok: false, problem: syntaxProblem(error, body) };
    // The parser itself recurses into nested tags: the stack ends before the tree is there to be measured.
    if (error instanceof RangeError) return { ok: false, problem: { line: 1, column: 1, message: TOO_DEEP } };
    throw error;
  }
}

/** Parses a whole body at once, as the parser would without `parseSparing`. For its test, too. */
export function parseWhole(body: string): Root {
  return parser.parse(body);
}

function treeOf(body: string): Root {
  try {
    return parseSparing(body, parseWhole) ?? parseWhole(body);
  } catch {
    // The fault is to be worded by what is around it: the whole body is parsed for that, and throws again.
    return parseWhole(body);
  }
}

/** Without one of these there is no address; walking the tree takes longer than reading it off a plain text. */
const BARE_ADDRESS = /:\/\/|www\.|@/i;

/**
 * GFM turns a bare address into a link and swallows the Chinese text that follows it. A document's text is kept
 * as text: only links written as `[…](…)` are links.
 */
function unlinkBareAddresses(tree: Root, body: string): void {
  if (!BARE_ADDRESS.test(body)) return;
  visit(tree, 'link', (node, index, parent) => {
    // A link that GFM makes after parsing has no position of its own.
    const start = node.position?.start.offset;
    const written = start !== undefined && body[start] === '[';
    if (!parent || index === undefined || written) return;
    parent.children.splice(index, 1, ...node.children);
    return [SKIP, index];
  });
}

/** A cell of a table is one line of Markdown: the only way to break a line in it is to write the break as a tag. */
function readLineBreaks(tree: Root): void {
  visit(tree, 'mdxJsxTextElement', (node, index, parent) => {
    const isBreak = node.name === 'br' && node.attributes.length === 0 && node.children.length === 0;
    if (!isBreak || !parent || index === undefined) return;
    parent.children[index] = { type: 'break', ...(node.position ? { position: node.position } : {}) };
  });
}
