import type { MapPicture } from './map-picture.ts';

/** Indexes of the documents and circles at which lines of the picture end. */
export function lineEnds({ flows }: Pick<MapPicture, 'flows'>): number[] {
  return [...new Set(flows.flatMap(({ from, to }) => [from, to]))];
}

/** Style rules by which pointing at a document or a circle of the wide map brings out its lines; '' without lines. */
export function hoverRules(picture: Pick<MapPicture, 'flows'>): string {
  const bringOut = lineEnds(picture)
    .map((index) => `.map-wide:has(.k${index}:is(:hover,:focus-visible)) :is(.f${index},.t${index})`)
    .join();
  if (bringOut === '') return '';
  return `@supports selector(:has(a)){${bringOut}{stroke:var(--accent);--band:var(--accent);opacity:1}}\n`;
}
