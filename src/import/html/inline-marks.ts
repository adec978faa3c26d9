import { leadsNowhere, webAddress } from './addresses.ts';
import { type PageElement, styleOf } from './page-tree.ts';
import type { OpenMark } from './run.ts';

const BY_NAME: Record<string, OpenMark['kind']> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
};

/** The marks that are open within an element, given those around it: its own added, those that it turns off gone. */
export function marksWithin(
  element: PageElement,
  around: readonly OpenMark[],
  base: string | undefined,
): readonly OpenMark[] {
  const kinds = new Map(around.map((mark) => [mark.kind, mark]));
  const named = BY_NAME[element.name];
  if (named) kinds.set(named, { kind: named });
  setStyled(element, kinds);
  const href = element.name === 'a' ? element.attributes['href'] : undefined;
  const address = href === undefined || leadsNowhere(href) ? undefined : webAddress(href, base);
  if (address !== undefined) kinds.set('link', { kind: 'link', href: address });
  const same = kinds.size === around.length && around.every((mark) => kinds.get(mark.kind) === mark);
  return same ? around : [...kinds.values()];
}

function setStyled(element: PageElement, kinds: Map<OpenMark['kind'], OpenMark>): void {
  const set = (kind: OpenMark['kind'], on: boolean | undefined): void => {
    if (on === true && !kinds.has(kind)) kinds.set(kind, { kind });
    if (on === false) kinds.delete(kind);
  };
  const weight = styleOf(element, 'font-weight');
  if (weight !== '') set('strong', /^(?:bold|bolder|[6-9]00)/.test(weight));
  const slant = styleOf(element, 'font-style');
  if (slant !== '') set('emphasis', /^(?:italic|oblique)/.test(slant));
  if (/line-through/.test(styleOf(element, 'text-decoration'))) set('deleted', true);
}

/** Small raised and lowered signs that Unicode has: m² must not become m2. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** A number in <sup> or <sub> as its own signs, or undefined when there are none for it. */
export function shiftedDigits(text: string, name: 'sup' | 'sub'): string | undefined {
  const signs = name === 'sup' ? RAISED : LOWERED;
  const plain = text.trim();
  if (!/^[+-]?\d+$/.test(plain)) return undefined;
  const sign = { '+': name === 'sup' ? '⁺' : '₊', '-': name === 'sup' ? '⁻' : '₋' };
  return Array.from(plain, (char) => signs[Number(char)] ?? sign[char as '+' | '-'] ?? char).join('');
}
