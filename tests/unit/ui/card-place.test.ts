import { describe, expect, it } from 'vitest';
import { type Box, placeCard } from '../../../src/ui/scripts/card-place.ts';

const view = { width: 320, height: 600 };
const card = { width: 304, height: 160 };
const line = (left: number, top: number): Box => ({ left, top, right: left + 60, bottom: top + 20 });

describe('placeCard', () => {
  it('puts the card below the link, or above where there is no room below', () => {
    expect(placeCard([line(8, 100)], card, view).top).toBe(126);
    expect(placeCard([line(8, 500)], card, view).top).toBe(500 - 6 - 160);
  });

  it('puts it above a finger where there is room', () => {
    expect(placeCard([line(8, 300)], card, view, true).top).toBe(300 - 6 - 160);
    expect(placeCard([line(8, 100)], card, view, true).top).toBe(126);
  });

  it('never lets it leave the window at the sides', () => {
    for (const left of [-20, 0, 150, 310]) {
      const place = placeCard([line(left, 100)], card, view);
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.left + card.width).toBeLessThanOrEqual(view.width - 8);
    }
  });

  it('never covers a link, also one of several lines or with a card higher than the room', () => {
    const tall = { width: 304, height: 900 };
    for (const top of [10, 200, 300, 550]) {
      for (const size of [card, tall]) {
        const lines = [line(250, top), line(8, top + 30)];
        const place = placeCard(lines, size, view);
        const height = Math.min(size.height, place.maxHeight);
        expect(place.top >= top + 50 || place.top + height <= top, `${top} ${size.height}`).toBe(true);
        expect(place.top).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
