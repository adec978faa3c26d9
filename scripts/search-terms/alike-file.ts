/** Makes `search/alike.json`: how the characters of the documents sound, and which look alike. */
import { type AlikeFile, level1Characters, MOST_SEEN } from '../../src/search/alike.ts';
import { writeSyllables } from '../../src/search/suggest-terms.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { readingsOf } from './spell.ts';

const HAN = /\p{Script=Han}/u;

/** The Han characters that occur, the most frequent first, and of equals the first in code order. */
function seenCharacters(counts: Uint32Array): string[] {
  const seen = [...counts.entries()].filter(
    ([unit, count]) => count > 0 && HAN.test(String.fromCharCode(unit)),
  );
  return seen
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, MOST_SEEN)
    .map(([unit]) => String.fromCharCode(unit));
}

/** Runs of characters that share a reading: as few as that takes, whatever the order of the characters. */
function runsOf(characters: readonly string[]): Array<[syllable: string, length: number]> {
  const runs: Array<[string, number]> = [];
  for (const character of characters) {
    const readings = readingsOf(character);
    const last = runs.at(-1);
    if (last && readings.includes(last[0])) last[1] += 1;
    else runs.push([readings[0] ?? 'x', 1]);
  }
  return runs;
}

/** The table for documents in which each UTF-16 unit stands so often. */
export function makeAlikeFile(counts: Uint32Array): AlikeFile {
  const level1 = level1Characters();
  const runs = runsOf(level1);
  const inRuns = new Map<string, string>();
  for (const [syllable, length] of runs) {
    for (const character of level1.slice(inRuns.size, inRuns.size + length)) inRuns.set(character, syllable);
  }
  const seen = seenCharacters(counts);
  const more = new Map<string, string[]>();
  for (const character of new Set([...level1, ...seen])) {
    for (const syllable of readingsOf(character)) {
      if (inRuns.get(character) === syllable) continue;
      more.set(syllable, [...(more.get(syllable) ?? []), character]);
    }
  }
  const occurs = new Set(seen);
  return {
    level1: runs.map(([syllable, length]) => `${syllable}${length}`).join(''),
    more: writeSyllables(more),
    seen: seen.join(''),
    shapes: LOOK_ALIKES.filter((group) => [...group].some((character) => occurs.has(character))).join(' '),
  };
}
