import type { Nodes } from 'mdast';
import { bodyFinding, nodesOf } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** An image that says nothing to a reader who can't see it: no alternative text, just the name of its file, or a word like 图片. */
export default defineDocumentRule({
  id: 'image-alt',
  severity: 'warning',
  *check(document) {
    for (const node of nodesOf(document.body.tree)) {
      if (!isImage(node)) continue;
      const alt = node.alt?.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').trim() ?? '';
      const fault = faultOf(alt);
      if (!fault) continue;
      const name = node.type === 'image' ? node.url : (node.label ?? node.identifier);
      yield bodyFinding(document, node.position?.start, {
        found: `图片 ${name} ${fault}`,
        expected: '方括号里有一句话，说出图片上是什么',
        fix: '写作 ![2012年全区听课节数统计图](/files/文件名.png) 的样子；图上的字要紧的，也写进正文',
      });
    }
  },
});

/** What programs and people write in the place of a description. */
const GENERIC =
  /^(?:(?:此处)?(?:插入|加入|放)?(?:图片?|示意图|扫描件|图像|照片|相片|截图|插图|附图|配图|如图|alt|image|img|picture|pic|photo|clip_image|undefined|null|none|untitled|无标题|未命名)[\s\d一二三四五六七八九十._-]*|(?:IMG|DSC|DSCN|PIC|微信图片|QQ图片|屏幕截图)[\s_\d-]*|[\p{P}\p{S}\s\d]+)$/iu;

function faultOf(alt: string): string | undefined {
  if (alt === '') return '没有说明文字';
  if (FILE_NAME.test(alt)) return `的说明文字只是文件名“${alt}”`;
  return GENERIC.test(alt) ? `的说明文字“${alt}”什么也没有说` : undefined;
}

const FILE_NAME = /^\S+\.(?:png|jpe?g|gif|svg|webp|bmp|avif)$/i;

function isImage(node: Nodes): node is Extract<Nodes, { type: 'image' | 'imageReference' }> {
  return node.type === 'image' || node.type === 'imageReference';
}
