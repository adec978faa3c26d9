import { foldText } from './fold.ts';
import { sharedWeight, totalWeight, weighGrams } from './grams.ts';
import type { Run } from './inline-difference.ts';
import { isMeasure, type Passage } from './passages.ts';
import { type Prepared, preparePassages } from './prepare.ts';
import { shareWeights } from './share-weights.ts';

/** A place of the summary that speaks much as a measure of the plan does. */
export interface NearPassage {
  passage: Passage;
  /** Share of the measure's weight that is found here, 0 to 1. */
  share: number;
  /** Its text; marked are the words that both have. */
  runs: Run[];
}

/** A passage of a plan, and where the summary has words near to its own; headings and signatures are not looked for. */
export interface ReportedPassage {
  plan: Passage;
  /** Whether it was looked for. */
  sought: boolean;
  /** Its text; marked are the words that the nearest place of the summary has too. */
  runs: Run[];
  /** The nearest first. */
  near: NearPassage[];
}

/** A summary tells in a clause or two what the plan said in a paragraph: less is asked than of a reworded measure. */
const LEAST_SHARE = 0.3;
/** That many characters in a row in both texts are words in common. */
const LEAST_RUN = 4;
/** So many characters in such runs, of which no other measure has any, name a measure: 认真落实 alone names none. */
const TELLING = 6;
/** Places of the summary shown for one measure. */
const MOST_NEAR = 2;
/** A second place is shown only when it says nearly as much of the measure as the first. */
const NEARLY = 0.7;

/**
 * Looks for each measure of a plan in a summary. Near is a place that has a fair share of its words, common ones
 * counting for little, or names it: by a name in quotes, or by words in a row that no other measure has. That nothing is near says only that the
 * words are not there, never that a measure was not carried out.
 */
export function findReported(plan: readonly Passage[], summary: readonly Passage[]): ReportedPassage[] {
  const measures = preparePassages(plan);
  const found = preparePassages(summary).filter(({ passage }) => !passage.heading);
  const weighed = weighGrams(
    measures.map(({ grams }) => grams),
    found.map(({ grams }) => grams),
  );
  const places = found.map((place): Place => ({ ...place, runs: new Set(runsIn(place.folded)) }));
  const named = findNamed(measures, places);
  const result = measures.map((measure) => reported(measure, false, []));
  const sought = measures.map(({ passage }, index) => (isMeasure(passage) ? weighed.left[index] : undefined));
  shareWeights(sought, weighed.right, (index, roughly) => {
    const [measure, grams] = [measures[index], sought[index]];
    const total = grams ? totalWeight(grams) : 0;
    if (!measure || !grams || total === 0) return;
    const runs = runsIn(measure.folded);
    const near = places.flatMap((place, at) => {
      const [own, isNamed] = [weighed.right[at], named[index]?.has(at) ?? false];
      // What was added up in another order differs by less than this.
      if (!own || (!isNamed && (roughly[at] ?? 0) < LEAST_SHARE * total * (1 - 1e-9))) return [];
      const share = sharedWeight(grams, own) / total;
      const isNear = isNamed || (share >= LEAST_SHARE && runs.some((run) => place.runs.has(run)));
      return isNear ? [{ place, share }] : [];
    });
    near.sort((a, b) => b.share - a.share);
    const least = NEARLY * (near[0]?.share ?? 0);
    result[index] = reported(measure, true, near.filter(({ share }) => share >= least).slice(0, MOST_NEAR));
  });
  return result;
}

/** A passage of the summary, with what is looked up in it for each measure. */
interface Place extends Prepared {
  /** Every LEAST_RUN characters in a row of its folded text. */
  runs: ReadonlySet<string>;
}

/** In how many measures each run of LEAST_RUN characters without a digit stands; a number says nothing by itself. */
function countRuns(measures: readonly Prepared[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { folded } of measures) {
    for (const run of new Set(runsIn(folded))) {
      if (!/\d/.test(run)) holders.set(run, (holders.get(run) ?? 0) + 1);
    }
  }
  return holders;
}

function runsIn(folded: string): string[] {
  return Array.from({ length: Math.max(0, folded.length - LEAST_RUN + 1) }, (_, start) =>
    folded.slice(start, start + LEAST_RUN),
  );
}

/** For each measure the places, by index, that name it by words that are this measure's own. */
function findNamed(measures: readonly Prepared[], places: readonly Place[]): Set<number>[] {
  const holders = countRuns(measures);
  const isOwn = (run: string): boolean => holders.get(run) === 1;
  const named = measures.map(({ passage }) => {
    const names = quotedNames(passage.text, isOwn);
    const isNamed = ({ folded }: Place): boolean => names.some((name) => folded.includes(name));
    return new Set(names.length === 0 ? [] : places.flatMap((place, index) => (isNamed(place) ? index : [])));
  });
  const owners = ownersOf(measures, isOwn);
  for (const [index, { runs }] of places.entries()) {
    const starts = new Map<number, number[]>();
    for (const run of runs) {
      const owner = owners.get(run);
      if (owner) starts.set(owner.measure, [...(starts.get(owner.measure) ?? []), ...owner.starts]);
    }
    for (const [measure, all] of starts) if (coveredBy(all) >= TELLING) named[measure]?.add(index);
  }
  return named;
}

const QUOTED = /[“「『《]([^“”「」『』《》]{2,30})[”」』》]/g;

/** Folded names in quotes; of a longer one a part must be the measure's own. */
function quotedNames(text: string, isOwn: (run: string) => boolean): string[] {
  return [...text.matchAll(QUOTED)]
    .map(([, name = '']) => foldText(name).text)
    .filter((name) => name.length > 1 && (name.length < LEAST_RUN || runsIn(name).some(isOwn)));
}

/** The runs that one measure alone has: which one, and where in it they begin. */
function ownersOf(
  measures: readonly Prepared[],
  isOwn: (run: string) => boolean,
): Map<string, { measure: number; starts: number[] }> {
  const owners = new Map<string, { measure: number; starts: number[] }>();
  for (const [measure, { folded }] of measures.entries()) {
    for (const [start, run] of runsIn(folded).entries()) {
      if (!isOwn(run)) continue;
      const owner = owners.get(run) ?? { measure, starts: [] };
      owners.set(run, owner);
      owner.starts.push(start);
    }
  }
  return owners;
}

/** How many characters runs that begin at these places cover. */
function coveredBy(starts: readonly number[]): number {
  let [covered, end] = [0, 0];
  for (const start of [...starts].sort((a, b) => a - b)) {
    covered += start + LEAST_RUN - Math.max(start, end);
    end = start + LEAST_RUN;
  }
  return covered;
}

function reported(
  measure: Prepared,
  sought: boolean,
  near: { place: Prepared; share: number }[],
): ReportedPassage {
  const [first] = near;
  return {
    plan: measure.passage,
    sought,
    runs: first ? markCommon(measure, first.place) : [{ text: measure.passage.text, changed: false }],
    near: near.map(({ place, share }) => ({
      passage: place.passage,
      share,
      runs: markCommon(place, measure),
    })),
  };
}

/** The text of a passage, marked where at least LEAST_RUN characters in a row stand in the other one too. */
function markCommon({ passage }: Prepared, other: Prepared): Run[] {
  const { text, numberLength } = passage;
  const folded = foldText(text, numberLength);
  const shared = new Uint8Array(text.length);
  for (let end = LEAST_RUN; end <= folded.text.length; end++) {
    if (!other.folded.includes(folded.text.slice(end - LEAST_RUN, end))) continue;
    // Punctuation within the run goes with it.
    shared.fill(1, folded.offsets[end - LEAST_RUN] ?? 0, (folded.offsets[end - 1] ?? 0) + 1);
  }
  // A number that is only begun alike is another number: 90% and 92%.
  for (const { index, 0: digits } of text.matchAll(/\d+/g)) {
    const whole = shared.subarray(index, index + digits.length);
    if (!whole.every((mark) => mark === 1)) whole.fill(0);
  }
  const runs: Run[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && shared[end] === shared[start]) end++;
    runs.push({ text: text.slice(start, end), changed: shared[start] === 1 });
    start = end;
  }
  return runs;
}
