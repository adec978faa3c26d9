/** The element of a preview card. */
import { placeCard } from './card-place.ts';

/** A card with a copy of what the page's list says of the link's entry, or of its footnote; undefined without one. */
export function makeCard(link: HTMLAnchorElement): HTMLElement | undefined {
  const isFootnote = link.dataset['footnoteRef'] !== undefined;
  // The pipeline encodes a note's name in its id as it does in the link: [^甲] is fn-%E7%94%B2 in both.
  const id = isFootnote ? link.hash.slice(1) : link.getAttribute('aria-describedby');
  const about = document.getElementById(id ?? '');
  if (!about) return undefined;
  const card = document.createElement('div');
  card.className = 'preview-card';
  card.setAttribute('role', 'group');
  card.setAttribute('aria-label', '预览');
  card.append(...Array.from(about.childNodes, (node) => node.cloneNode(true)));
  // A copy is no second target, and the way back from a footnote leads nowhere from here.
  for (const back of card.querySelectorAll('[data-footnote-backref]')) back.remove();
  for (const copied of card.querySelectorAll('[id]')) copied.removeAttribute('id');
  // What a footnote cites opens no card of its own: it would close the one that it stands in.
  for (const cited of card.querySelectorAll('[aria-describedby]')) cited.removeAttribute('aria-describedby');
  // It leads where the link itself leads: no second stop for the keyboard.
  const own = card.querySelector('a');
  if (own?.href === link.href) own.tabIndex = -1;
  return card;
}

/** Puts a card that is in the page beside its link; `above` if there is room. */
export function putCard(card: HTMLElement, link: HTMLElement, above: boolean): void {
  const { width, height } = card.getBoundingClientRect();
  const view = { width: document.documentElement.clientWidth, height: innerHeight };
  const place = placeCard([...link.getClientRects()], { width, height }, view, above);
  const origin = (card.offsetParent ?? document.body).getBoundingClientRect();
  card.style.left = `${place.left - origin.left}px`;
  card.style.top = `${place.top - origin.top}px`;
  card.style.maxHeight = `${place.maxHeight}px`;
}
