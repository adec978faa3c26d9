import { disguiseCharacters, spaceOut } from './disguise.ts';
import { literalSearch, type Meaning } from './literal-search.ts';
import { comparable } from './page-text.ts';
import type { QueryKind } from './query-kinds.ts';
import { neighboursOf, type QuerySource } from './query-source.ts';
import type { Random } from './random.ts';
import {
  asKeyword,
  cutAcross,
  cutAround,
  cutAtEdge,
  cutAtSeam,
  cutPiece,
  HAN,
  isPlain,
  isQuotable,
  pickLine,
  pickWords,
  splice,
} from './text-pieces.ts';

/** A query to be; undefined where the place that chance chose gives none. */
type Draft = (Meaning & { readonly text: string }) | undefined;
type Sampler = (source: QuerySource, random: Random) => Draft;

/** One keyword that stands for itself. */
const literally = (text: string | undefined): Draft =>
  text !== undefined && isPlain(text) ? { text, include: [text] } : undefined;

const han = (text: string | undefined): Draft =>
  text !== undefined && HAN.test(text) ? literally(text) : undefined;

/** A piece with a character of the class in it, and a letter or a digit, which is what people search for. */
function pieceWith(wanted: RegExp, least: number): Sampler {
  return (source, random) => {
    const lines = source.linesWith(wanted);
    if (lines.length === 0) return undefined;
    const text = cutAround(random.pick(lines), wanted, { least, most: 14 }, random);
    return text !== undefined && /[\p{L}\p{Nd}]/u.test(text) ? literally(text) : undefined;
  };
}

function twoWords({ documents }: QuerySource, random: Random): Draft {
  const { lines } = random.pick(documents);
  const first = pickWords(random.pick(lines), 1, random);
  const second = pickWords(random.pick(lines), 1, random);
  if (first === undefined || second === undefined || first === second) return undefined;
  return { text: `${first} ${second}`, include: [first, second] };
}

function quotedWithWord({ documents }: QuerySource, random: Random): Draft {
  const { lines } = random.pick(documents);
  const quoted = cutPiece(random.pick(lines), { least: 3, most: 14 }, random);
  const word = pickWords(random.pick(lines), 1, random);
  if (quoted === undefined || word === undefined || !isQuotable(quoted)) return undefined;
  const parts = [`"${quoted}"`, word];
  return { text: (random.chance(0.5) ? parts : parts.reverse()).join(' '), include: [quoted, word] };
}

/** What is excluded stands in a document that has the word, so that leaving it out makes a difference. */
function withExclusion({ documents }: QuerySource, random: Random): Draft {
  const word = pickWords(pickLine(documents, random), 1 + random.below(2), random);
  const other = random.pick(documents);
  if (word === undefined || !other.compared.includes(comparable(word))) return undefined;
  const unwanted = cutPiece(random.pick(other.lines), { least: 2, most: 10 }, random);
  if (unwanted === undefined || !isQuotable(unwanted)) return undefined;
  const meaning = { include: [word], exclude: [unwanted] };
  if (literalSearch(documents, meaning).size === 0) return undefined;
  const minus = random.chance(0.8) ? '-' : '－';
  return { ...meaning, text: `${word} ${minus}${asKeyword(unwanted)}` };
}

/** Characters that are printed in more than one width, case or shape. */
const VARIED = /[\p{Nd}\p{Script=Latin}\p{Ps}\p{Pe}\p{Pi}\p{Pf}，：；？！％。、]/u;

function inDisguise(source: QuerySource, random: Random): Draft {
  const lines = random.chance(0.7) ? source.linesWith(VARIED) : [pickLine(source.documents, random)];
  if (lines.length === 0) return undefined;
  const lengths = { least: 3, most: 14 };
  const wanted = lines.length > 1 ? VARIED : /\p{L}/u;
  const printed = cutAround(random.pick(lines), wanted, lengths, random)?.trim();
  if (printed === undefined || !isQuotable(printed) || !/[\p{L}\p{Nd}]/u.test(printed)) return undefined;
  const changed = disguiseCharacters(printed, random);
  if (!isPlain(changed)) return undefined;
  const text = random.chance(0.4) ? `"${spaceOut(changed, random)}"` : changed;
  return text.replaceAll('"', '') === printed ? undefined : { text, include: [printed] };
}

/** In quotes where it holds a space. */
function atEdge({ documents }: QuerySource, random: Random): Draft {
  const text = cutAtEdge(pickLine(documents, random), { least: 2, most: 12 }, random);
  return text !== undefined && isQuotable(text) ? { text: asKeyword(text), include: [text] } : undefined;
}

/** Stands nowhere in the document that it is taken from, and mostly in no other. */
function acrossBlocks({ documents, seams }: QuerySource, random: Random): Draft {
  const seam = seams.length > 0 && random.chance(0.5);
  const places = seam ? seams : neighboursOf(random.pick(documents));
  if (places.length === 0) return undefined;
  const { document, lines } = random.pick(places);
  const text = seam ? cutAtSeam(lines, random) : cutAcross(lines, random);
  if (!isQuotable(text) || document.compared.includes(comparable(text))) return undefined;
  return { text: asKeyword(text), include: [text] };
}

/** Two words run together, or a text whose every pair of characters some document has. */
function nowhere({ documents }: QuerySource, random: Random): Draft {
  const joined = (): string =>
    (pickWords(pickLine(documents, random), 1, random) ?? '') +
    (pickWords(pickLine(documents, random), 1, random) ?? '');
  const text = random.chance(0.5) ? joined() : splice(random.pick(documents).lines, random);
  const draft = literally(text);
  return draft && literalSearch(documents, draft).size === 0 ? draft : undefined;
}

/** How a query of each kind is made, by chance. */
export const SAMPLERS: Record<QueryKind, Sampler> = {
  word: ({ documents }, random) => han(pickWords(pickLine(documents, random), 1, random)),
  phrase: ({ documents }, random) => han(pickWords(pickLine(documents, random), 2 + random.below(2), random)),
  fragment: ({ documents }, random) =>
    han(cutPiece(pickLine(documents, random), { least: 3, most: 12 }, random)),
  'one character': ({ documents }, random) =>
    han(cutPiece(pickLine(documents, random), { least: 1, most: 1 }, random)),
  'with punctuation': pieceWith(/\p{P}/u, 4),
  'with digits': pieceWith(/\p{Nd}/u, 3),
  'with Latin letters': pieceWith(/\p{Script=Latin}/u, 1),
  'two words': twoWords,
  'quoted with a word': quotedWithWord,
  'with an exclusion': withExclusion,
  'in disguise': inDisguise,
  'at the edge of a block': atEdge,
  'across two blocks': acrossBlocks,
  'occurring nowhere': nowhere,
};
