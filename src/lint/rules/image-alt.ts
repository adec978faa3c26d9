import type { Nodes } from 'mdast';
import { bodyFinding, nodesOf } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** An image that says nothing to a reader who can't see it: no alternative text, or just the name of its file. */
export default defineDocumentRule({
  id: 'image-alt',
  severity: 'warning',
  *check(document) {
    for (const node of nodesOf(document.body.tree)) {
      if (!isImage(node)) continue;
      const alt = node.alt?.trim() ?? '';
      if (alt !== '' && !FILE_NAME.test(alt)) continue;
      const name = node.type === 'image' ? node.url : (node.label ?? node.identifier);
      yield bodyFinding(document, node.position?.start, {
        found: alt === '' ? `图片 ${name} 没有说明文字` : `图片 ${name} 的说明文字只是文件名“${alt}”`,
        expected: '方括号里有一句话，说出图片上是什么',
        fix: '写作 ![2012年全区听课节数统计图](/files/文件名.png) 的样子；图上的字要紧的，也写进正文',
      });
    }
  },
});

const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$/i;

function isImage(node: Nodes): node is Extract<Nodes, { type: 'image' | 'imageReference' }> {
  return node.type === 'image' || node.type === 'imageReference';
}
