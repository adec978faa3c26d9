/** Drafts of the local editor, for trying out the editorial workflow without a host: kept while it runs, and no longer. */
import { createHash } from 'node:crypto';
import { contentPath, writablePath } from './content-paths.ts';
import { type FileToStore, type StoredMedia, storeFiles } from './local-store.ts';

/** Steps of Decap's workflow. */
export const DRAFT_STATUSES = ['draft', 'pending_review', 'pending_publish'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** A draft by the names that Decap gives it: a collection and the file's name without its ending. */
export interface DraftName {
  collection: string;
  slug: string;
}

/** No such draft. Decap asks before it opens a document, and takes the published one then. */
export class MissingDraft extends Error {
  override readonly name = 'MissingDraft';
}

interface Draft extends DraftName {
  status: DraftStatus;
  files: Map<string, { content: string | Uint8Array; isNew: boolean }>;
  /** ISO time of the last change. */
  updatedAt: string;
}

export class DraftBox {
  readonly #dir: string;
  readonly #now: () => Date;
  readonly #drafts = new Map<string, Draft>();

  constructor(dir: string, now: () => Date = () => new Date()) {
    this.#dir = dir;
    this.#now = now;
  }

  ids(): string[] {
    return [...this.#drafts.keys()];
  }

  /** Puts files into a draft, which is made if need be; a draft that is there keeps its status. */
  async save(name: DraftName, status: DraftStatus, files: readonly FileToStore[]): Promise<void> {
    const places = await Promise.all(files.map((file) => writablePath(this.#dir, file.path)));
    const id = idOf(name);
    const { collection, slug } = name;
    const draft = this.#drafts.get(id) ?? { collection, slug, status, files: new Map(), updatedAt: '' };
    for (const [index, { path, content }] of files.entries()) {
      draft.files.set(path, { content, isNew: places[index]?.exists === false });
    }
    draft.updatedAt = this.#now().toISOString();
    this.#drafts.set(id, draft);
  }

  /** What Decap's lists say of a draft. @throws MissingDraft */
  describe(id: string) {
    const { collection, slug, status, files, updatedAt } = this.#find(id);
    const diffs = [...files].map(([path, { isNew }]) => ({ id: path, path, newFile: isNew }));
    return { collection, slug, status, diffs, updatedAt };
  }

  /** @throws MissingDraft */
  setStatus(name: DraftName, status: DraftStatus): void {
    this.#find(idOf(name)).status = status;
  }

  /** The text of a document in a draft. @throws MissingDraft */
  text(name: DraftName, path: string): string {
    const { content } = this.#file(name, path);
    return typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  }

  /** An attachment in a draft. @throws MissingDraft */
  async media(name: DraftName, path: string): Promise<StoredMedia> {
    const { file } = await contentPath(this.#dir, path);
    const bytes = Buffer.from(this.#file(name, path).content);
    const id = createHash('sha256').update(bytes).digest('hex');
    const last = file.split('/').at(-1) ?? file;
    return { id, content: bytes.toString('base64'), encoding: 'base64', path, name: last };
  }

  /** Writes a draft into the content folder and forgets it; returns the files below that folder. @throws MissingDraft */
  async publish(name: DraftName): Promise<string[]> {
    const files = [...this.#find(idOf(name)).files].map(([path, { content }]) => ({ path, content }));
    const stored = await storeFiles(this.#dir, files);
    this.#drafts.delete(idOf(name));
    return stored;
  }

  /** @throws MissingDraft */
  remove(name: DraftName): void {
    this.#find(idOf(name));
    this.#drafts.delete(idOf(name));
  }

  #find(id: string): Draft {
    const draft = this.#drafts.get(id);
    if (!draft) throw new MissingDraft(`没有草稿 ${id}。`);
    return draft;
  }

  #file(name: DraftName, path: string) {
    const file = this.#find(idOf(name)).files.get(path);
    if (!file) throw new MissingDraft(`草稿里没有 ${path}。`);
    return file;
  }
}

function idOf({ collection, slug }: DraftName): string {
  return `${collection}/${slug}`;
}
