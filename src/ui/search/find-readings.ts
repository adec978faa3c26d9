/** Runs a query in each of its readings (ambiguous.ts) as a search of its own: nearly always there is just one. */

import { plainQueries } from '../../search/ambiguous.ts';
import type { FacetRow } from '../../search/facets.ts';
import type { Query } from '../../search/query.ts';
import type { Signals } from '../../search/rank.ts';
import { findDocuments, type Hits } from './find-documents.ts';
import { findSignals } from './find-signals.ts';
import type { SearchIndex } from './pagefind-index.ts';

/** What a query finds in any of its readings. */
export interface FoundReadings {
  readonly hits: Hits;
  /** The signals of `rows`, all of them hits; of a document found in several readings those of the first. */
  signals(rows: readonly FacetRow[]): Promise<Signals[]>;
}

/** The documents that a query finds. */
export async function findReadings(index: SearchIndex, query: Query): Promise<FoundReadings> {
  const search = async (plain: Query) => ({ plain, found: await findDocuments(index, plain) });
  const searches = await Promise.all(plainQueries(query).map(search));
  const hits = new Map(searches.flatMap(({ found }) => [...found.hits]));
  const signals = async (rows: readonly FacetRow[]): Promise<Signals[]> => {
    const signalled = await Promise.all(
      searches.map(({ plain, found }) => {
        const own = rows.filter(({ id }) => found.hits.has(id));
        return findSignals(index, plain.include, found, own);
      }),
    );
    const first = new Map(
      signalled
        .flat()
        .reverse()
        .map((each) => [each.id, each]),
    );
    return rows.flatMap(({ id }) => first.get(id) ?? []);
  };
  return { hits, signals };
}
