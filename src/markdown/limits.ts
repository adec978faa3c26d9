import type { Nodes, Root } from 'mdast';
import type { SyntaxProblem } from './parse.ts';

/**
 * Bounds that no document comes near and without which a small file could keep the parser busy for hours:
 * matching emphasis and links takes time with the square of the marks in a block (100,000 marks took eight minutes).
 */
const MOST_MARKS_IN_BLOCK = 4000;
/** Block quotes and list items opened on one line. */
const MOST_CONTAINERS = 50;
/** Depth of the tree, which renderers walk recursively. */
const MOST_DEPTH = 200;

const MARK = /[*_~`[\]<{}]/g;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** The first place in which a body goes beyond what the parser can be trusted with, if any. */
export function excessIn(body: string): SyntaxProblem | undefined {
  let marks = 0;
  for (const [index, line] of body.split(/\r\n|\n|\r/).entries()) {
    marks = line.trim() === '' ? 0 : marks + (line.match(MARK)?.length ?? 0);
    const place = { line: index + 1, column: 1 };
    if (marks > MOST_MARKS_IN_BLOCK) return { ...place, message: '这一段的星号、方括号等符号多得不像正文' };
    const containers = CONTAINERS.exec(line.slice(0, 2000))?.[0].match(/[>+*.)-]/g)?.length ?? 0;
    if (containers > MOST_CONTAINERS) return { ...place, message: '引用或列表的层次太深' };
  }
  return undefined;
}

/** The first node that is nested too deep, if any. A loop, not a recursion, as the tree may be deeper than the stack. */
export function depthProblem(tree: Root): SyntaxProblem | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (depth > MOST_DEPTH) return { line, column, message: '引用、列表或标签的层次太深' };
    if ('children' in node)
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}
