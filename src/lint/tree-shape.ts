import type { Root } from 'mdast';
import { nodesOf } from './body.ts';

/**
 * The structure of a body without its text: kinds of nodes in order, depths of headings, numbers of lists, addresses of
 * links. Two bodies of one shape differ in wording only.
 */
export function treeShape(tree: Root): string {
  const parts: string[] = [];
  for (const node of nodesOf(tree)) {
    const own = node.type === 'heading' ? node.depth : node.type === 'list' ? (node.start ?? '-') : '';
    const address = 'url' in node ? node.url : 'name' in node ? node.name : '';
    const size = 'children' in node ? node.children.length : '';
    parts.push(`${node.type}:${own}:${address}:${size}`);
  }
  return parts.join('\n');
}
