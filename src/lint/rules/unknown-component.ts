import type { Nodes } from 'mdast';
import { bodyFinding, nodesOf } from '../body.ts';
import { defineRule } from '../rule.ts';

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** A component or HTML element that is not on the closed list, or an attribute: the listed components take none. */
export default defineRule({
  id: 'unknown-component',
  severity: 'error',
  needs: ['documents', 'components'],
  *check({ documents, components }) {
    for (const document of documents) {
      // No tag is without it, and most documents need no look at their tree.
      if (!document.source.body.includes('<')) continue;
      for (const node of nodesOf(document.body.tree)) {
        if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') continue;
        const found = fault(node, components);
        if (!found) continue;
        yield bodyFinding(document, node.position?.start, {
          found,
          expected: `只用这些标签，不带属性：${components.map((name) => `<${name}>`).join('、')}`,
          fix: '是正文里的尖括号，就写作 \\<；HTML 标签删去，加粗写 **文字**，换段空一行',
        });
      }
    }
  },
});

function fault(node: Element, components: readonly string[]): string | undefined {
  const name = node.name ?? '';
  if (!components.includes(name)) return `${/^[a-z]/.test(name) ? 'HTML 标签' : '不认识的标签'} <${name}>`;
  const attribute = node.attributes[0];
  if (!attribute) return undefined;
  return attribute.type === 'mdxJsxAttribute'
    ? `<${name}> 带有属性 ${attribute.name}`
    : `<${name}> 的属性里有程序 {…}`;
}
