import { findNamed, type PassageRuns } from './find-named.ts';
import { foldText } from './fold.ts';
import { sharedWeight, totalWeight, weighGrams } from './grams.ts';
import type { Run } from './inline-difference.ts';
import { isMeasure, type Passage } from './passages.ts';
import { type Prepared, preparePassages } from './prepare.ts';
import { RUN_LENGTH, RunMarks, RunNumbers } from './runs.ts';
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
  const numbers = new RunNumbers();
  const withRuns = (prepared: Prepared): PassageRuns => ({ ...prepared, runs: numbers.of(prepared.folded) });
  const measures = preparePassages(plan).map(withRuns);
  const places = preparePassages(summary)
    .filter(({ passage }) => !passage.heading)
    .map(withRuns);
  const weighed = weighGrams(
    measures.map(({ grams }) => grams),
    places.map(({ grams }) => grams),
  );
  const named = findNamed(measures, places, numbers);
  const marks = new RunMarks(numbers.count);
  const result = measures.map((measure) => reported(measure, false, [], marks));
  const sought = measures.map(({ passage }, index) => (isMeasure(passage) ? weighed.left[index] : undefined));
  shareWeights(sought, weighed.right, (index, roughly) => {
    const [measure, grams] = [measures[index], sought[index]];
    const total = grams ? totalWeight(grams) : 0;
    if (!measure || !grams || total === 0) return;
    marks.put(measure.runs);
    const near = places.flatMap((place, at) => {
      const [own, isNamed] = [weighed.right[at], named[index]?.has(at) ?? false];
      // What was added up in another order differs by less than this.
      if (!own || (!isNamed && (roughly[at] ?? 0) < LEAST_SHARE * total * (1 - 1e-9))) return [];
      const share = sharedWeight(grams, own) / total;
      const isNear = isNamed || (share >= LEAST_SHARE && marks.hasAny(place.runs));
      return isNear ? [{ place, share }] : [];
    });
    near.sort((a, b) => b.share - a.share);
    const least = NEARLY * (near[0]?.share ?? 0);
    const shown = near.filter(({ share }) => share >= least).slice(0, MOST_NEAR);
    result[index] = reported(measure, true, shown, marks);
  });
  return result;
}

function reported(
  measure: PassageRuns,
  sought: boolean,
  near: { place: PassageRuns; share: number }[],
  marks: RunMarks,
): ReportedPassage {
  const [first] = near;
  return {
    plan: measure.passage,
    sought,
    runs: first ? markCommon(measure, first.place, marks) : [{ text: measure.passage.text, changed: false }],
    near: near.map(({ place, share }) => ({
      passage: place.passage,
      share,
      runs: markCommon(place, measure, marks),
    })),
  };
}

/** The text of a passage, marked where at least `RUN_LENGTH` characters in a row stand in the other one too. */
function markCommon({ passage, runs: own }: PassageRuns, other: PassageRuns, marks: RunMarks): Run[] {
  const { text, numberLength } = passage;
  const folded = foldText(text, numberLength);
  const shared = new Uint8Array(text.length);
  marks.put(other.runs);
  for (let end = RUN_LENGTH; end <= folded.text.length; end++) {
    if (!marks.has(own[end - RUN_LENGTH])) continue;
    // Punctuation within the run goes with it.
    shared.fill(1, folded.offsets[end - RUN_LENGTH] ?? 0, (folded.offsets[end - 1] ?? 0) + 1);
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
