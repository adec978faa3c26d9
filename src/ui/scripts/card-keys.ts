/** What the keyboard does to an open preview card. */

/** What follows from a key. */
export interface KeyStep {
  /** What gets the focus. */
  focus?: HTMLElement | undefined;
  /** The card closes. */
  closes: boolean;
  /** The browser does its own with the key besides. */
  native: boolean;
}

/**
 * Esc closes the card. Tab leads from the link through its card and on, as if the card stood in the text behind the link.
 * Undefined for a key that isn't the card's.
 */
export function keyStep(event: KeyboardEvent, link: HTMLElement, card: HTMLElement): KeyStep | undefined {
  const inside = card.contains(document.activeElement);
  if (event.key === 'Escape') return { focus: inside ? link : undefined, closes: true, native: false };
  if (event.key !== 'Tab') return undefined;
  const stops = [...card.querySelectorAll<HTMLElement>('a:not([tabindex])')];
  if (!inside) {
    if (event.shiftKey || document.activeElement !== link || !stops[0]) return undefined;
    return { focus: stops[0], closes: false, native: false };
  }
  if (event.shiftKey)
    return document.activeElement === stops[0] ? { focus: link, closes: false, native: false } : undefined;
  // The browser goes on from the link.
  return document.activeElement === stops.at(-1) ? { focus: link, closes: true, native: true } : undefined;
}
