import { foldedText } from './fold.ts';
import type { Prepared } from './prepare.ts';
import { RUN_LENGTH, RunMarks, type RunNumbers } from './runs.ts';

/** A passage with the runs of characters that it is looked for by. */
export interface PassageRuns extends Prepared {
  /** By the place in the folded text where each begins. */
  runs: Int32Array;
}

/** So many characters in such runs, of which no other measure has any, name a measure: 认真落实 alone names none. */
const TELLING = 6;
/** Measures that hold a run: none, or several. */
const NOBODY = -1;
const SEVERAL = -2;

/** For each measure the places, by index, that name it: by a name in quotes, or by words that are this measure's own. */
export function findNamed(
  measures: readonly PassageRuns[],
  places: readonly PassageRuns[],
  numbers: RunNumbers,
): Set<number>[] {
  const owners = ownersOf(measures, numbers);
  const isOwn = (run: number): boolean => (owners[run] ?? NOBODY) >= 0;
  const named = measures.map(({ passage }) => {
    const names = quotedNames(passage.text, (name) => numbers.of(name).some(isOwn));
    const isNamed = ({ folded }: PassageRuns): boolean => names.some((name) => folded.includes(name));
    return new Set(names.length === 0 ? [] : places.flatMap((place, index) => (isNamed(place) ? index : [])));
  });
  const marks = new RunMarks(numbers.count);
  for (const [index, { runs }] of places.entries()) {
    marks.put(runs);
    const met = new Set<number>();
    for (const run of runs) if (isOwn(run)) met.add(owners[run] ?? NOBODY);
    for (const measure of met) {
      const own = measures[measure]?.runs ?? new Int32Array();
      if (coveredBy(own, (run) => isOwn(run) && marks.has(run)) >= TELLING) named[measure]?.add(index);
    }
  }
  return named;
}

/** For each run the measure that alone has it; a number says nothing by itself, so runs with a digit are nobody's. */
function ownersOf(measures: readonly PassageRuns[], numbers: RunNumbers): Int32Array {
  const owners = new Int32Array(numbers.count).fill(NOBODY);
  for (const [measure, { folded, runs }] of measures.entries()) {
    let digit = -1;
    for (let end = 0; end < folded.length; end++) {
      if (isDigit(folded.charCodeAt(end))) digit = end;
      const start = end - RUN_LENGTH + 1;
      if (start < 0 || digit >= start) continue;
      const run = runs[start] ?? 0;
      const owner = owners[run] ?? NOBODY;
      if (owner !== measure) owners[run] = owner === NOBODY ? measure : SEVERAL;
    }
  }
  return owners;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

const QUOTED = /[“「『《]([^“”「」『』《》]{2,30})[”」』》]/g;

/** Folded names in quotes; of a longer one a part must be the measure's own. */
function quotedNames(text: string, hasOwn: (name: string) => boolean): string[] {
  return [...text.matchAll(QUOTED)]
    .map(([, name = '']) => foldedText(name))
    .filter((name) => name.length > 1 && (name.length < RUN_LENGTH || hasOwn(name)));
}

/** How many characters those of the runs of a text cover that `counts`. */
function coveredBy(runs: Int32Array, counts: (run: number) => boolean): number {
  let [covered, end] = [0, 0];
  for (const [start, run] of runs.entries()) {
    if (!counts(run)) continue;
    covered += start + RUN_LENGTH - Math.max(start, end);
    end = start + RUN_LENGTH;
  }
  return covered;
}
