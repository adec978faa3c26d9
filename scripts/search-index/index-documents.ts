/** Makes all that a shard of the library gives to the search: from its pages alone, so that it can be kept. */
import { hash } from 'node:crypto';
import { textForms } from '../../src/search/ambiguous.ts';
import { normalise } from '../../src/search/normalise.ts';
import {
  type Block,
  type DocumentEntry,
  type Fragment,
  fromFragment,
  type Region,
  toFragment,
} from '../../src/search/record.ts';
import { unpackVariants } from '../../src/search/variants.ts';
import { readTerms, type ShardTerms } from '../search-terms/shard-terms.ts';
import { compress, decompress } from './compress.ts';
import { type IndexedDocument, readDocument } from './documents.ts';
import { LibraryVariants } from './library-variants.ts';
import { VARIANTS } from './variants-table.ts';
import { type FieldTexts, indexShard, type ShardIndex } from './word-lists.ts';

/** Which documents to index. */
export interface ShardTask {
  /** The built site. */
  readonly outDir: string;
  readonly basePath: string;
  readonly documents: readonly DocumentEntry[];
}

/** A document's file with the digest of its content before compression, whose bytes may differ from machine to machine. */
export interface FragmentFile {
  readonly content: Uint8Array;
  readonly digest: string;
}

/** What a shard gives. */
export interface IndexedShard {
  readonly index: ShardIndex;
  readonly fragments: readonly FragmentFile[];
  readonly terms: ShardTerms;
  /** The UTF-16 units that stand in its documents. */
  readonly units: Uint16Array;
  /** Normalised text of each document, blocks parted by line breaks. */
  readonly texts: readonly string[];
}

function fieldTexts({ document, page }: IndexedDocument): FieldTexts {
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const forms = page.blocks.map((block) => textForms(block.text, variants));
  const inRegion = (region: Region): string[] =>
    page.blocks.flatMap((block: Block, at) => (block.region === region ? (forms[at] ?? []) : []));
  return {
    any: forms.flat(),
    number: [normalise(document.docNumber ?? '', variants)],
    title: inRegion('title'),
    heading: inRegion('heading'),
  };
}

function makeFragment({ document, page }: IndexedDocument): FragmentFile {
  const json = Buffer.from(JSON.stringify(toFragment(document, page)));
  return { content: compress(json), digest: hash('sha256', json) };
}

/** The normalised text of a document, blocks parted by line breaks, out of its file. */
export function textOfFragment(content: Uint8Array): string {
  const fragment: Fragment = JSON.parse(Buffer.from(decompress(content)).toString('utf8'));
  const page = fromFragment(fragment);
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  return page.blocks.flatMap(({ text }) => textForms(text, variants)).join('\n');
}

function addVariants(indexed: IndexedDocument, library: LibraryVariants): IndexedDocument {
  const { document, page } = indexed;
  const texts = page.blocks.map((block) => block.text);
  const variants = library.add([...texts, document.title, document.docNumber ?? '']);
  return variants ? { document, page: { ...page, variants } } : indexed;
}

/** Reads the documents' pages and indexes them. Throws a SearchIndexError when a page is wrong. */
export async function indexDocuments({ outDir, basePath, documents }: ShardTask): Promise<IndexedShard> {
  const library = new LibraryVariants(VARIANTS);
  const indexed: IndexedDocument[] = [];
  for (const document of documents) {
    indexed.push(addVariants(await readDocument(outDir, basePath, document), library));
  }
  const fields = indexed.map(fieldTexts);
  const texts = fields.map(({ any }) => any.join('\n'));
  return {
    index: indexShard(fields),
    fragments: indexed.map(makeFragment),
    terms: readTerms(indexed, texts),
    units: library.units(),
    texts,
  };
}
