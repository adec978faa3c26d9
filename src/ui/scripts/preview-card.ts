/**
 * The preview card of a linked number, title or footnote mark (WCAG 2.1, 1.4.13): opens when the pointer rests on the link, at once when
 * the keyboard reaches it, and on a long press; stays while the pointer is on it; Esc closes it and moves no focus.
 * What it shows is the link's entry in the page's list, or the footnote, so it loads nothing.
 */
import previewStyles from '../styles/preview-card.css?inline';
import { addStyles } from './add-styles.ts';
import { makeCard, putCard } from './card-element.ts';
import { keyStep } from './card-keys.ts';

const OPEN_AFTER = 300;
/** When a card is open already. */
const SWITCH_AFTER = 100;
/** Time to reach the card from the link. */
const CLOSE_AFTER = 250;
const LONG_PRESS = 500;
/** A finger that moves so far scrolls; a page that scrolls so far has left the link behind. In CSS pixels. */
const STIRRED = 10;
const SCROLLED = 48;
/** Until then a page may still scroll because the keyboard went to a link out of sight. */
const SETTLED_AFTER = 1000;

const LINKS = 'a[aria-describedby^="cite-"], a[data-footnote-ref]';

const linkAt = (target: EventTarget | null): HTMLAnchorElement | undefined =>
  (target instanceof Element && target.closest<HTMLAnchorElement>(LINKS)) || undefined;

const isTouch = (event: Event): boolean => event instanceof PointerEvent && event.pointerType === 'touch';

class Previews {
  private readonly article: HTMLElement;
  private open: { link: HTMLAnchorElement; card: HTMLElement; scrollY: number; settles: number } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The touch that may become a long press. */
  private press: { link: HTMLAnchorElement; x: number; y: number } | undefined;
  /** The click that ends a long press follows no link. */
  private pressed = false;
  /** The link that gets the focus back from its card. */
  private returning = false;

  constructor(article: HTMLElement) {
    this.article = article;
    this.listen();
  }

  private listen(): void {
    const { article } = this;
    const on = (
      target: EventTarget,
      handlers: Record<string, (event: never) => void>,
      capture = false,
    ): void => {
      for (const [type, handler] of Object.entries(handlers))
        target.addEventListener(type, handler as EventListener, capture);
    };
    on(article, {
      pointerover: this.pointerOver,
      pointerout: this.pointerOut,
      focusin: this.focusIn,
      focusout: this.focusOut,
      contextmenu: this.contextMenu,
    });
    on(article, { click: this.click }, true);
    on(document, {
      pointerdown: this.pointerDown,
      pointermove: this.pointerMove,
      pointerup: this.endPress,
      pointercancel: this.endPress,
    });
    on(document, { keydown: this.keyDown }, true);
    on(window, { scroll: this.scroll, resize: this.close, pagehide: this.close });
  }

  /** Handles an event that came before this listened. */
  replay(event: Event): void {
    if (event.type === 'focusin') this.focusIn(event as FocusEvent);
    if (event.type === 'pointerover') this.pointerOver(event as PointerEvent);
    if (event.type === 'pointerdown') this.pointerDown(event as PointerEvent);
  }

  private wait(milliseconds: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, milliseconds);
  }

  private show(link: HTMLAnchorElement, way: 'pointer' | 'focus' | 'touch'): void {
    clearTimeout(this.timer);
    if (this.open?.link === link) return;
    this.close();
    const card = makeCard(link);
    if (!card) return;
    this.article.append(card);
    putCard(card, link, way === 'touch');
    card.addEventListener('pointerenter', () => clearTimeout(this.timer));
    card.addEventListener('pointerleave', (event) => {
      if (!isTouch(event) && !card.contains(document.activeElement)) this.wait(CLOSE_AFTER, this.close);
    });
    const settles = performance.now() + (way === 'focus' ? SETTLED_AFTER : 0);
    this.open = { link, card, scrollY, settles };
  }

  private close = (): void => {
    clearTimeout(this.timer);
    this.open?.card.remove();
    this.open = undefined;
  };

  private pointerOver = (event: PointerEvent): void => {
    const link = linkAt(event.target);
    if (isTouch(event) || !link) return;
    this.wait(this.open ? SWITCH_AFTER : OPEN_AFTER, () => this.show(link, 'pointer'));
  };

  private pointerOut = (event: PointerEvent): void => {
    const link = linkAt(event.target);
    if (isTouch(event) || !link || link.contains(event.relatedTarget as Node | null)) return;
    if (this.open) this.wait(CLOSE_AFTER, this.close);
    else clearTimeout(this.timer);
  };

  private focusIn = (event: FocusEvent): void => {
    const link = linkAt(event.target);
    if (link?.matches(':focus-visible') && !this.returning) this.show(link, 'focus');
  };

  private focusOut = ({ relatedTarget }: FocusEvent): void => {
    const to = relatedTarget as Node | null;
    if (!this.open || this.open.card.contains(to) || to === this.open.link) return;
    // A window that loses the focus gets it back; a card under the pointer is being used.
    if (document.hasFocus() && !this.open.card.matches(':hover')) this.close();
  };

  private pointerDown = (event: PointerEvent): void => {
    this.pressed = false;
    const link = linkAt(event.target);
    if (this.open && this.open.link !== link && !this.open.card.contains(event.target as Node)) this.close();
    if (!isTouch(event) || !link) return;
    this.press = { link, x: event.clientX, y: event.clientY };
    this.wait(LONG_PRESS, this.longPress);
  };

  private pointerMove = (event: PointerEvent): void => {
    if (this.press && Math.hypot(event.clientX - this.press.x, event.clientY - this.press.y) > STIRRED)
      this.endPress();
  };

  private endPress = (): void => {
    if (this.press && !this.pressed) clearTimeout(this.timer);
    this.press = undefined;
  };

  private longPress = (): void => {
    if (!this.press) return;
    this.pressed = true;
    this.show(this.press.link, 'touch');
  };

  /** A phone's own menu for a long press, which may come earlier than the timer. */
  private contextMenu = (event: MouseEvent): void => {
    if (!this.press && !this.pressed) return;
    event.preventDefault();
    if (!this.pressed) this.longPress();
  };

  private click = (event: MouseEvent): void => {
    if (this.pressed && linkAt(event.target)) event.preventDefault();
    else if (linkAt(event.target)) this.close();
    this.pressed = false;
  };

  private keyDown = (event: KeyboardEvent): void => {
    if (!this.open) return;
    const { link, card } = this.open;
    const step = keyStep(event, link, card);
    if (!step) return;
    if (!step.native) event.preventDefault();
    if (step.focus === link) this.giveBack(link);
    else step.focus?.focus();
    if (step.closes) this.close();
  };

  private giveBack(link: HTMLElement): void {
    this.returning = true;
    link.focus();
    this.returning = false;
  }

  private scroll = (): void => {
    if (!this.open) return;
    if (performance.now() < this.open.settles) this.open.scrollY = scrollY;
    else if (Math.abs(scrollY - this.open.scrollY) > SCROLLED) this.close();
  };
}

/** Lets the described links of a document show their cards; `first` is the event that asked for them. */
export function showPreviews(article: HTMLElement, first?: Event): void {
  // The browser's own bubble would be a second one.
  for (const link of article.querySelectorAll(LINKS)) link.removeAttribute('title');
  addStyles(previewStyles);
  const previews = new Previews(article);
  if (first) previews.replay(first);
}
