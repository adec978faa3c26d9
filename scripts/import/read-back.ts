import type { Nodes } from 'mdast';
import type { ReadBack } from '../../src/import/check-draft.ts';
import type { MarkKind } from '../../src/import/manuscript.ts';
import { parseBody } from '../../src/markdown/parse.ts';

/** Parses a draft's body as the site does and returns what a reader would see, without the supplied brackets. */
export const readBack: ReadBack = (body) => {
  const parsed = parseBody(body);
  if (!parsed.ok) return { ok: false, reason: `正文第 ${parsed.problem.line} 行${parsed.problem.message}` };
  const strange = findStrange(parsed.tree);
  if (strange !== undefined) return { ok: false, reason: `正文里出现了不该有的 ${strange}` };
  const marked = { link: '', strong: '', emphasis: '', deleted: '' };
  collectMarked(parsed.tree, marked);
  return { ok: true, text: visibleText(parsed.tree), marked };
};

/** The nodes that stand for marks. */
const MARKS: Record<string, MarkKind> = {
  link: 'link',
  strong: 'strong',
  emphasis: 'emphasis',
  delete: 'deleted',
};

/** All that an imported body may consist of; anything else means that text was taken for syntax. */
const EXPECTED = new Set([
  ...['root', 'heading', 'paragraph', 'text', 'break', 'image', 'mdxJsxTextElement'],
  ...['table', 'tableRow', 'tableCell', 'footnoteReference', 'footnoteDefinition'],
  ...Object.keys(MARKS),
]);

function findStrange(node: Nodes): string | undefined {
  if (!EXPECTED.has(node.type)) return node.type;
  if (node.type === 'mdxJsxTextElement' && node.name !== 'Supplied') return node.name ?? node.type;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const strange = findStrange(child);
    if (strange !== undefined) return strange;
  }
  return undefined;
}

function collectMarked(node: Nodes, marked: Record<MarkKind, string>): void {
  const kind = MARKS[node.type];
  if (kind !== undefined) marked[kind] += visibleText(node);
  if ('children' in node) for (const child of node.children) collectMarked(child, marked);
}

/** Blocks that stand apart: text on both sides of their border is no one word. */
const APART = new Set(['root', 'table', 'tableRow', 'footnoteDefinition']);

function visibleText(node: Nodes): string {
  if (node.type === 'mdxJsxTextElement') return '';
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  return node.children.map(visibleText).join(APART.has(node.type) ? '\n' : '');
}
