import type { Nodes } from 'mdast';
import { bodyFinding, nodesOf } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** Program code in a body: import and export lines and {expressions}. Documents are data and run nothing. */
export default defineDocumentRule({
  id: 'content-is-data',
  severity: 'error',
  *check(document) {
    for (const node of nodesOf(document.body.tree)) {
      const found = describe(node);
      if (!found) continue;
      yield bodyFinding(document, node.position?.start, {
        found,
        expected: '只有文字，没有程序',
        fix: '是正文里的花括号，就写作 \\{ 和 \\}；行首的 import、export 是正文的，前面加反斜线；是程序的删去',
      });
    }
  },
});

function describe(node: Nodes): string | undefined {
  if (node.type === 'mdxjsEsm') return `一行程序“${short(node.value)}”`;
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return `花括号里的程序“{${short(node.value)}}”`;
  return undefined;
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 40)}……` : plain;
}
