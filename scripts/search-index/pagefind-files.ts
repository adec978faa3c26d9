/**
 * Writes an index in Pagefind's format, for Pagefind's engine to read. Pagefind's own indexer is not used: it takes
 * its words from pages, cuts the index into larger parts, and needs three times the memory for a large library.
 */
import { createHash } from 'node:crypto';
import { textForms } from '../../src/search/ambiguous.ts';
import { type FacetRow, packFacets, toFacetRow } from '../../src/search/facets.ts';
import { normalise } from '../../src/search/normalise.ts';
import { packParts, partName, type WrittenPart } from '../../src/search/parts.ts';
import { type Block, type Region, toFragment } from '../../src/search/record.ts';
import { unpackVariants } from '../../src/search/variants.ts';
import { mapAtMost } from './at-most.ts';
import { COMPRESS_AT_ONCE, compress } from './compress.ts';
import type { IndexedDocument } from './documents.ts';
import { type IndexPart, writeParts } from './index-parts.ts';
import type { PagefindRuntime } from './pagefind-runtime.ts';
import { Collection, type FieldTexts } from './postings.ts';

/** A file to write below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: Uint8Array;
}

function fieldTexts({ document, page }: IndexedDocument): FieldTexts {
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const textOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => textForms(block.text, variants));
  const inRegion = (region: Region): string[] =>
    textOf(page.blocks.filter((block) => block.region === region));
  return {
    any: textOf(page.blocks),
    number: [normalise(document.docNumber ?? '', variants)],
    title: inRegion('title'),
    heading: inRegion('heading'),
  };
}

// A query loads one to three parts, and the list of all of them once: parts the size of this root keep the sum small.
const SMALLEST_PART = 8_000;
const LARGEST_PART = 28_000;
const partBytes = (characters: number): number =>
  Math.min(LARGEST_PART, Math.max(SMALLEST_PART, 4 * Math.sqrt(characters)));

/** A file with the digest of its content before compression, whose bytes may differ from machine to machine. */
interface DigestedFile extends OutputFile {
  readonly digest: string;
}

const digestOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

async function compressFile(path: string, raw: Uint8Array): Promise<DigestedFile> {
  return { path, content: await compress(raw), digest: digestOf(raw) };
}

interface PartFile extends DigestedFile {
  readonly part: WrittenPart;
}

// What compressing leaves of a part, roughly.
const COMPRESSED = 0.5;

/** Compresses parts while the next ones are written. */
async function compressParts(parts: Iterable<IndexPart>): Promise<PartFile[]> {
  return await mapAtMost(COMPRESS_AT_ONCE, parts, async ({ from, to, large, content }, index) => {
    const kilobytes = large ? Math.ceil((content.length * COMPRESSED) / 1000) : undefined;
    const file = await compressFile(`index/${partName(index)}.pf_index`, content);
    return { ...file, part: { from, to, kilobytes } };
  });
}

/** Changes whenever anything in the files does: it is in the address of all of them, which may be cached for good. */
function folderName(files: readonly DigestedFile[]): string {
  return digestOf(files.map(({ path, digest }) => `${path} ${digest}\n`).join('')).slice(0, 12);
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Whoever else needs the documents' normalised text, block by block. */
export interface TextReader {
  add(indexed: IndexedDocument, texts: readonly string[]): void;
}

/**
 * The files of the index, below `pagefind/`. Documents come in order of their dates, the oldest first; `reader` is
 * given each of them too.
 */
export async function makeIndexFiles(
  documents: AsyncIterable<IndexedDocument>,
  runtime: Promise<PagefindRuntime>,
  reader?: TextReader,
): Promise<OutputFile[]> {
  const collection = new Collection();
  const rows: FacetRow[] = [];
  const fragments: Array<Promise<DigestedFile>> = [];
  for await (const indexed of documents) {
    const row = toFacetRow(rows.length, indexed.document);
    const texts = fieldTexts(indexed);
    collection.add(texts);
    reader?.add(indexed, texts.any);
    rows.push(row);
    fragments.push(writeFragment(row.id, indexed));
  }
  const parts = await compressParts(writeParts(collection, partBytes(collection.length)));
  const catalogue = json({ facets: packFacets(rows), parts: packParts(parts.map(({ part }) => part)) });
  const versioned = [
    ...(await Promise.all(fragments)),
    ...parts,
    { path: 'catalogue.json', content: catalogue, digest: digestOf(catalogue) },
  ];
  const folder = folderName(versioned);
  const { version, engine } = await runtime;
  return [
    ...versioned.map(({ path, content }) => ({ path: `pagefind/${folder}/${path}`, content })),
    { path: 'pagefind/pagefind-entry.json', content: json({ version, folder }) },
    { path: `pagefind/wasm.${version}.pagefind`, content: engine },
  ];
}

async function writeFragment(id: string, { document, page }: IndexedDocument): Promise<DigestedFile> {
  return await compressFile(`fragment/${id}.pf_fragment`, json(toFragment(document, page)));
}
