import type { PhrasingContent } from 'mdast';
import { bodyFinding, nodesOf } from '../body.ts';
import { isLocal, pointersOf } from '../links.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

/** A link or image in a body that leads out of the site, runs code, or that the page would drop. */
export default defineDocumentRule({
  id: 'link-target',
  severity: 'error',
  *check(document) {
    yield* emptyLinks(document);
    for (const node of pointersOf(document)) {
      if (isLocal(node.url)) continue;
      const image = node.type === 'image';
      yield bodyFinding(document, node.position?.start, {
        found: `${image ? '图片' : '链接'}指向“${node.url.slice(0, 80)}”`,
        expected: image
          ? '内容文件夹的 files 文件夹里的图片，地址以 /files/ 开头'
          : '以 / 开头的本站地址，或以 # 开头的本页位置',
        fix: image
          ? '把图片存到 content/files，写作 ![说明](/files/文件名.png)'
          : '原文写有网址的，照原文写成文字，不加链接；来源的网址写在来源（source）的 url',
      });
    }
  },
});

/** Links in which nothing can be read or clicked. */
function* emptyLinks(document: LintDocument): Generator<Finding> {
  if (!/\[\s*\](?:\(|\[)/.test(document.source.body)) return;
  for (const node of nodesOf(document.body.tree)) {
    if (node.type !== 'link' || node.children.some(isSeen)) continue;
    yield bodyFinding(document, node.position?.start, {
      found: `链接没有文字：[](${node.url.slice(0, 80)})`,
      expected: '方括号里有文字，读者才看得见、点得着',
      fix: '在方括号里写上链接的文字；不要的，整个删去',
    });
  }
}

function isSeen(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}
