import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fieldsOf } from '../../src/changes/field-values.ts';
import { paragraphsOf, rawParagraphs } from '../../src/changes/paragraphs.ts';
import type {
  Paragraph,
  Side,
  SideDocument,
  SideDraft,
  SideFile,
  SideRegister,
} from '../../src/changes/side.ts';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { comparisonPages, formerComparisons } from '../../src/core/comparison-pages.ts';
import { documentId } from '../../src/core/document-id.ts';
import { formerAddresses } from '../../src/core/former-addresses.ts';
import { buildLibrary, buildLinkTable, type Library, type LibraryDocument } from '../../src/core/library.ts';
import { findMentions, type Mention } from '../../src/core/mentions.ts';
import { issueMoment } from '../../src/core/moments.ts';
import type { Reference } from '../../src/core/references.ts';
import { collectSeenCodes, editorialCodes, seenCodesIn } from '../../src/core/seen-codes.ts';
import { claimedTargets } from '../../src/lint/claims.ts';
import { siteAddresses } from '../../src/lint/site-addresses.ts';
import { type LoadedContent, type LoadedDocument, readContent } from '../../src/load/content-fs.ts';
import { describeDocument, editorialText } from '../../src/load/describe.ts';
import { withoutDrafts } from '../../src/load/drafts.ts';
import { settleDocuments } from '../../src/load/settle-documents.ts';
import { parseBody } from '../../src/markdown/parse.ts';
import { renderBody } from '../../src/markdown/render.ts';
import { DOCUMENT_SCHEMAS } from '../../src/schema/documents.ts';
import { isDraft } from '../../src/schema/draft.ts';
import { addressSchema, agencySchema, exceptionSchema, topicSchema } from '../../src/schema/registers.ts';
import { checkContent } from '../check-content.ts';
import { derivedParts } from './derived-parts.ts';
import { sideCitations } from './side-citations.ts';

/** The library as it is known before anything is rendered, and the references in each text. */
interface ReadLibrary {
  content: LoadedContent;
  library: Library;
  mentions: Mention[];
  /** Paragraphs of each document whose body can be parsed. */
  paragraphs: ReadonlyMap<LoadedDocument, Paragraph[]>;
}

/** Reads a content folder as the site would be made of it, with what the check says of it. */
export async function readSide(dir: string, files: readonly SideFile[]): Promise<Side> {
  const all = await readContent(dir);
  const content = withoutDrafts(all);
  const read = readLibrary(content);
  const { library } = read;
  const byId = new Map(library.documents.map((document) => [document.id, document]));
  const redirects = redirectsOf(content, library.documents);
  const pages = siteAddresses({
    documents: library.documents,
    claimed: claimedTargets(content),
    topics: content.topics.entries,
    namedNumbers: namedNumbers(read),
    helpPages: await pagesIn(path.join(dir, 'help')),
    ruleIds: await pagesIn(path.join(dir, 'rules')),
  });
  return {
    documents: [
      ...content.documents.map((document) =>
        sideDocument(document, byId.get(document.id), read.paragraphs.get(document)),
      ),
      ...content.unreadable.map(unreadableDocument),
    ],
    drafts: all.documents.filter(isDraft).map(sideDraft),
    citations: sideCitations(library),
    pages: new Set([...pages, ...redirects.keys()]),
    redirects,
    derived: derivedParts(
      library,
      content.topics.entries,
      new Map(content.documents.map(({ id, source }) => [id, source.body])),
    ),
    files,
    registers: registersOf(content),
    issues: (await checkContent(dir)).issues,
  };
}

/** As `src/site/library.ts` joins it, from the same parts. */
function readLibrary(content: LoadedContent): ReadLibrary {
  const { documents } = settleDocuments(
    content.documents.flatMap(({ source, id, data }) =>
      data ? describeDocument({ collection: source.collection, id }, data, '/') : [],
    ),
  );
  const registered = content.agencies.entries.map(({ code }) => code);
  const links = buildLinkTable(documents, '/');
  const seen = collectSeenCodes(
    content.documents.map(({ source, data }) => ({
      docNumber: data?.docNumber ?? null,
      text: source.body,
    })),
  );
  const references = new Map<string, readonly Reference[]>();
  const codes = editorialCodes(registered, documents);
  const mentions: Mention[] = [];
  const paragraphs = new Map<LoadedDocument, Paragraph[]>();
  for (const document of content.documents) {
    const { source, data, id } = document;
    if (data) mentions.push(...findMentions(id, editorialText(data), codes));
    const parsed = parseBody(source.body);
    if (!parsed.ok) continue;
    // Before it is rendered, which uses the tree up.
    paragraphs.set(document, paragraphsOf(parsed.tree));
    if (!data) continue;
    const own = [...registered, ...seenCodesIn(source.body, seen)];
    references.set(id, renderBody(parsed.tree, { links, codes: own, citing: issueMoment(data) }).references);
  }
  return { content, library: buildLibrary(documents, references), mentions, paragraphs };
}

function namedNumbers({ library, mentions }: ReadLibrary): string[] {
  return [...library.citations, ...mentions].flatMap(({ canonical }) => canonical ?? []);
}

/** Names of the pages of the site's own help, where the folder has it. */
async function pagesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.mdx')).map((name) => name.replace(/\.mdx$/, ''));
}

/** Paths that lead on: former ids with what lies below them, and the redirects of addresses.yml. */
function redirectsOf(content: LoadedContent, documents: readonly LibraryDocument[]): Map<string, string> {
  const former = formerAddresses(documents);
  return new Map([
    ...content.addresses.entries.flatMap(({ path: from, to }) =>
      to === undefined ? [] : [[from, to] as const],
    ),
    ...formerComparisons(former, comparisonPages(documents)).map(
      ({ path: from, page, document }) =>
        [`/${from}/`, page ? `/${page.id}/${page.kind}/` : `/${document.id}/`] as const,
    ),
    ...[...former].map(([id, document]) => [`/${id}/`, `/${document.id}/`] as const),
  ]);
}

function sideDocument(
  { source, id, data }: LoadedDocument,
  settled: LibraryDocument | undefined,
  paragraphs: Paragraph[] | undefined,
): SideDocument {
  const body = source.body.replaceAll('\r\n', '\n');
  const since = settled?.statusSince ?? settled?.statusYear;
  return {
    ...{ id, collection: source.collection, file: source.file, body },
    title: titleOf(source),
    docNumber: data?.docNumber ?? null,
    aliases: data?.aliases ?? [],
    readable: data !== undefined && paragraphs !== undefined,
    fields: fieldsOf(DOCUMENT_SCHEMAS[source.collection], source.frontmatter),
    paragraphs: paragraphs ?? rawParagraphs(body),
    status: settled
      ? { name: settled.status, words: since ? `${settled.status}（${since} 起）` : settled.status }
      : null,
  };
}

function sideDraft({ source }: LoadedDocument): SideDraft {
  return { file: source.file, title: titleOf(source), text: source.text.replaceAll('\r\n', '\n') };
}

/** As typed; a document without one goes by its file. */
function titleOf({ frontmatter, file }: LoadedDocument['source']): string {
  const typed: unknown =
    frontmatter !== null && typeof frontmatter === 'object' && 'title' in frontmatter
      ? frontmatter.title
      : undefined;
  return typeof typed === 'string' ? typed : file;
}

/** A file that is no text yet stands for its document, lest that seem to have vanished. */
function unreadableDocument({ file }: { file: string }): SideDocument {
  const collection = COLLECTIONS.find((name) => file.startsWith(`${name}/`)) ?? 'policies';
  return {
    ...{ id: documentId(collection, file, undefined), collection, file, title: file, docNumber: null },
    ...{ aliases: [], readable: false, fields: [], paragraphs: [], body: '', status: null },
  };
}

function registersOf({ agencies, topics, addresses, exceptions }: LoadedContent): SideRegister[] {
  return [
    {
      ...{ file: agencies.file, label: '机关代字表' },
      entries: agencies.entries.map((entry) => ({
        key: `${entry.code}（${entry.issuer}）`,
        fields: fieldsOf(agencySchema, entry),
      })),
    },
    {
      ...{ file: topics.file, label: '主题表' },
      entries: topics.entries.map((entry) => ({ key: entry.name, fields: fieldsOf(topicSchema, entry) })),
    },
    {
      ...{ file: addresses.file, label: '已发布网址登记' },
      entries: addresses.entries.map((entry) => ({
        key: entry.path,
        fields: fieldsOf(addressSchema, entry),
      })),
    },
    {
      ...{ file: exceptions.file, label: '检查的例外' },
      entries: exceptions.entries.map((entry) => ({
        key: `${entry.document}，规则 ${entry.rule}${entry.found === undefined ? '' : `，“${entry.found}”`}`,
        fields: fieldsOf(exceptionSchema, entry),
      })),
    },
  ];
}
