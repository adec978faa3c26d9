/** Where in a keyword a character must be wrong, and which characters may stand there instead. */
import type { AlikeCharacter } from '../../search/alike.ts';
import type { NearTables } from './term-files.ts';

export type Characters = readonly string[];

/** Characters for one place that are tried. */
const MOST_CANDIDATES = 10;

/** Runs of missing pairs: first and last offset. */
export function groupsOf(missing: readonly number[]): Array<[first: number, last: number]> {
  const groups: Array<[number, number]> = [];
  for (const at of missing) {
    const group = groups.at(-1);
    if (group && group[1] === at - 1) group[1] = at;
    else groups.push([at, at]);
  }
  return groups;
}

/**
 * The places of which one must be wrong to explain a run of missing pairs: the character that two pairs share, or
 * either of a single pair. A longer run has no such place: several characters are wrong.
 */
export function suspects([first, last]: readonly [number, number]): number[] {
  if (last === first) return [first, first + 1];
  return last === first + 1 ? [last] : [];
}

/** Takes one of each list in turn. */
function interleave<Item>(lists: ReadonlyArray<readonly Item[]>): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) => lists.map((list) => list.slice(turn, turn + 1)));
  return turns.flat(2);
}

export interface Candidate extends AlikeCharacter {
  readonly at: number;
}

/** A candidate with its neighbours: what must stand somewhere if it is right. */
export const inContext = (characters: Characters, { at, character }: Candidate): string =>
  `${characters[at - 1] ?? ''}${character}${characters[at + 1] ?? ''}`;

/** What may stand at the suspected places: what with its neighbours is part of a known term first. */
export function candidatesFor(
  characters: Characters,
  places: readonly number[],
  { terms, alike }: NearTables,
): Candidate[] {
  const isKnown = (candidate: Candidate): boolean => {
    const context = [...inContext(characters, candidate)];
    const pairs = context.slice(1).map((second, at) => `${context[at]}${second}`);
    return terms.some(({ bare }) => pairs.some((pair) => bare.includes(pair)));
  };
  const lists = places.map((at) => alike.alike(characters[at] ?? '').map((other) => ({ at, ...other })));
  const first = (list: readonly Candidate[], known: boolean): Candidate[] =>
    list.filter((candidate) => isKnown(candidate) === known).slice(0, MOST_CANDIDATES);
  return [
    ...interleave(lists.map((list) => first(list, true))),
    ...interleave(lists.map((list) => first(list, false))),
  ];
}
