import type { OpenElement } from './xml.ts';

/**
 * Called when an element has been read. mc:AlternateContent says one thing in several ways, for newer and older
 * programs: the first that has text or a picture takes its place, so that nothing is read twice or not at all.
 */
export function settleAlternates({ element, holds, chosen }: OpenElement, above: OpenElement): void {
  above.holds ||= holds;
  if (element.name === 'mc:Choice' || element.name === 'mc:Fallback') {
    if (holds) above.chosen ??= element;
    return;
  }
  if (element.name !== 'mc:AlternateContent') return;
  const branch = chosen ?? element.children.find((child) => typeof child !== 'string');
  above.element.children.pop();
  for (const child of branch?.children ?? []) above.element.children.push(child);
}
