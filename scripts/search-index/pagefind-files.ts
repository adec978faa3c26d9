/**
 * Writes the files of an index for Pagefind's engine to search. Pagefind's own indexer is not used: it takes its words
 * from pages, cuts the index into larger parts, and needs three times the memory for a large library.
 */
import { hash } from 'node:crypto';
import { packFacets, toFacetRow } from '../../src/search/facets.ts';
import { packParts, partName } from '../../src/search/parts.ts';
import { writeParts } from './index-parts.ts';
import type { LibraryShard } from './library-shards.ts';
import type { PagefindRuntime } from './pagefind-runtime.ts';

/** A file to write below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: Uint8Array;
}

// Bytes. A query loads one to three parts, and the list of all of them once: parts the size of this root keep the sum
// small.
const SMALLEST_PART = 4_000;
const LARGEST_PART = 14_000;
export const partBytes = (characters: number): number =>
  Math.min(LARGEST_PART, Math.max(SMALLEST_PART, 2 * Math.sqrt(characters)));

/** A file with the digest of its content before compression, whose bytes may differ from machine to machine. */
interface DigestedFile extends OutputFile {
  readonly digest: string;
}

const digested = (path: string, content: Uint8Array): DigestedFile => ({
  path,
  content,
  digest: hash('sha256', content),
});

/** Changes whenever anything in the files does: it is in the address of all of them, which may be cached for good. */
function folderName(files: readonly DigestedFile[]): string {
  return hash('sha256', files.map(({ path, digest }) => `${path} ${digest}\n`).join('')).slice(0, 12);
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

function charactersOf(shards: readonly LibraryShard[]): number {
  let sum = 0;
  for (const { index } of shards) for (const length of index.lengths) sum += length;
  return sum;
}

/**
 * The files of the index, below `pagefind/`. The shards and their documents come in order of the documents' dates, the
 * oldest first.
 */
export function makeIndexFiles(shards: readonly LibraryShard[], runtime: PagefindRuntime): OutputFile[] {
  const rows = shards
    .flatMap(({ documents }) => documents)
    .map((document, order) => toFacetRow(order, document));
  const fragments = shards
    .flatMap((shard) => shard.fragments)
    .map(
      ({ content, digest }, order): DigestedFile => ({
        path: `fragment/${rows[order]?.id}.pf_fragment`,
        content,
        digest,
      }),
    );
  const parts = [
    ...writeParts(
      shards.map(({ index }) => index),
      partBytes(charactersOf(shards)),
    ),
  ];
  const catalogue = json({
    facets: packFacets(rows),
    parts: packParts(
      parts.map(({ from, to, large, content }) => ({
        from,
        to,
        kilobytes: large ? Math.ceil(content.length / 1000) : undefined,
      })),
    ),
    shards: shards.map(({ documents }) => documents.length),
  });
  const versioned = [
    ...fragments,
    ...parts.map(({ content }, index) => digested(`index/${partName(index)}.pf_index`, content)),
    digested('catalogue.json', catalogue),
  ];
  const folder = folderName(versioned);
  const { version, engine } = runtime;
  return [
    ...versioned.map(({ path, content }) => ({ path: `pagefind/${folder}/${path}`, content })),
    { path: 'pagefind/pagefind-entry.json', content: json({ version, folder }) },
    { path: `pagefind/wasm.${version}.pagefind`, content: engine },
  ];
}
