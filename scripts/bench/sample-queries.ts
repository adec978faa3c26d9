import { literalSearch, type ReadDocument } from './literal-search.ts';
import type { Random } from './random.ts';

/** Kinds of query, as they are reported. */
export const QUERY_KINDS = [
  'word',
  'phrase',
  'fragment',
  'one character',
  'with punctuation',
  'with digits',
  'two words',
  'occurring nowhere',
] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** A query as a reader would type it. */
export interface SampledQuery {
  readonly kind: QueryKind;
  readonly text: string;
  /** What it asks for: all of these, each literally. */
  readonly keywords: readonly string[];
}

type Sampler = (documents: readonly ReadDocument[], random: Random) => string[] | undefined;

const HAN = /^\p{Script=Han}+$/u;
/** Space parts keywords and straight quotes make phrases: no query to be taken literally may hold them. */
const SYNTAX = /[\s"]|^[-－]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function pickLine(documents: readonly ReadDocument[], random: Random): string {
  return random.pick(random.pick(documents).lines);
}

/** Words of a line as a Chinese segmenter sees them; `run` of them, next to each other. */
function wordsOf(line: string, run: number, random: Random): string[] | undefined {
  const words = [...segmenter.segment(line)].map(({ segment }) => segment);
  const starts = words.flatMap((_, start) => {
    const taken = words.slice(start, start + run);
    const fits = taken.length === run && taken.every((word) => HAN.test(word));
    return fits && (run > 1 || taken.join('').length > 1) ? [taken.join('')] : [];
  });
  return starts.length === 0 ? undefined : [random.pick(starts)];
}

/** A piece of a line, begun and ended anywhere, that keeps the condition. */
function piece(
  line: string,
  least: number,
  most: number,
  random: Random,
  keeps: RegExp,
): string[] | undefined {
  const characters = [...line];
  const length = least + random.below(most - least + 1);
  if (characters.length < length) return undefined;
  const start = random.below(characters.length - length + 1);
  const text = characters.slice(start, start + length).join('');
  return keeps.test(text) && !SYNTAX.test(text) ? [text] : undefined;
}

function nowhere(documents: readonly ReadDocument[], random: Random): string[] | undefined {
  const [first] = wordsOf(pickLine(documents, random), 1, random) ?? [];
  const [second] = wordsOf(pickLine(documents, random), 1, random) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return literalSearch(documents, [first + second]).size === 0 ? [first + second] : undefined;
}

function twoWords(documents: readonly ReadDocument[], random: Random): string[] | undefined {
  const { lines } = random.pick(documents);
  const [first] = wordsOf(random.pick(lines), 1, random) ?? [];
  const [second] = wordsOf(random.pick(lines), 1, random) ?? [];
  return first === undefined || second === undefined || first === second ? undefined : [first, second];
}

const SAMPLERS: Record<QueryKind, Sampler> = {
  word: (documents, random) => wordsOf(pickLine(documents, random), 1, random),
  phrase: (documents, random) => wordsOf(pickLine(documents, random), 2 + random.below(2), random),
  fragment: (documents, random) => piece(pickLine(documents, random), 3, 12, random, HAN),
  'one character': (documents, random) => piece(pickLine(documents, random), 1, 1, random, HAN),
  'with punctuation': (documents, random) =>
    piece(pickLine(documents, random), 4, 14, random, /\p{L}.*\p{P}|\p{P}.*\p{L}/u),
  'with digits': (documents, random) => piece(pickLine(documents, random), 3, 14, random, /\p{Nd}/u),
  'two words': twoWords,
  'occurring nowhere': nowhere,
};

/** Beyond this a small library simply has no more different queries of a kind. */
const TRIES = 400;

/** Up to `perKind` different queries of each kind, taken from the documents' visible text. */
export function sampleQueries(
  documents: readonly ReadDocument[],
  perKind: number,
  random: Random,
): SampledQuery[] {
  const readable = documents.filter(({ lines }) => lines.length > 0);
  if (readable.length === 0) return [];
  return QUERY_KINDS.flatMap((kind) => {
    const found = new Map<string, SampledQuery>();
    for (let tries = 0; found.size < perKind && tries < perKind * TRIES; tries++) {
      const keywords = SAMPLERS[kind](readable, random);
      const text = keywords?.join(' ');
      if (keywords && text !== undefined) found.set(text, { kind, text, keywords });
    }
    return [...found.values()];
  });
}
