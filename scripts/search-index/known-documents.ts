/**
 * What an earlier build indexed of each page, by the page's digest. Pages change more often than what is indexed of
 * them: all name their neighbours and the documents that cite them.
 */
import { hash } from 'node:crypto';
import type { DocumentEntry } from '../../src/search/record.ts';
import type { IndexCache } from './index-cache-fs.ts';

/** Tells a shard apart by the digests of its documents' files, which hold all that is indexed. */
export const identifyShard = (digests: readonly string[]): string => hash('sha256', digests.join('\n'));

interface Kept {
  /** Digests of documents' files, by what tells their pages apart. */
  readonly digests: ReadonlyMap<string, string>;
  /** The identities of the shards. */
  readonly shards: ReadonlySet<string>;
}

const keyOf = (pageSum: string, document: DocumentEntry): string =>
  hash('sha256', `${pageSum} ${JSON.stringify(document)}`, 'base64url');

export class KnownDocuments {
  readonly #cache: IndexCache;
  readonly #kept: Kept;
  readonly #digests = new Map<string, string>();
  readonly #shards = new Set<string>();

  constructor(cache: IndexCache) {
    this.#cache = cache;
    this.#kept = cache.read<Kept>('documents', '') ?? { digests: new Map(), shards: new Set() };
  }

  /** The shards of the last build, which the cache should have. */
  get shards(): ReadonlySet<string> {
    return this.#kept.shards;
  }

  /** The digest of a document's file, if its page was indexed before; `pageSum` is the page's own, where known. */
  digestOf(pageSum: string | undefined, document: DocumentEntry): string | undefined {
    return pageSum === undefined ? undefined : this.#kept.digests.get(keyOf(pageSum, document));
  }

  note(pageSum: string | undefined, document: DocumentEntry, digest: string): void {
    if (pageSum !== undefined) this.#digests.set(keyOf(pageSum, document), digest);
  }

  noteShard(id: string): void {
    this.#shards.add(id);
  }

  /** Keeps what was noted, and nothing else. */
  keep(): void {
    this.#cache.write('documents', '', { digests: this.#digests, shards: this.#shards } satisfies Kept);
  }
}
