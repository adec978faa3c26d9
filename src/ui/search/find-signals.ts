/** What the order of results goes by: where the keywords stand in each document, and how densely. */
import { isDead } from '../../core/status.ts';
import type { FacetRow } from '../../search/facets.ts';
import type { Keyword } from '../../search/query.ts';
import type { Signals } from '../../search/rank.ts';
import { type Field, phraseWords } from '../../search/tokenize.ts';
import { containsText } from './document-text.ts';
import { type Found, findPhrase, probesOf } from './find-documents.ts';
import type { SearchIndex } from './pagefind-index.ts';

/** Tells of a document how often something is true of it. */
type CountIn = (id: string) => number;

/** The ids of the documents whose field contains a text. */
async function findIn(
  index: SearchIndex,
  found: Found,
  normalised: string,
  field: Field,
): Promise<Set<string>> {
  const { texts } = found;
  if (!texts) return new Set((await findPhrase(index, normalised, field)).keys());
  return new Set([...texts].filter(([, text]) => containsText(text, normalised, field)).map(([id]) => id));
}

async function countIn(
  index: SearchIndex,
  found: Found,
  keywords: readonly Keyword[],
  field: Field,
): Promise<CountIn> {
  const sets = await Promise.all(keywords.map(({ normalised }) => findIn(index, found, normalised, field)));
  return (id) => sets.filter((ids) => ids.has(id)).length;
}

// Pagefind scores in time proportional to documents × words × documents: with many hits one word a keyword must do.
const MANY_HITS = 500;

/** Up to three words spread over a keyword (the middle one when there are many hits), for an idea of its density. */
function densityWords({ normalised }: Keyword, hits: number): string[] {
  if ([...normalised].length < 2) return [];
  const words = phraseWords(normalised);
  return hits > MANY_HITS ? [words[Math.floor(words.length / 2)] ?? ''] : probesOf(words);
}

/** Pagefind's own BM25 scores for the keywords, relative to the highest: how much a document speaks of them. */
async function findDensity(
  index: SearchIndex,
  keywords: readonly Keyword[],
  found: number,
): Promise<(id: string) => number> {
  const words = keywords.flatMap((keyword) => densityWords(keyword, found));
  const hits = words.length === 0 ? [] : await index.search(words.join(' '));
  const scores = new Map(hits.map((hit) => [hit.id, hit.score]));
  const highest = hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  return (id) => (highest > 0 ? (scores.get(id) ?? 0) / highest : 0);
}

/** The signals of `rows`, which are among the documents found for `keywords`. */
export async function findSignals(
  index: SearchIndex,
  keywords: readonly Keyword[],
  found: Found,
  rows: readonly FacetRow[],
): Promise<Signals[]> {
  if (rows.length === 0) return [];
  const joined = keywords.map(({ normalised }) => normalised).join('');
  const [inNumber, inTitle, inHeading, density, together] = await Promise.all([
    countIn(index, found, keywords, 'number'),
    countIn(index, found, keywords, 'title'),
    countIn(index, found, keywords, 'heading'),
    findDensity(index, keywords, rows.length),
    keywords.length > 1 ? findIn(index, found, joined, 'any') : new Set<string>(),
  ]);
  return rows.map(({ id, order, date, values }) => ({
    ...{ id, order, date },
    ...{ inNumber: inNumber(id), inTitle: inTitle(id), inHeading: inHeading(id), density: density(id) },
    together: together.has(id),
    dead: values.status.some(isDead),
  }));
}
