import { numeralOf } from './numeral.ts';
import { type PageElement, styleOf } from './page-tree.ts';

/** The number that a browser shows before an item of a list, with its stop; '' for a list without numbers. */
export function itemNumber(item: PageElement): string {
  const list = item.parent;
  if (list?.name !== 'ol') return '';
  const style = listStyle(item) || listStyle(list) || ALPHABETS[list.attributes['type'] ?? ''] || 'decimal';
  if (style === 'none') return '';
  return numeralOf(positionOf(item, list), style);
}

const ALPHABETS: Record<string, string> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  '1': 'decimal',
};

function listStyle(element: PageElement): string {
  return styleOf(element, 'list-style-type') || (styleOf(element, 'list-style').split(/\s+/)[0] ?? '');
}

/** An item's own value, or one more than the item before it. */
function positionOf(item: PageElement, list: PageElement): number {
  let value = integer(list.attributes['start'], 1) - 1;
  for (const each of list.children) {
    if (each.kind !== 'element' || each.name !== 'li') continue;
    value = integer(each.attributes['value'], value + 1);
    if (each === item) break;
  }
  return value;
}

function integer(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : otherwise;
}
