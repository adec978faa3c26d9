/** The shards of a library: those that are known from an earlier build, and the others, indexed now. */
import type { DocumentEntry } from '../../src/search/record.ts';
import { countDocuments } from '../search-terms/count-documents.ts';
import { cutShards } from './cut-shards.ts';
import { pageFile } from './documents.ts';
import type { IndexCache } from './index-cache-fs.ts';
import { type IndexedShard, textOfFragment } from './index-documents.ts';
import { indexShards } from './index-shards.ts';
import { identifyShard, KnownDocuments } from './known-documents.ts';

/** Tells the pages of a site apart without reading them. */
export type PageHash = (file: string) => string | undefined;

export interface SiteFiles {
  /** The built site. */
  readonly outDir: string;
  readonly basePath: string;
  /** A digest of a page, by its file below the site; undefined for one that has to be read. */
  readonly pageHash?: PageHash | undefined;
  /** Whether other threads have the processors meanwhile: then this one indexes by itself. */
  readonly alone?: boolean | undefined;
}

/** A shard without its texts, of which it only tells in how many some terms stand. */
export interface LibraryShard extends Omit<IndexedShard, 'texts'> {
  readonly documents: readonly DocumentEntry[];
  readonly countTerms: (terms: readonly string[]) => number[];
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

type ShardWithoutTexts = Omit<IndexedShard, 'texts'>;

/** A shard that is being made. */
interface ShardPlan {
  readonly documents: readonly DocumentEntry[];
  /** Undefined as long as pages have to be read for it. */
  id: string | undefined;
  shard: ShardWithoutTexts | undefined;
  texts: readonly string[] | undefined;
}

/** Makes the shards of one library. */
class ShardMaker {
  readonly #site: SiteFiles;
  readonly #cache: IndexCache;
  readonly #known: KnownDocuments;

  constructor(site: SiteFiles, cache: IndexCache) {
    this.#site = site;
    this.#cache = cache;
    this.#known = new KnownDocuments(cache);
  }

  async make(documents: readonly DocumentEntry[]): Promise<LibraryShard[]> {
    const plans = cutShards(documents).map((own) => this.#plan(own));
    await this.#index(plans, this.#known.shards);
    // Some may have been told to be at hand, but are damaged or gone.
    await this.#index(plans, new Set());
    this.#known.keep();
    return plans.flatMap((plan) => this.#finish(plan));
  }

  #pageSum(document: DocumentEntry): string | undefined {
    return this.#site.pageHash?.(pageFile(this.#site.basePath, document.url));
  }

  #plan(documents: readonly DocumentEntry[]): ShardPlan {
    const plan: ShardPlan = { documents, id: undefined, shard: undefined, texts: undefined };
    const digests = documents.map((document) => this.#known.digestOf(this.#pageSum(document), document));
    if (digests.every((digest) => digest !== undefined)) this.#find(plan, digests);
    return plan;
  }

  /** Takes what the cache has of a shard with these documents. */
  #find(plan: ShardPlan, digests: readonly string[]): void {
    plan.id = identifyShard(digests);
    plan.shard = this.#cache.read<ShardWithoutTexts>('shard', plan.id);
    if (plan.shard) this.#note(plan.id, plan, digests);
  }

  #note(id: string, { documents }: ShardPlan, digests: readonly string[]): void {
    this.#known.noteShard(id);
    for (const [index, document] of documents.entries()) {
      this.#known.note(this.#pageSum(document), document, digests[index] ?? '');
    }
  }

  async #index(plans: readonly ShardPlan[], kept: ReadonlySet<string>): Promise<void> {
    const missing = plans.filter(({ shard }) => shard === undefined);
    const { outDir, basePath, alone = false } = this.#site;
    const tasks = missing.map(({ documents }) => ({ outDir, basePath, documents, kept }));
    await indexShards(
      tasks,
      (place, result) => {
        const plan = missing[place];
        if (!plan) return;
        if ('keptAs' in result) this.#find(plan, result.digests);
        else this.#take(plan, result);
      },
      alone,
    );
  }

  #take(plan: ShardPlan, { texts, ...shard }: IndexedShard): void {
    const digests = shard.fragments.map(({ digest }) => digest);
    plan.id = identifyShard(digests);
    plan.shard = shard;
    plan.texts = texts;
    this.#cache.write('shard', plan.id, shard);
    this.#cache.write('texts', plan.id, texts);
    this.#note(plan.id, plan, digests);
  }

  #finish({ documents, id = '', shard, texts }: ShardPlan): LibraryShard[] {
    if (!shard) return [];
    const readTexts = (): readonly string[] =>
      texts ??
      this.#cache.read<readonly string[]>('texts', id) ??
      shard.fragments.map(({ content }) => textOfFragment(content));
    const counter = new TermCounter(this.#cache, id, readTexts);
    return [{ ...shard, documents, countTerms: (terms) => counter.count(terms) }];
  }
}

/** Makes the shards of the documents, in order. Rejects with a SearchIndexError when a page is wrong. */
export async function readShards(
  site: SiteFiles,
  documents: readonly DocumentEntry[],
  cache: IndexCache,
): Promise<LibraryShard[]> {
  return await new ShardMaker(site, cache).make(documents);
}
