/** Reads and renders the documents of the content folder for Astro's collections, and follows the editor who changes them. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { normalizeBase } from '../core/base-path.ts';
import type { Collection } from '../core/collections.ts';
import { parseBody } from '../markdown/parse.ts';
import { renderBody } from '../markdown/render.ts';
import { type LoadedContent, type LoadedDocument, loadContent } from './content-fs.ts';
import { withoutDrafts } from './drafts.ts';
import { type RenderSetting, readSetting, renderOrder } from './render-setting.ts';
import {
  describeFault,
  describeInvalid,
  isCurrent,
  type StoredMetadata,
  storedEntry,
  storedId,
  storedMetadata,
} from './stored-entry.ts';

/** A content folder as read once, shared by the loaders of the three collections during one synchronisation. */
interface Snapshot {
  content: LoadedContent;
  setting: RenderSetting;
}

interface SharedSnapshot {
  snapshot: Promise<Snapshot>;
  /** Collections that have taken their documents from it; one that comes again wants a fresh reading. */
  served: Set<Collection>;
}

const shared = new Map<string, SharedSnapshot>();

/**
 * Brings the store of a collection in line with the content folder `dir`, and in dev keeps it so.
 * Returns what is wrong with the documents that were left out.
 */
export async function followDocuments(
  collection: Collection,
  dir: string,
  context: LoaderContext,
): Promise<string[]> {
  const invalid = await sync(collection, dir, context);
  watch(collection, dir, context);
  return invalid;
}

/** How long the disk must be quiet before a change is taken, in milliseconds: editors write in several steps. */
const QUIET = 60;

/** In dev, keeps the store in line with the disk, one reading after the other. */
function watch(collection: Collection, dir: string, context: LoaderContext): void {
  const { watcher, logger } = context;
  if (!watcher) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue = Promise.resolve();
  const take = async (): Promise<void> => {
    try {
      for (const problem of await sync(collection, dir, context)) logger.error(problem);
    } catch (error) {
      // The folder may be gone for a moment, as while a branch is switched; the next change reads it again.
      logger.error(error instanceof Error ? error.message : String(error));
    }
  };
  watcher.add(dir);
  watcher.on('all', (_event, file) => {
    if (!path.resolve(file).startsWith(path.resolve(dir) + path.sep)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      queue = queue.then(take);
    }, QUIET);
  });
}

/** Brings the store in line with the disk; returns what is wrong with the documents that were left out. */
async function sync(collection: Collection, dir: string, context: LoaderContext): Promise<string[]> {
  const snapshot = await takeSnapshot(collection, dir, context);
  const invalid = snapshot.content.unreadable
    .filter(({ file }) => `${file}/`.startsWith(`${collection}/`))
    .map(({ file, reason, fix }) => `发现 ${file} 读不了：${reason}，应为读得出的文件。改法：${fix}。`);
  const kept = new Set<string>();
  for (const document of snapshot.content.documents) {
    if (document.source.collection !== collection) continue;
    const entry = renderEntry(document, snapshot, context);
    if (typeof entry === 'string') invalid.push(entry);
    else kept.add(entry.id);
  }
  for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
  return invalid;
}

function takeSnapshot(
  collection: Collection,
  dir: string,
  { config, watcher }: LoaderContext,
): Promise<Snapshot> {
  let current = shared.get(dir);
  if (!current || current.served.has(collection)) {
    const content = loadContent(dir).then(watcher ? (whole) => whole : withoutDrafts);
    current = {
      snapshot: readSnapshot(content, {
        dir,
        base: normalizeBase(config.base),
        root: fileURLToPath(config.root),
      }),
      served: new Set(),
    };
    shared.set(dir, current);
  }
  current.served.add(collection);
  return current.snapshot;
}

async function readSnapshot(
  reading: Promise<LoadedContent>,
  where: { dir: string; base: string; root: string },
): Promise<Snapshot> {
  const content = await reading;
  return { content, setting: await readSetting(content, where) };
}

/** Stores a document, rendering it only if it or what it links to has changed. Returns what is wrong, if anything. */
function renderEntry(
  document: LoadedDocument,
  { setting }: Snapshot,
  context: LoaderContext,
): { id: string } | string {
  const { source, data } = document;
  if (!data) return describeInvalid(document);
  const { links } = setting;
  const id = storedId(document);
  const order = renderOrder(document, data, setting);
  const old = context.store.get(id)?.rendered?.metadata as StoredMetadata | undefined;
  if (isCurrent(old, order, links)) return { id };
  const parsed = parseBody(source.body);
  if (!parsed.ok) return describeFault(document, parsed.problem);
  const sizes = new Map(order.images);
  const { html, ...found } = renderBody(parsed.tree, {
    links,
    codes: order.codes,
    citing: order.citing,
    sizeOf: (address) => sizes.get(address),
  });
  const { rendered, ...entry } = storedEntry(id, data, html, storedMetadata(order, found, links));
  context.store.set({ ...entry, rendered: { html, metadata: { ...rendered.metadata } } });
  return { id };
}
