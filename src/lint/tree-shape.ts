import type { Nodes, Root } from 'mdast';
import { nodesOf } from './body.ts';

/**
 * The structure of a body without its text: kinds of nodes in order, depths of headings, numbers of lists, addresses of
 * links. Two bodies of one shape differ in wording only. Paragraphs in which nothing is to be seen don't count.
 */
export function treeShape(tree: Root): string {
  const parts: string[] = [];
  for (const node of nodesOf(tree)) {
    if (node.type === 'text' || isBlank(node)) continue;
    const own = node.type === 'heading' ? node.depth : node.type === 'list' ? (node.start ?? '-') : '';
    const address = 'url' in node ? node.url : 'name' in node ? node.name : '';
    const size = 'children' in node ? node.children.filter((child) => !isBlank(child)).length : '';
    parts.push(`${node.type}:${own}:${address}:${size}`);
  }
  return parts.join('\n');
}

function isBlank(node: Nodes): boolean {
  if (node.type !== 'paragraph') return false;
  return node.children.every((child) => child.type === 'text' && /^[\s\p{Cf}]*$/u.test(child.value));
}
