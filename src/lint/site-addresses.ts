import { COLLECTIONS } from '../core/collections.ts';
import { comparisonPages, formerComparisons } from '../core/comparison-pages.ts';
import { formerAddresses } from '../core/former-addresses.ts';
import type { LibraryDocument } from '../core/library.ts';
import { furtherPages, listPagePath } from '../core/list-pages.ts';
import { STATE_LABELS } from '../core/register-labels.ts';
import { documentNumbers } from '../core/target-index.ts';
import { topicSlugs, uniqueSlugs } from '../core/unique-slugs.ts';
import { hasWordFile, wordFilePath } from '../core/word-address.ts';
import { API_FILES } from '../schema/api.ts';
import type { Topic } from '../schema/registers.ts';

/** What the addresses of a site follow from. */
export interface AddressSources {
  /** The documents that will be published. */
  documents: readonly LibraryDocument[];
  /** Present and former ids and numbers of all documents, those with faults included; see `claimedTargets`. */
  claimed: ReadonlySet<string>;
  topics: readonly Topic[];
  /** Canonical numbers that the texts cite or the editor names. */
  namedNumbers: Iterable<string>;
  /** Names of the pages in content/help. */
  helpPages: readonly string[];
  ruleIds: readonly string[];
}

/** Pages and data that every site has, whatever its content. A test holds this list against src/pages. */
export const FIXED_PAGES: readonly string[] = [
  '/',
  ...COLLECTIONS.map((collection) => `/${collection}/`),
  '/years/',
  '/map/',
  '/issuers/',
  '/topics/',
  '/citations/',
  '/compare/',
  '/feeds/',
  '/inspection/',
  '/citations.csv',
  '/citations-places.csv',
  '/n/',
  '/search/',
  '/help/',
  '/help/fields/',
  '/help/rules/',
  '/404.html',
  '/feed.xml',
  ...COLLECTIONS.map((collection) => `/${collection}/feed.xml`),
  '/feeds/status.xml',
  '/robots.txt',
  '/sitemap-index.xml',
  '/api/index.json',
  '/api/documents.json',
  '/api/citations.json',
  '/api/numbers.json',
  '/api/register.json',
  '/api/inspection.json',
  '/search/api.js',
  '/search/opensearch.xml',
];

/** Ids in the frame of a document's page, beside those of its text and its notes. */
export const FRAME_ANCHORS: readonly string[] = [
  'main',
  'facts',
  'notes-title',
  'neighbourhood-title',
  'cites-title',
  'cited-title',
  'relations-title',
  'life-title',
  'series-title',
];

/** The path of every page and data file that a site will have, percent-encoding undone, e.g. /years/2012/. */
export function siteAddresses(sources: AddressSources): Set<string> {
  const { documents, claimed, topics, namedNumbers, helpPages, ruleIds } = sources;
  const issuers = uniqueSlugs(documents.map(({ issuer }) => issuer));
  const subjects = topicSlugs(
    documents.flatMap((document) => document.topics),
    topics,
  );
  const numbers = [...documents.flatMap(documentNumbers), ...namedNumbers];
  const comparisons = comparisonPages(documents);
  return new Set([
    ...FIXED_PAGES,
    ...API_FILES.map(({ name }) => `/api/schema/${name}.json`),
    ...[...claimed].flatMap((target) => (target.includes('/') ? `/${target}/` : [])),
    ...documents.filter(hasWordFile).map((document) => `/${wordFilePath(document)}`),
    ...comparisons.map(({ id, kind }) => `/${id}/${kind}/`),
    ...formerComparisons(formerAddresses(documents), comparisons).map(({ path }) => `/${path}/`),
    // How many pages a state has is known when every text is rendered; the first is there in any case.
    ...Object.keys(STATE_LABELS).map((state) => `/citations/${state}/`),
    ...[...subjects.values()].map((slug) => `/topics/${slug}/`),
    ...listsOf(sources, issuers, subjects).flatMap(({ path, documents: listed }) => [
      path,
      ...furtherPages(listed).map((page) => path + listPagePath(page)),
    ]),
    ...numbers.map((number) => `/n/${number}/`),
    ...helpPages.map((name) => `/help/${name}/`),
    ...ruleIds.map((id) => `/help/rules/${id}/`),
  ]);
}

/** The lists of documents and how many each has. */
function listsOf(
  { documents }: AddressSources,
  issuers: ReadonlyMap<string, string>,
  subjects: ReadonlyMap<string, string>,
): { path: string; documents: number }[] {
  const counts = new Map<string, number>();
  for (const { collection, years, issuer, topics } of documents) {
    const lists = [
      `/${collection}/`,
      `/issuers/${issuers.get(issuer)}/`,
      ...years.map((year) => `/years/${year}/`),
      ...topics.map((topic) => `/topics/${subjects.get(topic)}/`),
    ];
    for (const path of new Set(lists)) counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return [...counts].map(([path, documents]) => ({ path, documents }));
}
