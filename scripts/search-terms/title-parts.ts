/**
 * Frequent parts of titles and headings that read as words: 素质教育, 大气污染防治. Nothing knows all words of the trade,
 * so a part counts as one when it stands in several titles, beside different characters, and begins and ends where
 * words do.
 */
import { hasEmptyEdge, isFreeAfter, isFreeBefore } from './empty-words.ts';

/** Where words stand in a text: at which UTF-16 offset each begins, one after another without gaps. */
export type SegmentWords = (text: string) => Iterable<{ readonly index: number; readonly segment: string }>;

/**
 * Its words are those of the dictionary in the ICU that Node was built with. With another one a few terms of
 * suggest.json may be others; they are counted in the documents all the same, so none is wrong.
 */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What no part contains: punctuation, years, and the words that join the parts of a title. */
const BETWEEN = /[^\p{Script=Han}]+(?:年度?)?|年度|关于|印发|转发|批转|若干|有关|进一步|以及|[的和与及等]/gu;
const SHORTEST = 2;
const LONGEST = 10;
const LEAST_DOCUMENTS = 2;

/** A stretch of a title between its joining words, with what may begin and end at each of its offsets. */
interface Stretch {
  readonly text: string;
  /** Words by the offset of their beginning, and by that of their end: the length of the word. */
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlyMap<number, number>;
}

function toStretch(text: string, segment: SegmentWords): Stretch {
  const words = [...segment(text)];
  return {
    text,
    starts: new Map(words.map(({ index, segment }) => [index, segment.length])),
    ends: new Map(words.map(({ index, segment }) => [index + segment.length, segment.length])),
  };
}

const stretchesOf = (title: string, segment: SegmentWords): Stretch[] =>
  title
    .split(BETWEEN)
    .filter((text) => text.length >= SHORTEST)
    .map((text) => toStretch(text, segment));

function* partsOf({ text }: Stretch): Generator<[start: number, end: number]> {
  for (let start = 0; start + SHORTEST <= text.length; start++) {
    const last = Math.min(text.length, start + LONGEST);
    for (let end = start + SHORTEST; end <= last; end++) yield [start, end];
  }
}

/** A title or heading with the number of documents that have it. */
export type Phrase = readonly [text: string, documents: number];

interface CutPhrase {
  readonly stretches: readonly Stretch[];
  readonly documents: number;
}

/** In how many documents' titles and headings each part stands. */
function countParts(phrases: readonly CutPhrase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stretches, documents } of phrases) {
    const parts = new Set<string>();
    for (const stretch of stretches) {
      for (const [start, end] of partsOf(stretch)) parts.add(stretch.text.slice(start, end));
    }
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + documents);
  }
  return counts;
}

/** What is seen at one end of a part. */
class Edge {
  readonly #neighbours = new Set<string>();
  /** How often a word of several characters begins (or ends) there, and one of any length. */
  #longWords = 0;
  #words = 0;
  #times = 0;
  /** Whether a title begins (or ends) there, or an empty word ends (or begins). */
  #free = false;

  add(neighbour: string, word: number | undefined, free: boolean): void {
    this.#times += 1;
    // Where nothing belongs to the part, the neighbour is a different one each time.
    this.#neighbours.add(free ? `free ${this.#times}` : neighbour);
    if (word !== undefined) this.#words += 1;
    if (word !== undefined && word > 1) this.#longWords += 1;
    this.#free ||= free;
  }

  /** A word's end: several neighbours, mostly where words end; of single characters only if it is free too. */
  get isWordEnd(): boolean {
    const sure = this.#longWords * 2 >= this.#times || (this.#free && this.#words * 2 >= this.#times);
    return sure && this.#neighbours.size > 1;
  }
}

class Sightings {
  readonly #left = new Edge();
  readonly #right = new Edge();

  add({ text, starts, ends }: Stretch, start: number, end: number): void {
    this.#left.add(text.charAt(start - 1), starts.get(start), isFreeBefore(text.slice(0, start)));
    this.#right.add(text.charAt(end), ends.get(end), isFreeAfter(text.slice(end)));
  }

  get isWord(): boolean {
    return this.#left.isWordEnd && this.#right.isWordEnd;
  }
}

/**
 * The parts of titles and headings that read as words, with the number of documents that have them there. `segment`
 * tells words apart; ICU does unless another is given.
 */
export function findParts(
  phrases: Iterable<Phrase>,
  segment: SegmentWords = (text) => segmenter.segment(text),
): Map<string, number> {
  const cut = [...phrases].map(([text, documents]) => ({ stretches: stretchesOf(text, segment), documents }));
  const counts = countParts(cut);
  const seen = new Map<string, Sightings>();
  for (const stretch of cut.flatMap(({ stretches }) => stretches)) {
    for (const [start, end] of partsOf(stretch)) {
      const part = stretch.text.slice(start, end);
      if ((counts.get(part) ?? 0) < LEAST_DOCUMENTS || hasEmptyEdge(part)) continue;
      const sightings = seen.get(part) ?? new Sightings();
      sightings.add(stretch, start, end);
      seen.set(part, sightings);
    }
  }
  return new Map([...seen].filter(([, { isWord }]) => isWord).map(([part]) => [part, counts.get(part) ?? 0]));
}
