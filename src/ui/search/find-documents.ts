/** Which documents a query finds: from the index, and, when few are left, from the documents themselves. */
import { findPart } from '../../search/parts.ts';
import type { Keyword, Query } from '../../search/query.ts';
import { type Field, markWord, phraseWords } from '../../search/tokenize.ts';
import { containsText, type DocumentText, loadText } from './document-text.ts';
import type { PagefindHit, SearchIndex } from './pagefind-index.ts';

export type Hits = ReadonlyMap<string, PagefindHit>;

/** What was found. */
export interface Found {
  readonly hits: Hits;
  /** The documents' texts by id, when they had to be looked into. */
  readonly texts?: ReadonlyMap<string, DocumentText>;
}

const NONE: Hits = new Map();

const byId = (hits: readonly PagefindHit[]): Hits => new Map(hits.map((hit) => [hit.id, hit]));

/** The documents that all of `sets` have. */
function intersect([first = NONE, ...others]: readonly Hits[]): Hits {
  return new Map([...first].filter(([id]) => others.every((hits) => hits.has(id))));
}

/** Of some words three that have the fewest characters in common: the first, the middle and the last. */
function spread(words: readonly string[]): string[] {
  const places = [0, Math.floor(words.length / 2), words.length - 1];
  return [...new Set(places)].flatMap((place) => words[place] ?? []);
}

/** Whether the places of a word are in a part of their own, being so many. */
const isCommon = (index: SearchIndex, word: string): boolean => findPart(index.parts, word)?.large === true;

/**
 * Words of a phrase that tell most of which documents may contain it, three at most: rather rare ones than such as stand
 * nearly everywhere.
 */
export function probesOf(index: SearchIndex, words: readonly string[]): string[] {
  const rare = words.filter((word) => !isCommon(index, word));
  const common = words.filter((word) => isCommon(index, word));
  return [...spread(rare), ...spread(common)].slice(0, 3);
}

/** The documents that have one word; of a word with very many places not these are loaded but the list of documents. */
async function findWord(index: SearchIndex, word: string, field: Field = 'any'): Promise<Hits> {
  const mark = field === 'any' && isCommon(index, word) ? 'members' : field;
  return byId(await index.search([markWord(word, mark)]));
}

// Words of a phrase to ask for, each of which may cost one more part of the index; few documents are left after
// that many, and it is cheaper to look into them.
const HEAD = 23;

/** The documents whose field contains a text: from the index alone, unless the text is very long. */
export async function findPhrase(
  index: SearchIndex,
  normalised: string,
  field: Field = 'any',
): Promise<Hits> {
  const words = phraseWords(normalised);
  const [first] = words;
  if (first !== undefined && words.length === 1) return await findWord(index, first, field);
  const hits = byId(await index.search(words.slice(0, HEAD).map((word) => markWord(word, field))));
  if (words.length <= HEAD) return hits;
  const texts = await loadTexts(hits);
  return new Map([...hits].filter(([id]) => containsText(texts.get(id), normalised, field)));
}

/** A keyword, and how far the index was asked for it. */
interface Sought {
  readonly keyword: Keyword;
  readonly words: readonly string[];
  /** The documents that may contain it, and do when `certain`. */
  readonly hits: Hits;
  readonly certain: boolean;
}

async function seek(index: SearchIndex, keyword: Keyword): Promise<Sought> {
  const { field, normalised } = keyword;
  const words = phraseWords(normalised);
  const probes = probesOf(index, words);
  const all = probes.length === words.length && !words.some((word) => isCommon(index, word));
  if (all || words.length === 1) {
    return { keyword, words, hits: await findPhrase(index, normalised, field), certain: true };
  }
  const found = await Promise.all(probes.map((word) => findWord(index, word, field)));
  return { keyword, words, hits: intersect(found), certain: false };
}

/** The parts of a phrase that have no common word in them, as lists of words. */
function rareRuns(index: SearchIndex, words: readonly string[]): string[][] {
  const runs: string[][] = [[]];
  for (const word of words.slice(0, HEAD)) {
    if (isCommon(index, word)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  return runs.filter((run) => run.length > 0);
}

/** Asks for more of a keyword than some of its words, but not for the places of common ones. */
async function seekFurther(index: SearchIndex, { keyword, words, hits }: Sought): Promise<Sought> {
  const { field } = keyword;
  const runs = rareRuns(index, words);
  const found = await Promise.all(runs.map((run) => findRun(index, run, field)));
  const certain = runs.length === 1 && runs[0]?.length === words.length;
  return { keyword, words, hits: intersect([hits, ...found]), certain };
}

const findRun = async (index: SearchIndex, words: readonly string[], field: Field): Promise<Hits> =>
  byId(await index.search(words.map((word) => markWord(word, field))));

async function loadTexts(hits: Hits): Promise<Map<string, DocumentText>> {
  const load = async (hit: PagefindHit) => [hit.id, await loadText(hit)] as const;
  return new Map(await Promise.all([...hits.values()].map(load)));
}

const contains = (text: DocumentText | undefined, { normalised, field }: Keyword): boolean =>
  containsText(text, normalised, field);

async function lookInto(candidates: Hits, { include, exclude }: Query): Promise<Found> {
  const texts = await loadTexts(candidates);
  const isHit = (text: DocumentText | undefined): boolean =>
    include.every((keyword) => contains(text, keyword)) &&
    !exclude.some((keyword) => contains(text, keyword));
  return { hits: new Map([...candidates].filter(([id]) => isHit(texts.get(id)))), texts };
}

async function askForPhrases(
  index: SearchIndex,
  candidates: Hits,
  uncertain: readonly Sought[],
  exclude: readonly Keyword[],
): Promise<Found> {
  const find = ({ normalised, field }: Keyword): Promise<Hits> => findPhrase(index, normalised, field);
  const [found, excluded] = await Promise.all([
    Promise.all(uncertain.map(({ keyword }) => find(keyword))),
    Promise.all(exclude.map(find)),
  ]);
  const kept = [...intersect([candidates, ...found])].filter(
    ([id]) => !excluded.some((hits) => hits.has(id)),
  );
  return { hits: new Map(kept) };
}

// The first hits are shown, so their documents have to be loaded anyway.
const SHOWN = 10;
/** What a document comes to, roughly, as a download. */
const KILOBYTES_PER_DOCUMENT = 6;

/** The words, as they stand in the index, of all that is still to be asked for. */
function unasked(uncertain: readonly Sought[], exclude: readonly Keyword[]): string[] {
  const marked = (words: readonly string[], field: Field): string[] =>
    words.slice(0, HEAD).map((word) => markWord(word, field));
  return [
    ...uncertain.flatMap(({ keyword, words }) => marked(words, keyword.field)),
    ...exclude.flatMap(({ field, normalised }) => marked(phraseWords(normalised), field)),
  ];
}

/** Whether the documents that are left are less to download than some words' parts of the index. */
function documentsAreCheaper(index: SearchIndex, candidates: Hits, words: readonly string[]): boolean {
  const kilobytes = Math.max(0, candidates.size - SHOWN) * KILOBYTES_PER_DOCUMENT;
  return kilobytes < index.missingKilobytes(words);
}

const candidatesOf = (sought: readonly Sought[]): Hits => intersect(sought.map(({ hits }) => hits));
const uncertainOf = (sought: readonly Sought[]): Sought[] => sought.filter(({ certain }) => !certain);

/**
 * The documents that contain every keyword and none of the excluded ones; all documents when there is no keyword. First
 * a few words of each keyword are asked for; what they leave is looked into, unless it is much: then further words.
 */
export async function findDocuments(index: SearchIndex, query: Query): Promise<Found> {
  const { include, exclude } = query;
  if (include.length === 0) return { hits: byId(index.all()) };
  let sought = await Promise.all(include.map((keyword) => seek(index, keyword)));
  const rest = uncertainOf(sought).flatMap(({ words }) => rareRuns(index, words).flat());
  if (!documentsAreCheaper(index, candidatesOf(sought), rest)) {
    sought = await Promise.all(sought.map((each) => (each.certain ? each : seekFurther(index, each))));
  }
  const candidates = candidatesOf(sought);
  const uncertain = uncertainOf(sought);
  if (candidates.size === 0 || uncertain.length + exclude.length === 0) return { hits: candidates };
  if (documentsAreCheaper(index, candidates, unasked(uncertain, exclude))) {
    return await lookInto(candidates, query);
  }
  return await askForPhrases(index, candidates, uncertain, exclude);
}
