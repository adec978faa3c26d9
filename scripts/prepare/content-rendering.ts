import { COLLECTIONS, type Collection } from '../../src/core/collections.ts';
import type { LinkTable } from '../../src/core/references.ts';
import type { LoadedDocument, LoadedRegisters } from '../../src/load/content-fs.ts';
import { withoutDrafts } from '../../src/load/drafts.ts';
import {
  type RenderOrder,
  type RenderSetting,
  readSetting,
  renderOrder,
} from '../../src/load/render-setting.ts';
import {
  describeFault,
  describeInvalid,
  isCurrent,
  type StoredEntry,
  type StoredMetadata,
  storedEntry,
  storedId,
  storedMetadata,
} from '../../src/load/stored-entry.ts';
import type { BodyAnswer } from '../check/examine-document.ts';
import type { Rendering } from '../check/examine-documents.ts';
import { BodiesFile, type HtmlPlace } from './bodies-file-fs.ts';

/** Where what is rendered comes from and goes to. */
export interface RenderingFolders {
  /** The content folder. */
  dir: string;
  /** Base path of the site, with a slash at each end. */
  base: string;
  /** The project's folder. */
  root: string;
  bodiesFile: string;
  cacheDir: string | undefined;
}

/** Renders the published documents of a content folder, but for those that the cache has and that still hold. */
export class ContentRendering implements Rendering {
  readonly #folders: RenderingFolders;
  readonly #bodies: BodiesFile;
  #setting: RenderSetting | undefined;
  #documents: readonly LoadedDocument[] = [];
  #hasDrafts = false;
  readonly #published = new Set<LoadedDocument>();
  readonly #faults = new Map<string, string>();

  constructor(folders: RenderingFolders) {
    const { bodiesFile, cacheDir, dir, base } = folders;
    this.#folders = folders;
    this.#bodies = new BodiesFile(bodiesFile, cacheDir, [dir, base]);
  }

  async begin(
    documents: readonly LoadedDocument[],
    registers: LoadedRegisters,
    seen: ReadonlySet<string>,
  ): Promise<LinkTable> {
    this.#documents = withoutDrafts({ documents }).documents;
    // The site knows nothing of its drafts, nor of the codes that these show.
    this.#hasDrafts = this.#documents.length < documents.length;
    for (const document of this.#documents) this.#published.add(document);
    const [setting] = await Promise.all([
      readSetting(
        { documents: [...this.#documents], agencies: registers.agencies },
        this.#folders,
        this.#hasDrafts ? undefined : seen,
      ),
      this.#bodies.open(),
    ]);
    this.#setting = setting;
    return setting.links;
  }

  orderOf(
    document: LoadedDocument,
    { textDigest, seen }: { textDigest: string; seen: readonly string[] },
  ): RenderOrder | undefined {
    const { data, source } = document;
    if (!this.#setting || !this.#published.has(document)) return undefined;
    if (!data) {
      this.#faults.set(source.file, describeInvalid(document));
      return undefined;
    }
    const order = renderOrder(document, data, this.#setting, {
      textDigest,
      seen: this.#hasDrafts ? undefined : seen,
    });
    if (!isCurrent(this.#bodies.old(source.file), order, this.#setting.links)) return order;
    this.#bodies.keep(source.file);
    return undefined;
  }

  async take(
    document: LoadedDocument,
    order: RenderOrder,
    rendered: NonNullable<BodyAnswer['rendered']>,
  ): Promise<void> {
    const { file } = document.source;
    if (!this.#setting) return;
    if ('message' in rendered) this.#faults.set(file, describeFault(document, rendered));
    else {
      const { html, ...found } = rendered;
      await this.#bodies.add(file, html, storedMetadata(order, found, this.#setting.links));
    }
  }

  /** Completes the file of all HTML. Returns the documents with their places in it, and what can't be rendered. */
  async finish(): Promise<{
    entries: Map<Collection, StoredEntry<HtmlPlace>[]>;
    invalid: string[];
  }> {
    const bodies = await this.#bodies.finish();
    const entries = new Map(
      COLLECTIONS.map((collection) => [collection, new Map<string, StoredEntry<HtmlPlace>>()] as const),
    );
    for (const document of this.#documents) {
      const { source, data } = document;
      const body = bodies.get(source.file);
      const id = storedId(document);
      // Of two documents of one id, which the check refuses, the later one counts, as in any store.
      if (data && body)
        entries.get(source.collection)?.set(id, storedEntry(id, data, placeOf(body), metadataOf(body)));
    }
    return {
      entries: new Map([...entries].map(([collection, byId]) => [collection, [...byId.values()]])),
      invalid: this.#documents.flatMap(({ source }) => this.#faults.get(source.file) ?? []),
    };
  }

  /** Lets go of files. */
  async close(): Promise<void> {
    await this.#bodies.close();
  }
}

function placeOf({ offset, length }: HtmlPlace): HtmlPlace {
  return { offset, length };
}

function metadataOf({ offset: _offset, length: _length, ...metadata }: HtmlPlace & StoredMetadata) {
  return metadata;
}
