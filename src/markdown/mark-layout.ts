import type { Element, Root } from 'hast';
import { layoutRoles } from '../core/layout-roles.ts';
import { blockText, withoutBarriers } from './block-text.ts';

/** Marks the paragraphs that an official document sets apart (主送机关, 附件说明, 署名 and 成文日期) with a class. */
export function markLayout(root: Root): void {
  const elements = root.children.filter(
    (child): child is Element => child.type === 'element' && child.properties['dataFootnotes'] === undefined,
  );
  const roles = layoutRoles(
    elements.map((element) => ({
      text: element.tagName === 'p' ? withoutBarriers(blockText(element).visible) : '',
      paragraph: element.tagName === 'p',
    })),
  );
  for (const [index, role] of roles) {
    const element = elements[index];
    if (element) element.properties['className'] = [role];
  }
}
