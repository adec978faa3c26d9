import type { LinkTable } from '../core/references.ts';
import type { RenderedBody } from '../markdown/render.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { LoadedDocument } from './content-fs.ts';
import { digest, type RenderOrder, targetsDigest } from './render-setting.ts';

/** What is stored beside the HTML of a document, for the site's pages and for the next build. */
export interface StoredMetadata extends Omit<RenderedBody, 'html'> {
  sourceDigest: string;
  /** Covers what the links take from other documents, so that no stale link survives in an unchanged document. */
  targetsDigest: string;
}

/** A document as the site's pages get it; its HTML, or where that is kept. */
export interface StoredEntry<Html = string> {
  /** Without the collection, e.g. yijiaohanzi-2011-4. */
  id: string;
  data: Record<string, unknown>;
  digest: string;
  rendered: { html: Html; metadata: StoredMetadata };
}

/** The last part of a document's address. */
export function storedId({ id, source }: Pick<LoadedDocument, 'id' | 'source'>): string {
  return id.slice(source.collection.length + 1);
}

/** What is kept of a document that was rendered by an order. */
export function storedMetadata(
  { sourceDigest }: Pick<RenderOrder, 'sourceDigest'>,
  { clauses, references }: Omit<RenderedBody, 'html'>,
  links: LinkTable,
): StoredMetadata {
  return { sourceDigest, targetsDigest: targetsDigest(references, links), clauses, references };
}

/** Whether what was rendered before still holds: nothing of the document has changed and nothing that it links to. */
export function isCurrent(
  old: StoredMetadata | undefined,
  { sourceDigest }: Pick<RenderOrder, 'sourceDigest'>,
  links: LinkTable,
): old is StoredMetadata {
  return old?.sourceDigest === sourceDigest && old.targetsDigest === targetsDigest(old.references, links);
}

/** The frontmatter was judged by the collection's own schema when it was read: no second judging here. */
export function storedEntry<Html>(
  id: string,
  data: DocumentData,
  html: Html,
  metadata: StoredMetadata,
): StoredEntry<Html> {
  return {
    id,
    data: data as unknown as Record<string, unknown>,
    digest: digest([metadata.sourceDigest, metadata.targetsDigest]),
    rendered: { html, metadata: { ...metadata } },
  };
}

/** What is wrong with a document's frontmatter, in short. */
export function describeInvalid({ source, problems }: LoadedDocument): string {
  const lines = [
    ...source.syntaxProblems.map(({ line, message }) => `${source.file}:${line} ${message}`),
    ...problems.map(({ path: at, found, expected }) => {
      return `${source.file}:${source.lineOf(at)} 发现${found}，应为${expected}`;
    }),
  ];
  return `${lines.join('\n')}\n改法：运行 npm run check 查看每一处怎样改。`;
}

/** What is wrong with a document's body, in short; the line of the problem counts within the body. */
export function describeFault(
  { source }: Pick<LoadedDocument, 'source'>,
  problem: { line: number; message: string },
): string {
  const line = source.bodyLine + problem.line - 1;
  return `${source.file}:${line} 发现${problem.message}，应为合乎 MDX 写法的正文。改法：运行 npm run check 查看说明。`;
}
