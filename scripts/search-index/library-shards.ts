/** The shards of a library: those that are known from an earlier build, and the others, indexed now. */
import { hash } from 'node:crypto';
import path from 'node:path';
import type { DocumentEntry } from '../../src/search/record.ts';
import { countDocuments } from '../search-terms/count-documents.ts';
import { cutShards } from './cut-shards.ts';
import { pageFile, readPageText } from './documents.ts';
import type { IndexCache } from './index-cache-fs.ts';
import { type IndexedShard, type ShardTask, textOfFragment } from './index-documents.ts';
import { indexShards } from './index-shards.ts';

/** Tells the pages of a site apart without reading them. */
export type PageHash = (file: string) => string | undefined;

export interface SiteFiles {
  /** The built site. */
  readonly outDir: string;
  readonly basePath: string;
  /** A digest of a page, by its file below the site; undefined for one that has to be read. */
  readonly pageHash?: PageHash | undefined;
}

/** A shard without its texts, of which it only tells in how many some terms stand. */
export interface LibraryShard extends Omit<IndexedShard, 'texts'> {
  readonly documents: readonly DocumentEntry[];
  readonly countTerms: (terms: readonly string[]) => number[];
}

async function hashPage(site: SiteFiles, document: DocumentEntry): Promise<string> {
  const file = pageFile(site.basePath, document.url);
  const known = site.pageHash?.(file);
  if (known !== undefined) return `given ${known}`;
  return hash('sha256', await readPageText(path.join(site.outDir, file), document));
}

/** Tells apart all that a shard is made of. */
async function identify(site: SiteFiles, documents: readonly DocumentEntry[]): Promise<string> {
  const lines: string[] = [];
  for (const document of documents) {
    lines.push(`${await hashPage(site, document)} ${JSON.stringify(document)}`);
  }
  return hash('sha256', lines.join('\n'));
}

/** Counts the terms that were not counted before, and remembers how often each of them stands. */
class TermCounter {
  readonly #cache: IndexCache;
  readonly #of: string;
  readonly #readTexts: () => readonly string[];

  constructor(cache: IndexCache, of: string, readTexts: () => readonly string[]) {
    this.#cache = cache;
    this.#of = of;
    this.#readTexts = readTexts;
  }

  count(terms: readonly string[]): number[] {
    const known = this.#cache.read<Map<string, number>>('counts', this.#of) ?? new Map<string, number>();
    const missing = terms.filter((term) => !known.has(term));
    if (missing.length > 0) {
      const counts = countDocuments(missing, this.#readTexts());
      // Only what was asked for now, lest it grow for ever.
      const all = new Map(missing.map((term, index) => [term, counts[index] ?? 0]));
      for (const term of terms) all.set(term, all.get(term) ?? known.get(term) ?? 0);
      this.#cache.write('counts', this.#of, all);
      return terms.map((term) => all.get(term) ?? 0);
    }
    return terms.map((term) => known.get(term) ?? 0);
  }
}

interface ShardPlan extends ShardTask {
  readonly id: string;
}

/** Makes the shards of the documents, in order. Rejects with a SearchIndexError when a page is wrong. */
export async function readShards(
  site: SiteFiles,
  documents: readonly DocumentEntry[],
  cache: IndexCache,
): Promise<LibraryShard[]> {
  const { outDir, basePath } = site;
  const plans: ShardPlan[] = [];
  for (const own of cutShards(documents)) {
    plans.push({ outDir, basePath, documents: own, id: cache.isOn ? await identify(site, own) : '' });
  }
  const shards = plans.map(({ id }) => cache.read<Omit<IndexedShard, 'texts'>>('shard', id));
  const fresh = new Map<ShardPlan, readonly string[]>();
  const missing = [...plans.entries()].filter(([place]) => shards[place] === undefined);
  await indexShards(
    missing.map(([, { outDir, basePath, documents }]) => ({ outDir, basePath, documents })),
    (number, { texts, ...shard }) => {
      const [place, plan] = missing[number] ?? [];
      if (place === undefined || plan === undefined) return;
      shards[place] = shard;
      fresh.set(plan, texts);
      cache.write('shard', plan.id, shard);
      cache.write('texts', plan.id, texts);
    },
  );
  return plans.flatMap((plan, place): LibraryShard[] => {
    const shard = shards[place];
    if (!shard) return [];
    const readTexts = (): readonly string[] =>
      fresh.get(plan) ??
      cache.read<readonly string[]>('texts', plan.id) ??
      shard.fragments.map(({ content }) => textOfFragment(content));
    const counter = new TermCounter(cache, plan.id, readTexts);
    return [{ ...shard, documents: plan.documents, countTerms: (terms) => counter.count(terms) }];
  });
}
