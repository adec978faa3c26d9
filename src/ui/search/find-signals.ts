/** What the order of results goes by: where the keywords stand in each document, and how densely. */
import { isDead } from '../../core/status.ts';
import type { Density } from '../../search/density.ts';
import type { FacetRow } from '../../search/facets.ts';
import type { Keyword } from '../../search/query.ts';
import type { Signals } from '../../search/rank.ts';
import { type Field, markWord, phraseWords, type WordList } from '../../search/tokenize.ts';
import { containsText } from './document-text.ts';
import { type Found, findPhrase, probesOf } from './find-documents.ts';
import type { SearchIndex } from './pagefind-index.ts';

/** Tells something of a document. */
type Of<Value> = (id: string) => Value;

/** The ids of the documents whose field contains a text. */
async function findIn(
  index: SearchIndex,
  found: Found,
  normalised: string,
  field: Field,
): Promise<ReadonlySet<string>> {
  const { texts } = found;
  if (!texts) return new Set((await findPhrase(index, normalised, field)).keys());
  return new Set([...texts].filter(([, text]) => containsText(text, normalised, field)).map(([id]) => id));
}

/** How many keywords stand in a field. One that was looked for there alone stands there in every hit. */
async function countIn(
  index: SearchIndex,
  found: Found,
  keywords: readonly Keyword[],
  field: Field,
): Promise<Of<number>> {
  const told = keywords.filter((keyword) => keyword.field === field).length;
  const free = keywords.filter((keyword) => keyword.field === 'any');
  const sets = await Promise.all(free.map(({ normalised }) => findIn(index, found, normalised, field)));
  return (id) => told + sets.filter((ids) => ids.has(id)).length;
}

/** The ids of the documents that are in a list of each of some words. */
async function inAllLists(
  index: SearchIndex,
  words: readonly string[],
  list: WordList,
): Promise<Set<string>> {
  const hits = await Promise.all(words.map((word) => index.search([markWord(word, list)])));
  const [first = [], ...others] = hits.map((each) => each.map(({ id }) => id));
  const sets = others.map((ids) => new Set(ids));
  return new Set(first.filter((id) => sets.every((ids) => ids.has(id))));
}

// Pagefind takes time proportional to the square of a list's length: of many hits only the densest are told apart.
const MANY_HITS = 1000;

/**
 * By the words of the keyword that were asked for anyway, also when the documents were looked into: the order must not
 * depend on what is loaded. One character is never dense.
 */
async function densityOf(index: SearchIndex, found: Found, { normalised }: Keyword): Promise<Of<Density>> {
  if ([...normalised].length < 2) return () => 0;
  const probes = probesOf(index, phraseWords(normalised));
  const [frequent, veryFrequent] = await Promise.all([
    found.hits.size > MANY_HITS ? new Set() : inAllLists(index, probes, 'frequent'),
    inAllLists(index, probes, 'veryFrequent'),
  ]);
  return (id) => (veryFrequent.has(id) ? 2 : frequent.has(id) ? 1 : 0);
}

/** How much a document speaks of the keyword of which it speaks least. */
async function findDensity(
  index: SearchIndex,
  found: Found,
  keywords: readonly Keyword[],
): Promise<Of<Density>> {
  const free = keywords.filter(({ field }) => field === 'any');
  const densities = await Promise.all(free.map((keyword) => densityOf(index, found, keyword)));
  return (id) => densities.map((density) => density(id)).sort()[0] ?? 0;
}

async function findTogether(
  index: SearchIndex,
  found: Found,
  keywords: readonly Keyword[],
): Promise<ReadonlySet<string>> {
  if (keywords.length < 2 || keywords.some(({ field }) => field !== 'any')) return new Set();
  return await findIn(index, found, keywords.map(({ normalised }) => normalised).join(''), 'any');
}

/** The signals of `rows`, which are among the documents found for `keywords`. */
export async function findSignals(
  index: SearchIndex,
  keywords: readonly Keyword[],
  found: Found,
  rows: readonly FacetRow[],
): Promise<Signals[]> {
  if (rows.length === 0) return [];
  const [inNumber, inTitle, inHeading, density, together] = await Promise.all([
    countIn(index, found, keywords, 'number'),
    countIn(index, found, keywords, 'title'),
    countIn(index, found, keywords, 'heading'),
    findDensity(index, found, keywords),
    findTogether(index, found, keywords),
  ]);
  return rows.map(({ id, order, dated, values }) => ({
    ...{ id, order, dated },
    ...{ inNumber: inNumber(id), inTitle: inTitle(id), inHeading: inHeading(id), density: density(id) },
    together: together.has(id),
    dead: values.status.some(isDead),
  }));
}
