import type { ReadDocument } from './literal-search.ts';
import { QUERY_KINDS, type QueryKind, type SampledQuery } from './query-kinds.ts';
import { SAMPLERS } from './query-samplers.ts';
import { QuerySource } from './query-source.ts';
import type { Random } from './random.ts';

/** Beyond this for each query wanted, a small library simply has no more different queries of a kind. */
const TRIES = 40;

function sampleKind(source: QuerySource, kind: QueryKind, wanted: number, random: Random): SampledQuery[] {
  const found = new Map<string, SampledQuery>();
  for (let tries = 0; found.size < wanted && tries < wanted * TRIES; tries++) {
    const draft = SAMPLERS[kind](source, random);
    if (draft) found.set(draft.text, { kind, ...draft });
  }
  return [...found.values()];
}

/** Up to `each` different queries of each of the kinds, from the documents' visible text. */
export function sampleKinds(
  documents: readonly ReadDocument[],
  kinds: readonly QueryKind[],
  each: number,
  random: Random,
): SampledQuery[] {
  const source = new QuerySource(documents);
  if (source.documents.length === 0) return [];
  return kinds.flatMap((kind) => sampleKind(source, kind, each, random));
}

/**
 * `total` different queries in equal parts of each kind, as far as the text has so many; what other kinds lack is
 * made up by fragments.
 */
export function sampleQueries(
  documents: readonly ReadDocument[],
  total: number,
  random: Random,
): SampledQuery[] {
  const others = QUERY_KINDS.filter((kind) => kind !== 'fragment');
  const sampled = sampleKinds(documents, others, Math.floor(total / QUERY_KINDS.length), random);
  const groups = Map.groupBy(
    [...sampled, ...sampleKinds(documents, ['fragment'], total - sampled.length, random)],
    ({ kind }) => kind,
  );
  return QUERY_KINDS.flatMap((kind) => groups.get(kind) ?? []);
}
