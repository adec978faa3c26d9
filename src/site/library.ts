import type { Clause } from '../core/clauses.ts';
import { COLLECTIONS, type Collection } from '../core/collections.ts';
import { buildLibrary, type Library, type LibraryDocument } from '../core/library.ts';
import { findMentions, type Mention } from '../core/mentions.ts';
import { numberKey } from '../core/number-key.ts';
import { type RelationEnd, relationEnds } from '../core/relations.ts';
import { editorialCodes } from '../core/seen-codes.ts';
import type { AsOf, DocumentLife } from '../core/settle-status.ts';
import { type SuccessionFinder, successionFinder } from '../core/succession.ts';
import { documentNumbers } from '../core/target-index.ts';
import { topicSlugs, uniqueSlugs } from '../core/unique-slugs.ts';
import { contentDir } from '../load/content-dir.ts';
import { loadRegisters } from '../load/content-fs.ts';
import { describeDocument, editorialText } from '../load/describe.ts';
import { settleDocuments } from '../load/settle-documents.ts';
import type { DocumentData } from '../schema/documents.ts';
import type { Agency, PublishedAddress, Topic } from '../schema/registers.ts';
import { type DocumentEntry, documentEntries } from './documents.ts';
import { base } from './urls.ts';

/** A document as its page needs it. */
export interface SiteDocument extends LibraryDocument {
  data: DocumentData;
  readonly html: string;
  clauses: Clause[];
  /** Changes whenever the text or where its links lead does. */
  digest: string;
}

/** The whole site's content, joined: documents, citation graph, registers. */
export interface Site extends Library {
  pages: Map<string, SiteDocument>;
  agencies: Agency[];
  /** Agency codes by which numbers are found in frontmatter; see `editorialCodes`. */
  codes: readonly string[];
  topics: Topic[];
  /** Addresses that were published. */
  addresses: PublishedAddress[];
  /** Numbers that editors name beside the texts, by `numberKey`. */
  mentions: Map<string, Mention[]>;
  /** Document id → its relations to others, both directions. */
  relations: Map<string, RelationEnd[]>;
  /** Document id → what its status follows from. */
  lives: ReadonlyMap<string, DocumentLife>;
  /** The day as of which statuses are told. */
  asOf: AsOf;
  successionOf: SuccessionFinder;
  /** Issuer name → slug. */
  issuerSlugs: Map<string, string>;
  /** Topic name → slug. */
  topicSlugs: Map<string, string>;
}

let built: Promise<Site> | undefined;

/** The site's content. Read once in a build; in dev anew for each page, so that an edit shows at once. */
export function getSite(): Promise<Site> {
  if (import.meta.env.DEV) return readSite();
  built ??= readSite();
  return built;
}

async function readSite(): Promise<Site> {
  const groups = await Promise.all(COLLECTIONS.map(readCollection));
  const entries = new Map(groups.flat().map(({ described, entry }) => [described.id, entry]));
  const described = groups.flat().map((one) => one.described);
  const { documents: settled, lives, asOf } = settleDocuments(described);
  const documents = settled.flatMap((document) => {
    const entry = entries.get(document.id);
    return entry ? withText(document, entry) : [];
  });
  const pages = new Map(documents.map((page) => [page.id, page]));
  const references = new Map([...entries].map(([id, entry]) => [id, entry.references]));
  const { agencies, topics, addresses } = await loadRegisters(contentDir());
  const library = buildLibrary([...pages.values()], references);
  const topicNames = [...pages.values()].flatMap((page) => page.topics);
  const registered = agencies.entries.map(({ code }) => code);
  const codes = editorialCodes(registered, documents);
  return {
    ...library,
    pages,
    agencies: agencies.entries,
    codes,
    topics: topics.entries,
    addresses: addresses.entries,
    mentions: Map.groupBy(
      [...pages.values()].flatMap(({ id, data }) => findMentions(id, editorialText(data), codes)),
      ({ canonical }) => numberKey(canonical),
    ),
    relations: relationEnds(documents),
    lives,
    asOf,
    successionOf: successionFinder(documents),
    issuerSlugs: uniqueSlugs([...pages.values()].map((page) => page.issuer)),
    topicSlugs: topicSlugs(topicNames, topics.entries),
  };
}

async function readCollection(collection: Collection) {
  const entries = await documentEntries(collection);
  return entries.map((entry) => {
    const id = `${collection}/${entry.id}`;
    return { described: describeDocument({ collection, id }, entry.data, base), entry };
  });
}

/** The texts of thousands of documents stay where they are until a page shows them. */
function withText(document: LibraryDocument, entry: DocumentEntry): SiteDocument {
  return {
    ...document,
    data: entry.data,
    clauses: entry.clauses,
    digest: entry.digest,
    get html() {
      return entry.html;
    },
  };
}

/** Every number that has a page under /n/: held, cited or named by an editor. */
export function knownNumbers({ documents, citations, mentions }: Site): string[] {
  const cited = citations.flatMap(({ canonical }) => canonical ?? []);
  const named = [...mentions.values()].flat().map(({ canonical }) => canonical);
  return [...new Set([...documents.flatMap(documentNumbers), ...cited, ...named])];
}
