import type { Nodes, Parents, Root } from 'mdast';
import type { Finding, LintDocument } from './rule.ts';

/** A problem of the body before it has a place in the file. */
export type Judgement = Pick<Finding, 'found' | 'expected' | 'fix'>;

/** Turns a place in the body into one in the file. `at.line` counts within the body. */
export function bodyFinding(
  { source }: LintDocument,
  at: { line: number; column?: number | undefined } | undefined,
  judgement: Judgement,
): Finding {
  const line = source.bodyLine + (at?.line ?? 1) - 1;
  const place = { file: source.file, line };
  return at?.column === undefined
    ? { ...place, ...judgement }
    : { ...place, column: at.column, ...judgement };
}

/** Every node of a tree in text order: gathered once, as many rules ask for them. */
export function nodesOf(tree: Root): readonly Nodes[] {
  const nodes = gathered.get(tree) ?? gather(tree);
  gathered.set(tree, nodes);
  return nodes;
}

const gathered = new WeakMap<Root, readonly Nodes[]>();

/** A loop, not a recursion: a hostile body nests deeper than the call stack. */
function gather(tree: Root): Nodes[] {
  const nodes: Nodes[] = [];
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child) waiting.push(child);
    }
  }
  return nodes;
}

/** A block that holds running text directly. */
export function isTextBlock(
  node: Nodes,
): node is Extract<Parents, { type: 'paragraph' | 'heading' | 'tableCell' }> {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
}

/** A stretch of a block's text, with the place where it begins in the body. */
export interface TextRun {
  text: string;
  line: number;
  /** Present when the text stands in the file letter by letter, so that columns can be counted. */
  column?: number;
}

/** The text of a block in order, component children included, code left out: code quotes no document. */
export function textRuns(block: Parents): TextRun[] {
  const runs: TextRun[] = [];
  const waiting: Nodes[] = [...block.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('children' in node) waiting.push(...[...node.children].reverse());
    else if (node.type === 'text' || node.type === 'break') runs.push(runOf(node));
  }
  return runs;
}

function runOf(node: Extract<Nodes, { type: 'text' | 'break' }>): TextRun {
  const text = node.type === 'break' ? '\n' : node.value;
  const line = node.position?.start.line ?? 1;
  const { start, end } = node.position ?? {};
  const literal = start && end && start.line === end.line && end.column - start.column === text.length;
  return literal ? { text, line, column: start.column } : { text, line };
}

/** Where the character at an index of the runs' joined text stands. */
export function placeIn(runs: readonly TextRun[], index: number): { line: number; column?: number } {
  let before = 0;
  for (const run of runs) {
    if (index < before + run.text.length) return placeInRun(run, index - before);
    before += run.text.length;
  }
  return { line: runs.at(-1)?.line ?? 1 };
}

function placeInRun(run: TextRun, index: number): { line: number; column?: number } {
  if (run.column !== undefined) return { line: run.line, column: run.column + index };
  return { line: run.line + run.text.slice(0, index).split('\n').length - 1 };
}

/** A short quotation of a text around an index, for a message. */
export function quoteAround(text: string, index: number, reach = 8): string {
  const start = Math.max(0, index - reach);
  const end = Math.min(text.length, index + reach + 1);
  const quote = text.slice(start, end).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${quote}${end < text.length ? '…' : ''}`;
}
