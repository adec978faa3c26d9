import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { normalizeBase } from '../core/base-path.ts';
import type { Collection } from '../core/collections.ts';
import { buildLinkTable } from '../core/library.ts';
import { issueMoment } from '../core/moments.ts';
import type { LinkTable, Reference } from '../core/references.ts';
import { collectSeenCodes, seenCodesIn } from '../core/seen-codes.ts';
import { findTargets } from '../core/target-index.ts';
import type { ImageSize } from '../markdown/figures.ts';
import type { LinkContext } from '../markdown/link-references.ts';
import { parseBody } from '../markdown/parse.ts';
import { type RenderedBody, renderBody } from '../markdown/render.ts';
import { type LoadedContent, type LoadedDocument, loadContent } from './content-fs.ts';
import { describeDocument } from './describe.ts';
import { withoutDrafts } from './drafts.ts';
import { imageSizes } from './image-sizes-fs.ts';
import { settleDocuments } from './settle-documents.ts';
import { digestSources } from './source-digest-fs.ts';

/** A content folder as read once, shared by the loaders of the three collections during one synchronisation. */
interface Snapshot extends LinkContext {
  content: LoadedContent;
  /** Agency codes that the texts themselves show; each document is rendered with those that it holds. */
  seen: ReadonlySet<string>;
  /** Digest of all but the documents that decides how one renders: our own sources, the packages, the agency codes. */
  rendererDigest: string;
  /** Sizes of the pictures in the content folder, by their paths below it. */
  images: ReadonlyMap<string, ImageSize>;
}

interface SharedSnapshot {
  snapshot: Promise<Snapshot>;
  /** Collections that have taken their documents from it; one that comes again wants a fresh reading. */
  served: Set<Collection>;
}

const shared = new Map<string, SharedSnapshot>();

/** A document that must not be published reached the loader; `npm run check` explains such documents at length. */
export class InvalidDocumentError extends Error {
  override readonly name = 'InvalidDocumentError';
}

/**
 * Astro loader of one collection of documents: MDX in syntax, data in nature. Each document is parsed and rendered
 * here once, over the shared pipeline; nothing of it is compiled or run. `dir` is the content folder.
 * A build leaves drafts out; in dev, where an editor looks at what he writes, they are there.
 * @throws InvalidDocumentError in a build, naming every invalid document; in dev they are logged and left out.
 */
export function documentLoader(collection: Collection, dir: string): Loader {
  return {
    name: `documents-${collection}`,
    load: async (context) => {
      const invalid = await sync(collection, dir, context);
      if (invalid.length > 0 && !context.watcher) throw new InvalidDocumentError(invalid.join('\n'));
      for (const problem of invalid) context.logger.error(problem);
      watch(collection, dir, context);
    },
  };
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
      snapshot: readSnapshot(content, dir, normalizeBase(config.base), fileURLToPath(config.root)),
      served: new Set(),
    };
    shared.set(dir, current);
  }
  current.served.add(collection);
  return current.snapshot;
}

async function readSnapshot(
  reading: Promise<LoadedContent>,
  dir: string,
  base: string,
  root: string,
): Promise<Snapshot> {
  const content = await reading;
  const described = settleDocuments(
    content.documents.flatMap(({ source, data }) => (data ? describeDocument(source, data, base) : [])),
  ).documents;
  const codes = content.agencies.entries.map((agency) => agency.code);
  const rendererDigest = digest([codes, await digestSources(root)]);
  const seen = collectSeenCodes(
    content.documents.map(({ source, data }) => ({ docNumber: data?.docNumber ?? null, text: source.body })),
  );
  return {
    ...{ content, codes, seen, rendererDigest },
    links: buildLinkTable(described, base),
    images: await imageSizes(dir),
  };
}

/** Stores a document, rendering it only if it or what it links to has changed. Returns what is wrong, if anything. */
function renderEntry(
  document: LoadedDocument,
  snapshot: Snapshot,
  context: LoaderContext,
): { id: string } | string {
  const { source, data } = document;
  if (!data) return describeInvalid(document);
  const id = document.id.slice(source.collection.length + 1);
  const seen = seenCodesIn(source.body, snapshot.seen);
  const images = imagesIn(source.body, snapshot);
  const sourceDigest = digest([source.text, snapshot.rendererDigest, seen, [...images]]);
  const old = context.store.get(id)?.rendered?.metadata as StoredMetadata | undefined;
  if (
    old?.sourceDigest === sourceDigest &&
    old.targetsDigest === targetsDigest(old.references, snapshot.links)
  ) {
    return { id };
  }
  const parsed = parseBody(source.body);
  if (!parsed.ok) {
    const line = source.bodyLine + parsed.problem.line - 1;
    return `${source.file}:${line} 发现${parsed.problem.message}，应为合乎 MDX 写法的正文。改法：运行 npm run check 查看说明。`;
  }
  const { html, clauses, references } = renderBody(parsed.tree, {
    links: snapshot.links,
    codes: [...snapshot.codes, ...seen],
    citing: issueMoment(data),
    sizeOf: (address) => images.get(address),
  });
  const metadata: StoredMetadata = {
    sourceDigest,
    targetsDigest: targetsDigest(references, snapshot.links),
    clauses,
    references,
  };
  // The frontmatter was judged by the collection's own schema when it was read: no second judging here.
  context.store.set({
    id,
    data: data as unknown as Record<string, unknown>,
    digest: digest([metadata.sourceDigest, metadata.targetsDigest]),
    rendered: { html, metadata: { ...metadata } },
  });
  return { id };
}

/** Sizes of the pictures that a body shows, by their addresses as they will stand in the page. */
function imagesIn(body: string, { images, links }: Snapshot): Map<string, ImageSize> {
  if (images.size === 0 || !body.includes('![')) return new Map();
  const found = [...images].filter(([file]) => body.includes(file) || body.includes(encodeURI(file)));
  return new Map(
    found.flatMap(([file, size]) =>
      [file, encodeURI(file)].map((written) => [links.base + written, size] as const),
    ),
  );
}

/** What is stored beside the HTML of a document, for the site's pages and for the next build. */
export interface StoredMetadata extends Omit<RenderedBody, 'html'> {
  sourceDigest: string;
  /** Covers what the links take from other documents, so that no stale link survives in an unchanged document. */
  targetsDigest: string;
}

function targetsDigest(references: readonly Reference[], links: LinkTable): string {
  const targets = references.map((reference) => findTargets(links, reference));
  return digest([links.base, targets]);
}

function describeInvalid({ source, problems }: LoadedDocument): string {
  const lines = [
    ...source.syntaxProblems.map(({ line, message }) => `${source.file}:${line} ${message}`),
    ...problems.map(({ path: at, found, expected }) => {
      return `${source.file}:${source.lineOf(at)} 发现${found}，应为${expected}`;
    }),
  ];
  return `${lines.join('\n')}\n改法：运行 npm run check 查看每一处怎样改。`;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
