import type { Nodes, Root } from 'mdast';
import { CharacterSieve } from '../core/character-sieve.ts';
import type { SyntaxProblem } from './syntax-problem.ts';

/**
 * Bounds that no document comes near and without which a small file could keep the parser busy for hours:
 * matching emphasis and links takes time with the square of the marks in a block (100,000 marks took eight minutes).
 */
const MOST_MARKS_IN_BLOCK = 10_000;
/** For each closing bracket the block is searched for the start of a footnote: five thousand took eight seconds. */
const MOST_CLOSERS_IN_BLOCK = 2_500;
/** Block quotes and list items opened on one line. */
const MOST_CONTAINERS = 50;
/** Columns before a list item: each level of a list takes two, and time grows with the cube of the levels. */
const MOST_INDENT = 100;
/**
 * After an import or export line the parser tries the whole rest of the body as a program at every blank line;
 * this bounds characters times blank lines.
 */
const MOST_PROGRAM_WORK = 20_000_000;
/** Depth of the tree, which renderers walk recursively. */
const MOST_DEPTH = 200;

export const TOO_DEEP = '引用、列表或标签的层次太深';
export const PROGRAM = '以 import 或 export 开头的行被当成了程序';
export const PROGRAM_LINE = /^(?:import|export)\b/m;

const INDENTED_ITEM = new RegExp(`^[ \\t]{${MOST_INDENT},}(?:[-+*]|\\d{1,9}[.)])[ \\t]`);
const MARK = /[*_~`[\]<{}]/g;
const CLOSER = /(?<!\\)\]/g;
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/;

/** The first place in which a body goes beyond what the parser can be trusted with, if any. */
export function excessIn(body: string): SyntaxProblem | undefined {
  return mayExceed(body) ? excessiveLine(body) : longProgram(body);
}

const HELD = new CharacterSieve([/[*_~`[\]<{}]/]);
const DEEP = new RegExp(
  `^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))){${MOST_CONTAINERS + 1}}|^[ \\t]{${MOST_INDENT}}`,
  'm',
);

/** A quick look at the whole that spares nearly all bodies one at each line. */
function mayExceed(body: string): boolean {
  let marks = 0;
  for (let at = 0; at < body.length; at++) marks += HELD.classesOf(body.charCodeAt(at));
  return marks > MOST_CLOSERS_IN_BLOCK || DEEP.test(body);
}

function excessiveLine(body: string): SyntaxProblem | undefined {
  let marks = 0;
  let closers = 0;
  for (const [index, line] of body.split(/\r\n|\n|\r/).entries()) {
    const isBlank = line.trim() === '';
    marks = isBlank ? 0 : marks + (line.match(MARK)?.length ?? 0);
    closers = isBlank ? 0 : closers + (line.match(CLOSER)?.length ?? 0);
    const place = { line: index + 1, column: 1 };
    if (marks > MOST_MARKS_IN_BLOCK || closers > MOST_CLOSERS_IN_BLOCK)
      return { ...place, message: '这一段的星号、方括号等符号多得不像正文' };
    const containers = CONTAINERS.exec(line.slice(0, 2000))?.[0].match(/[>+*.)-]/g)?.length ?? 0;
    if (containers > MOST_CONTAINERS || INDENTED_ITEM.test(line)) return { ...place, message: TOO_DEEP };
  }
  return longProgram(body);
}

function longProgram(body: string): SyntaxProblem | undefined {
  const start = body.search(PROGRAM_LINE);
  if (start < 0) return undefined;
  const rest = body.slice(start);
  const blanks = rest.match(/^[ \t]*$/gm)?.length ?? 0;
  if (rest.length * blanks <= MOST_PROGRAM_WORK) return undefined;
  return { line: body.slice(0, start).split('\n').length, column: 1, message: PROGRAM };
}

/** The first node that is nested too deep, if any. A loop, not a recursion, as the tree may be deeper than the stack. */
export function depthProblem(tree: Root): SyntaxProblem | undefined {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (depth > MOST_DEPTH) return { line, column, message: TOO_DEEP };
    if ('children' in node)
      for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}
