/** Which documents a query finds: from the index, and, when few are left, from the documents themselves. */
import type { Query } from '../../search/query.ts';
import { EVERY_DOCUMENT, type Field, phraseWords } from '../../search/tokenize.ts';
import { containsText, type DocumentText, loadText } from './document-text.ts';
import type { PagefindHit, SearchIndex } from './pagefind-index.ts';

export type Hits = ReadonlyMap<string, PagefindHit>;

/** What was found. */
export interface Found {
  readonly hits: Hits;
  /** The documents' texts by id, when they had to be looked into. */
  readonly texts?: ReadonlyMap<string, DocumentText>;
}

export const byId = (hits: readonly PagefindHit[]): Hits => new Map(hits.map((hit) => [hit.id, hit]));

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`;

/** The first, the middle and the last of a phrase's words: they have the fewest characters in common. */
export function probesOf(words: readonly string[]): string[] {
  const places = [0, Math.floor(words.length / 2), words.length - 1];
  return [...new Set(places)].map((place) => words[place] ?? '');
}

/** How many words of a phrase its probes leave out. */
const unasked = (normalised: string): number => {
  const words = phraseWords(normalised).slice(0, HEAD);
  return words.length - probesOf(words).length;
};

/** The documents that all of `sets` have. */
function intersect([first = new Map(), ...others]: readonly Hits[]): Hits {
  return new Map([...first].filter(([id]) => others.every((hits) => hits.has(id))));
}

/** The documents that contain `normalised`, and, if it is long, perhaps others that contain its probes. */
async function findCandidates(index: SearchIndex, normalised: string): Promise<Hits> {
  if (unasked(normalised) === 0) return await findPhrase(index, normalised);
  const probes = probesOf(phraseWords(normalised));
  const found = await Promise.all(probes.map((word) => index.search(quoted([word]))));
  return intersect(found.map(byId));
}

// Words of a phrase to ask for, each of which may cost one more part of the index; few documents are left after
// that many, and it is cheaper to look into them.
const HEAD = 23;

/**
 * The documents whose field contains a text, from the index alone; of a long text in a title or heading only the
 * beginning is looked for.
 */
export async function findPhrase(
  index: SearchIndex,
  normalised: string,
  field: Field = 'any',
): Promise<Hits> {
  const words = phraseWords(normalised, field);
  const hits = byId(await index.search(quoted(words.slice(0, HEAD))));
  if (words.length <= HEAD || field !== 'any') return hits;
  const texts = await loadTexts(hits);
  return new Map([...hits].filter(([id]) => contains(texts.get(id), normalised)));
}

const contains = (text: DocumentText | undefined, normalised: string): boolean =>
  text !== undefined && containsText(text, normalised);

async function loadTexts(hits: Hits): Promise<Map<string, DocumentText>> {
  const load = async (hit: PagefindHit) => [hit.id, await loadText(hit)] as const;
  return new Map(await Promise.all([...hits.values()].map(load)));
}

async function lookInto(candidates: Hits, { include, exclude }: Query): Promise<Found> {
  const texts = await loadTexts(candidates);
  const isHit = (text: DocumentText | undefined): boolean =>
    include.every(({ normalised }) => contains(text, normalised)) &&
    !exclude.some(({ normalised }) => contains(text, normalised));
  return { hits: new Map([...candidates].filter(([id]) => isHit(texts.get(id)))), texts };
}

async function askForPhrases(index: SearchIndex, candidates: Hits, query: Query): Promise<Found> {
  const phrases = query.include.filter(({ normalised }) => unasked(normalised) > 0);
  const [found, excluded] = await Promise.all([
    Promise.all(phrases.map(({ normalised }) => findPhrase(index, normalised))),
    Promise.all(query.exclude.map(({ normalised }) => findPhrase(index, normalised))),
  ]);
  const kept = [...intersect([candidates, ...found])].filter(
    ([id]) => !excluded.some((hits) => hits.has(id)),
  );
  return { hits: new Map(kept) };
}

// One more word's part of the index is about as large as so many documents of some pages; most of what remains after
// the probes are hits, which are shown anyway.
const DOCUMENTS_PER_WORD = 2;

/** The documents that contain every keyword and none of the excluded ones; all documents when there is no keyword. */
export async function findDocuments(index: SearchIndex, query: Query): Promise<Found> {
  const { include } = query;
  if (include.length === 0) return { hits: byId(await index.search(quoted([EVERY_DOCUMENT]))) };
  const found = await Promise.all(include.map(({ normalised }) => findCandidates(index, normalised)));
  const candidates = intersect(found);
  const words = include.reduce((sum, { normalised }) => sum + unasked(normalised), 0);
  if (words > 0 && candidates.size <= DOCUMENTS_PER_WORD * words) return await lookInto(candidates, query);
  return await askForPhrases(index, candidates, query);
}
