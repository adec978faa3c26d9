import type { Nodes, Root } from 'mdast';
import { PROGRAM_LINE } from './limits.ts';
import { type BodyLine, type PlainRun, plainRuns } from './plain-blocks.ts';

/** Stands in for a plain run in what the parser is given. */
const STAND_IN = 'x';

/**
 * Parses a body as `parse` does, but hands it only what is not surely plain text: in place of each run of plain blocks
 * stands one letter, so that what comes before and after it means the same, and the blocks take its place in the tree.
 * Undefined where that can't be done, or a letter turned up as anything but a paragraph: then the caller parses all.
 */
export function parseSparing(body: string, parse: (text: string) => Root): Root | undefined {
  // Expressions and programs reach over blank lines; a carriage return or a mark of byte order is read specially.
  if (/[{\r\uFEFF]/.test(body) || PROGRAM_LINE.test(body)) return undefined;
  const lines = linesOf(body);
  const runs = plainRuns(lines);
  if (runs.length === 0) return undefined;
  const tree = isAllPlain(lines, runs) ? plainTree(runs) : parseRest(lines, runs, parse);
  const last = lines.at(-1);
  if (!tree || !last) return undefined;
  tree.position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: last.text.length + 1, offset: body.length },
  };
  return tree;
}

function linesOf(body: string): BodyLine[] {
  let start = 0;
  return body.split('\n').map((text) => {
    const line = { text, start };
    start += text.length + 1;
    return line;
  });
}

function isAllPlain(lines: readonly BodyLine[], [only, second]: readonly PlainRun[]): boolean {
  if (!only || second) return false;
  const plain = new Set(only.lines);
  return lines.every(({ text }, index) => plain.has(index) || text.trim() === '');
}

function plainTree(runs: readonly PlainRun[]): Root {
  return { type: 'root', children: runs.flatMap(({ blocks }) => blocks) };
}

function parseRest(
  lines: readonly BodyLine[],
  runs: readonly PlainRun[],
  parse: (text: string) => Root,
): Root | undefined {
  const rest = lines.map(({ text }) => text);
  for (const { first, lines: taken } of runs)
    for (const line of taken) rest[line] = line === first ? STAND_IN : '';
  const tree = parse(rest.join('\n'));
  moveOffsets(tree, lines, rest);
  return putBack(tree, runs) ? tree : undefined;
}

/** Lines and columns are those of the body; offsets must count what was left out before them. */
function moveOffsets(tree: Root, lines: readonly BodyLine[], rest: readonly string[]): void {
  let start = 0;
  const shifts = lines.map((line, index) => {
    const shift = line.start - start;
    start += (rest[index]?.length ?? 0) + 1;
    return shift;
  });
  const move = (point: { line: number; offset?: number | undefined } | undefined): void => {
    if (point?.offset !== undefined) point.offset += shifts[point.line - 1] ?? 0;
  };
  const waiting: Pick<Nodes, 'position'>[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    move(node.position?.start);
    move(node.position?.end);
    if ('children' in node) waiting.push(...(node.children as Nodes[]));
    if ('attributes' in node) waiting.push(...(node.attributes as Pick<Nodes, 'position'>[]));
  }
}

/** Puts each run in the place of its letter; false when one isn't there. Runs stand in the root and in tags only. */
function putBack(tree: Root, runs: readonly PlainRun[]): boolean {
  const byLine = new Map(runs.map((run) => [run.first + 1, run]));
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'root' && node.type !== 'mdxJsxFlowElement') continue;
    const children: Nodes[] = node.children;
    if (children.some((child) => runAt(child, byLine))) {
      const filled = children.flatMap((child): Nodes[] => {
        const run = runAt(child, byLine);
        if (!run) return [child];
        byLine.delete(run.first + 1);
        return run.blocks;
      });
      node.children = filled as Root['children'] & typeof node.children;
    }
    waiting.push(...children);
  }
  return byLine.size === 0;
}

function runAt(node: Nodes, byLine: ReadonlyMap<number, PlainRun>): PlainRun | undefined {
  const [text, second] = node.type === 'paragraph' ? node.children : [];
  if (text?.type !== 'text' || text.value !== STAND_IN || second) return undefined;
  return node.position?.start.column === 1 ? byLine.get(node.position.start.line) : undefined;
}
