import { hash } from 'node:crypto';
import { buildLinkTable } from '../core/library.ts';
import { issueMoment } from '../core/moments.ts';
import type { LinkTable, Reference } from '../core/references.ts';
import { collectSeenCodes, seenCodesIn } from '../core/seen-codes.ts';
import { findTargets } from '../core/target-index.ts';
import type { ImageSize } from '../markdown/figures.ts';
import type { LinkContext } from '../markdown/link-references.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { LoadedContent, LoadedDocument, SourceText } from './content-fs.ts';
import { describeDocument } from './describe.ts';
import { imageSizes } from './image-sizes-fs.ts';
import { settleDocuments } from './settle-documents.ts';
import { digestSources } from './source-digest-fs.ts';

/** All but a document's own text that decides how it renders. */
export interface RenderSetting extends Pick<LinkContext, 'links' | 'codes'> {
  /** Agency codes that the texts themselves show; each document is rendered with those that it holds. */
  seen: ReadonlySet<string>;
  /** Digest of all but the documents: our own sources, the packages, the agency codes. */
  rendererDigest: string;
  /** Sizes of the pictures in the content folder, by their paths below it. */
  images: ReadonlyMap<string, ImageSize>;
}

/** What a document is rendered by: plain data, so that it can be handed to another thread. */
export interface RenderOrder {
  codes: readonly string[];
  citing: LinkContext['citing'];
  /** Sizes of the pictures that the document shows, by their addresses as they will stand in the page. */
  images: readonly (readonly [string, ImageSize])[];
  /** Digest of the text and of all of the setting that it depends on, but for what its links lead to. */
  sourceDigest: string;
}

/**
 * Reads the setting of the documents that are to be published; `dir` is the content folder, `root` the project's.
 * `seen` are the codes that these documents show, where they are known.
 */
export async function readSetting(
  { documents, agencies }: Pick<LoadedContent, 'documents' | 'agencies'>,
  { dir, base, root }: { dir: string; base: string; root: string },
  seen?: ReadonlySet<string>,
): Promise<RenderSetting> {
  const described = settleDocuments(
    documents.flatMap(({ source, id, data }) =>
      data ? describeDocument({ collection: source.collection, id }, data, base) : [],
    ),
  ).documents;
  const codes = agencies.entries.map((agency) => agency.code);
  return {
    codes,
    rendererDigest: digest([codes, await digestSources(root)]),
    seen: seen ?? seenCodesOf(documents),
    links: buildLinkTable(described, base),
    images: await imageSizes(dir),
  };
}

/** Agency codes that documents show, by which numbers in all of them are found. */
export function seenCodesOf(documents: readonly LoadedDocument[]): Set<string> {
  return collectSeenCodes(
    documents.map(({ source, data }) => ({ docNumber: data?.docNumber ?? null, text: source.body })),
  );
}

/** What one document, whose frontmatter keeps its schema, is rendered by; `known` is what needn't be found out again. */
export function renderOrder(
  { source }: Pick<LoadedDocument, 'source'>,
  data: DocumentData,
  setting: RenderSetting,
  known: { textDigest?: string | undefined; seen?: readonly string[] | undefined } = {},
): RenderOrder {
  const seen = known.seen ?? seenCodesIn(source.body, setting.seen);
  const images = [...imagesIn(source.body, setting)];
  return {
    codes: [...setting.codes, ...seen],
    citing: issueMoment(data),
    images,
    sourceDigest: digest([known.textDigest ?? digestText(source), setting.rendererDigest, seen, images]),
  };
}

/** Sizes of the pictures that a body shows, by their addresses as they will stand in the page. */
function imagesIn(body: string, { images, links }: RenderSetting): Map<string, ImageSize> {
  if (images.size === 0 || !body.includes('![')) return new Map();
  const found = [...images].filter(([file]) => body.includes(file) || body.includes(encodeURI(file)));
  return new Map(
    found.flatMap(([file, size]) =>
      [file, encodeURI(file)].map((written) => [links.base + written, size] as const),
    ),
  );
}

/** Covers what the links take from other documents, so that no stale link survives in an unchanged document. */
export function targetsDigest(references: readonly Reference[], links: LinkTable): string {
  const known = targetDigests.get(links) ?? new Map<string, string>();
  targetDigests.set(links, known);
  const digests = references.map((reference) => {
    const key = reference.canonical ?? `\n${reference.title}`;
    const targets = known.get(key) ?? digest(findTargets(links, reference));
    known.set(key, targets);
    return targets;
  });
  return digest([links.base, digests]);
}

/** What each citation leads to, as a digest: the same few documents are cited again and again. */
const targetDigests = new WeakMap<LinkTable, Map<string, string>>();

/** Digest of a document's collection, file and text: of all that is its own. */
export function digestText({ collection, file, text }: SourceText): string {
  return hash('sha256', `${collection}\n${file}\n${text}`, 'base64url');
}

/** Digest of a value by its JSON. */
export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url');
}
