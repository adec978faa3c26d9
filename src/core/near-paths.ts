import { compareText } from './compare-text.ts';
import { editDistance } from './edit-distance.ts';

/** A path may be wrong in about a third of its characters and still be meant. */
const TOLERANCE = 0.34;

/**
 * The paths that a wrong one may be a slip of, the nearest first, at most `most`: those that begin with it or that it
 * begins with (a link cut off, or with something appended), and those that are spelled alike.
 */
export function nearPaths<Named extends { path: string }>(
  wrong: string,
  known: readonly Named[],
  most: number,
): Named[] {
  const asked = plain(wrong);
  if (asked === '') return [];
  return known
    .flatMap((named) => {
      const path = plain(named.path);
      const distance = distanceOf(asked, path);
      return path === '' || distance > Math.max(asked.length, path.length) * TOLERANCE
        ? []
        : { named, distance };
    })
    .sort((a, b) => a.distance - b.distance || compareText(a.named.path, b.named.path))
    .slice(0, most)
    .map(({ named }) => named);
}

function distanceOf(asked: string, path: string): number {
  // Below five letters almost everything begins alike.
  if (asked.length > 4 && path.startsWith(asked)) return (path.length - asked.length) / 20;
  if (path.length > 4 && asked.startsWith(path)) return (asked.length - path.length) / 20;
  // Cheap before dear: a difference in length is a distance already.
  const apart = Math.abs(asked.length - path.length);
  return apart > Math.max(asked.length, path.length) * TOLERANCE ? apart : editDistance(asked, path);
}

/** Case, a file's name and slashes at the ends are no part of what is meant. */
function plain(path: string): string {
  return path
    .toLowerCase()
    .replace(/index\.html?$/, '')
    .replace(/\.html?$/, '')
    .replace(/^\/+|\/+$/g, '');
}
