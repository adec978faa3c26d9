/** Where the preview card of a link stands. Lengths in CSS pixels; places from the upper left of the window. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placement {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between the link and its card, and between the card and the edge of the window. */
const GAP = 6;
const EDGE = 8;

/**
 * Places a card of a size by a link that fills `lines`, one box a line: below it or, where there is no room or `above`
 * is wished for, above it; never over it, never beyond the sides of the window.
 */
export function placeCard(
  lines: readonly Box[],
  card: { width: number; height: number },
  view: { width: number; height: number },
  above = false,
): Placement {
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  const left = lines[0]?.left ?? 0;
  const over = top - GAP - EDGE;
  const under = view.height - bottom - GAP - EDGE;
  const goesAbove = above ? over >= card.height || over > under : under < card.height && over > under;
  const room = Math.max(goesAbove ? over : under, 0);
  const height = Math.min(card.height, room);
  return {
    left: Math.max(EDGE, Math.min(left, view.width - card.width - EDGE)),
    top: goesAbove ? top - GAP - height : bottom + GAP,
    maxHeight: room,
  };
}
