import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuiltSite, filesOfPage, readReferences } from './page-files.ts';

export type PartKind = 'html' | 'css' | 'js' | 'other';

/** A file that a page loads; sizes in bytes. */
export interface PagePart {
  /** Path below the site's folder. */
  readonly file: string;
  readonly kind: PartKind;
  readonly raw: number;
  /** As sent: `gzip -9`, or as it lies where servers don't compress. */
  readonly gzip: number;
}

/** What an empty cache loads for a page; sums are gzipped bytes. */
export interface PageWeight {
  readonly page: string;
  /** Largest first. */
  readonly parts: readonly PagePart[];
  readonly html: number;
  readonly css: number;
  /** Files of scripts. */
  readonly js: number;
  /** Scripts wherever they stand: the files, and those in the page itself, which `html` holds too. */
  readonly scripts: number;
  /** HTML, stylesheets and files of scripts: what the budgets are about. The icon and pictures are not in it. */
  readonly total: number;
}

/** What servers send compressed. */
export const COMPRESSED = /\.(?:html|css|m?js|json|svg|txt|xml)$/;
const KINDS: ReadonlyArray<readonly [RegExp, PartKind]> = [
  [/\.html$/, 'html'],
  [/\.css$/, 'css'],
  [/\.m?js$/, 'js'],
];

/**
 * Bytes after `gzip -9` as Node does it. Its zlib passes over repeats of three bytes, which one Chinese character is, so
 * that the HTML comes out two or three per cent larger than from the zlib of most servers: limits err on the safe side.
 */
export const gzipSize = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length;

/** Weighs a page of a built site, such as plans/a/index.html, with everything that it loads at once. */
export async function weighPage(site: BuiltSite, page: string): Promise<PageWeight> {
  const files = [page, ...(await filesOfPage(site, page))];
  const parts = await Promise.all(files.map((file) => weighFile(site.dir, file)));
  parts.sort((a, b) => b.gzip - a.gzip);
  const { inline } = readReferences(await readFile(path.join(site.dir, page), 'utf8'));
  const code = inline.map((script) => script.code).join('\n');
  const [html, css, js] = [sumOf(parts, 'html'), sumOf(parts, 'css'), sumOf(parts, 'js')];
  const scripts = js + (code === '' ? 0 : gzipSize(code));
  return { page, parts, html, css, js, scripts, total: html + css + js };
}

function sumOf(parts: readonly PagePart[], kind: PartKind): number {
  return parts.reduce((sum, part) => (part.kind === kind ? sum + part.gzip : sum), 0);
}

async function weighFile(dir: string, file: string): Promise<PagePart> {
  const content = await readFile(path.join(dir, file));
  const kind = KINDS.find(([ending]) => ending.test(file))?.[1] ?? 'other';
  return {
    file,
    kind,
    raw: content.length,
    gzip: COMPRESSED.test(file) ? gzipSize(content) : content.length,
  };
}
