/** Runs Pagefind's indexer over the documents' words and gives the files to publish. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { textForms } from '../../src/search/ambiguous.ts';
import { type FacetRow, packFacets, toFacetRow } from '../../src/search/facets.ts';
import { normalise } from '../../src/search/normalise.ts';
import { type Block, toFragment } from '../../src/search/record.ts';
import { EVERY_DOCUMENT, indexWords } from '../../src/search/tokenize.ts';
import { unpackVariants } from '../../src/search/variants.ts';
import { type IndexedDocument, SearchIndexError } from './documents.ts';

/** A file to write below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** What Pagefind is told about the language: one that it neither stems nor segments. */
const LANGUAGE = 'und';
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
// Every Pagefind file starts with this, before the JSON or CBOR.
const MAGIC = 'pagefind_dcd';
// Pagefind brings three user interfaces, a highlighter and a worker; our page uses none of them.
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\b/;

function wordsOf({ document, page }: IndexedDocument): string[] {
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const textOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => textForms(block.text, variants));
  return [
    EVERY_DOCUMENT,
    ...indexWords(textOf(page.blocks)),
    ...indexWords([normalise(document.docNumber ?? '', variants)], 'number'),
    ...indexWords(textOf(page.blocks.filter((block) => block.region === 'title')), 'title'),
    ...indexWords(textOf(page.blocks.filter((block) => block.region === 'heading')), 'heading'),
  ];
}

/**
 * What Pagefind takes for the address. It names a fragment after what it was given, not after what we put in its
 * place; with the digest in the address the name changes whenever the stored record does, and caches stay right.
 */
function versionedUrl(indexed: IndexedDocument): string {
  const digest = createHash('sha256').update(JSON.stringify(indexed)).digest('hex').slice(0, 16);
  return `${indexed.document.url}?${digest}`;
}

async function openIndex(): Promise<PagefindIndex> {
  const reason = await createIndex({ forceLanguage: LANGUAGE }).then(
    ({ index, errors }) => index ?? errors.join('；'),
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (typeof reason !== 'string') return reason;
  throw new SearchIndexError(
    `发现 Pagefind 启动不了（${reason}），应为可以运行的 Pagefind 程序。\n` +
      '改法：运行 npm ci 重新安装依赖（不要用 --omit=optional：Pagefind 的程序是可选依赖）。',
  );
}

async function addDocument(index: PagefindIndex, indexed: IndexedDocument, url: string): Promise<number> {
  const words = wordsOf(indexed);
  const { errors } = await index.addCustomRecord({ url, content: words.join(' '), language: LANGUAGE });
  if (errors.length === 0) return words.length;
  throw new SearchIndexError(`${indexed.document.id}：Pagefind 没有收下这份文件（${errors.join('；')}）。`);
}

/** A Pagefind file's JSON. */
function decodeJson(content: Uint8Array): { url: string } {
  return JSON.parse(gunzipSync(content).toString('utf8').slice(MAGIC.length));
}

const encodeJson = (value: unknown): Uint8Array => {
  const content = gzipSync(MAGIC + JSON.stringify(value), { level: 9 });
  // The byte that names the operating system would make two builds differ.
  content[9] = 255;
  return content;
};

interface Added {
  readonly indexed: IndexedDocument;
  readonly order: number;
  readonly words: number;
}

/** Puts the readable record in the place of the words, and collects the filter values by Pagefind's ids. */
function storeRecords(
  files: readonly OutputFile[],
  added: ReadonlyMap<string, Added>,
): [OutputFile[], FacetRow[]] {
  const rows: FacetRow[] = [];
  const stored = files.map((file) => {
    const id = FRAGMENT.exec(file.path)?.[1];
    if (id === undefined) return file;
    const entry = added.get(decodeJson(file.content).url);
    if (!entry) throw new Error(`fragment ${id} belongs to no document`);
    const { document, page } = entry.indexed;
    rows.push(toFacetRow(id, document, entry.order));
    return { path: file.path, content: encodeJson(toFragment(document, page, entry.words)) };
  });
  return [stored, rows.sort((a, b) => a.order - b.order)];
}

function facetFile(files: readonly OutputFile[], rows: readonly FacetRow[]): OutputFile[] {
  const meta = files
    .map((file) => /^pagefind\.(.+)\.pf_meta$/.exec(file.path)?.[1])
    .find((hash) => hash !== undefined);
  if (meta === undefined) return [];
  const table = JSON.stringify(packFacets(rows, `${LANGUAGE}_`));
  return [{ path: `search/facets.${meta}.json`, content: Buffer.from(table) }];
}

/** The files of the index, below `pagefind/` and `search/`. Documents come in order of their ids. */
export async function makeIndexFiles(documents: AsyncIterable<IndexedDocument>): Promise<OutputFile[]> {
  const index = await openIndex();
  try {
    const added = new Map<string, Added>();
    for await (const indexed of documents) {
      const url = versionedUrl(indexed);
      const words = await addDocument(index, indexed, url);
      added.set(url, { indexed, order: added.size, words });
    }
    const { files, errors } = await index.getFiles();
    if (errors.length > 0) throw new SearchIndexError(`Pagefind 没有建成索引（${errors.join('；')}）。`);
    const kept = files.filter((file) => !UNUSED.test(file.path));
    const [stored, rows] = storeRecords(kept, added);
    const inFolder = stored.map((file) => ({ ...file, path: `pagefind/${file.path}` }));
    return [...inFolder, ...facetFile(stored, rows)];
  } finally {
    await close();
  }
}
