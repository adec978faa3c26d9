/** Makes all that a shard of the library gives to the search: from its pages alone, so that it can be kept. */
import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
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
import { unpackVariants, type Variants } from '../../src/search/variants.ts';
import { readTerms, type ShardTerms } from '../search-terms/shard-terms.ts';
import { compress, decompress } from './compress.ts';
import { type IndexedDocument, readDocument } from './documents.ts';
import { identifyShard } from './known-documents.ts';
import { LibraryVariants } from './library-variants.ts';
import { normaliseText } from './normalise-text.ts';
import { VARIANTS } from './variants-table.ts';
import { type FieldTexts, indexShard, type ShardIndex } from './word-lists.ts';

/** Which documents to index. */
export interface ShardTask {
  /** The built site. */
  readonly outDir: string;
  readonly basePath: string;
  readonly documents: readonly DocumentEntry[];
  /** Shards that need not be made, by `identifyShard`. */
  readonly kept?: ReadonlySet<string>;
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

/** A shard that is at hand. */
export interface KeptShard {
  readonly keptAs: string;
  /** Of its documents' files. */
  readonly digests: readonly string[];
}

/** As `textForms` gives them; hardly any document has variants. */
const formsOf = (text: string, variants: Variants | undefined): string[] =>
  variants ? textForms(text, variants) : [normaliseText(text)];

function fieldTexts({ document, page }: IndexedDocument): FieldTexts {
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const forms = page.blocks.map((block) => formsOf(block.text, variants));
  const inRegion = (region: Region): string[] =>
    page.blocks.flatMap((block: Block, at) => (block.region === region ? (forms[at] ?? []) : []));
  return {
    any: forms.flat(),
    number: [normalise(document.docNumber ?? '', variants)],
    title: inRegion('title'),
    heading: inRegion('heading'),
  };
}

/** A document's file before compression. */
interface FragmentText {
  readonly json: Buffer;
  readonly digest: string;
}

function fragmentText({ document, page }: IndexedDocument): FragmentText {
  const json = Buffer.from(JSON.stringify(toFragment(document, page)));
  return { json, digest: hash('sha256', json) };
}

/** The normalised text of a document, blocks parted by line breaks, out of its file. */
export function textOfFragment(content: Uint8Array): string {
  const fragment: Fragment = JSON.parse(Buffer.from(decompress(content)).toString('utf8'));
  const page = fromFragment(fragment);
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  return page.blocks.flatMap(({ text }) => formsOf(text, variants)).join('\n');
}

function addVariants(indexed: IndexedDocument, library: LibraryVariants): IndexedDocument {
  const { document, page } = indexed;
  const texts = page.blocks.map((block) => block.text);
  const variants = library.add([...texts, document.title, document.docNumber ?? '']);
  return variants ? { document, page: { ...page, variants } } : indexed;
}

/**
 * Reads the documents' pages and indexes them, unless that gives a shard which is at hand. Throws a SearchIndexError
 * when a page is wrong.
 */
export async function indexDocuments({
  outDir,
  basePath,
  documents,
  kept,
}: ShardTask): Promise<IndexedShard | KeptShard> {
  const library = new LibraryVariants(VARIANTS);
  const indexed: IndexedDocument[] = [];
  for (const document of documents) {
    indexed.push(addVariants(readDocument(outDir, basePath, document), library));
    // What else is under way in this thread goes on meanwhile.
    await nextTurn();
  }
  const fragments = indexed.map(fragmentText);
  const digests = fragments.map(({ digest }) => digest);
  const id = identifyShard(digests);
  if (kept?.has(id)) return { keptAs: id, digests };
  const fields = indexed.map(fieldTexts);
  const texts = fields.map(({ any }) => any.join('\n'));
  return {
    index: indexShard(fields),
    fragments: fragments.map(({ json, digest }) => ({ content: compress(json), digest })),
    terms: readTerms(indexed, texts),
    units: library.units(),
    texts,
  };
}
