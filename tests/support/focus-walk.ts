/** Walks a page with the Tab key and notes what a reader without a mouse meets at each stop. */
import type { Page } from 'playwright-core';

export interface FocusStop {
  /** How to find it in a report: tag and the beginning of its name. */
  label: string;
  /** Accessible name, as axe computes it. */
  name: string;
  /** Nearest landmark, as a path of tags and labels. */
  landmark: string;
  /** Place on the page, from its upper left, in CSS pixels. */
  box: { left: number; top: number; right: number; bottom: number };
  /** Whether it lies within the window and nothing lies over it (WCAG 2.4.11). */
  inView: boolean;
  covered: string;
  /** Contrast of the focus ring with what lies around it; 0 where there is none. */
  ring: number;
}

/** Runs in the page: describes the element that has the focus; null when the page itself has it. */
function describeFocus(): FocusStop | null {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  /** What a reader sees in place of a control that is drawn by its label. */
  const drawn = (() => {
    if (!(element instanceof HTMLInputElement) || getComputedStyle(element).opacity !== '0') return element;
    return element.nextElementSibling ?? element.labels?.[0] ?? element;
  })();

  const channels = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (rgb: number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (from: Element | null): number[] => {
    for (let at = from; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const contrast = (one: number[], other: number[]): number => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
  };
  const style = getComputedStyle(drawn);
  const shows = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  // An outline that is drawn inwards lies on the element's own ground.
  const around = Number.parseFloat(style.outlineOffset) < 0 ? drawn : drawn.parentElement;
  const ring = shows ? contrast(channels(style.outlineColor), ground(around)) : 0;

  const box = drawn.getBoundingClientRect();
  const lines = [...drawn.getClientRects()];
  const line = lines.find((at) => at.width > 0 && at.bottom > 0 && at.top < innerHeight) ?? box;
  const { clientWidth, clientHeight } = document.documentElement;
  const inView =
    box.width > 0 &&
    box.left >= -1 &&
    box.right <= clientWidth + 1 &&
    (box.top >= -1 || box.height > clientHeight) &&
    (box.bottom <= clientHeight + 1 || box.height > clientHeight || lines.length > 1);
  const x = Math.min(Math.max((line.left + line.right) / 2, 0), clientWidth - 1);
  const y = Math.min(Math.max((line.top + line.bottom) / 2, 0), clientHeight - 1);
  const over = document.elementFromPoint(x, y);
  const own =
    over !== null &&
    (drawn.contains(over) || over.contains(drawn) || over.closest('label')?.control === element);

  const LANDMARKS =
    'header, nav, main, footer, aside, form, section, [role="search"], [role="group"], .preview-card';
  const landmarks: string[] = [];
  for (let at = element.closest(LANDMARKS); at; at = at.parentElement?.closest(LANDMARKS) ?? null)
    landmarks.unshift(at.localName + (at.getAttribute('aria-label') ?? at.id ?? ''));
  const { axe } = window as unknown as {
    axe: { setup(): void; teardown(): void; commons: { text: { accessibleText(of: Element): string } } };
  };
  axe.setup();
  const name = axe.commons.text.accessibleText(element);
  axe.teardown();
  return {
    label: `${element.localName}.${element.getAttribute('class') ?? ''} “${name.slice(0, 24)}”`,
    name,
    landmark: landmarks.join(' > '),
    box: {
      left: box.left + scrollX,
      top: box.top + scrollY,
      right: box.right + scrollX,
      bottom: box.bottom + scrollY,
    },
    inView,
    covered: own ? '' : `${over?.localName ?? ''}.${over?.getAttribute('class') ?? ''}`,
    ring,
  };
}

/** More stops than this are a trap. */
const LIMIT = 600;

/** The stops of `count` presses of a key, axe being loaded: to the end of the page, unless said otherwise. */
export async function walkFocus(page: Page, key = 'Tab', count = LIMIT): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < count) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(describeFocus);
    if (stop === null) return stops;
    stops.push(stop);
  }
  if (count === LIMIT) throw new Error(`more than ${LIMIT} stops, the last at ${stops.at(-1)?.label}`);
  return stops;
}

/**
 * Stops that don't follow the one before them as one reads: within one part of the page a stop goes down, or on along its
 * line, or to the top of the column to the right.
 */
export function outOfOrder(stops: readonly FocusStop[]): string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before || before.landmark !== stop.landmark) return [];
    const above = stop.box.bottom <= before.box.top + 1;
    const nextColumn = stop.box.left >= before.box.right - 1;
    const sameLine =
      Math.min(stop.box.bottom, before.box.bottom) - Math.max(stop.box.top, before.box.top) > 4;
    const backwards = sameLine && stop.box.right <= before.box.left + 1;
    return (above && !nextColumn) || backwards ? [`${before.label} → ${stop.label}`] : [];
  });
}
