/** The feeds that the site has, and what stands in each. */
import { COLLECTION_LABELS, COLLECTIONS, type Collection } from '../core/collections.ts';
import type { LibraryDocument } from '../core/library.ts';
import { newestFirst } from '../core/newest-first.ts';
import { type FeedItem, rss } from '../core/rss.ts';
import { changeReason, changeTitle, statusChanges } from '../core/status-changes.ts';
import { siteConfig } from '../site.config.ts';
import type { Site } from './library.ts';
import { link } from './urls.ts';

/** How many items a feed holds at most: readers keep what they have seen. */
const LENGTH = 50;

export interface FeedEntry {
  /** Below the base path. */
  path: string;
  /** What it follows, in a word. */
  label: string;
  description: string;
  /** The page that it follows, below the base path. */
  page: string;
}

/** The feed of a collection. */
export function collectionFeed(collection: Collection): FeedEntry {
  const label = COLLECTION_LABELS[collection];
  return {
    path: `${collection}/feed.xml`,
    label,
    description: `最新的${label}，按年度和日期，至多 ${LENGTH} 份。`,
    page: `${collection}/`,
  };
}

/** What a feed is called in a reader, among those of other sites. */
export function feedTitle({ label }: FeedEntry): string {
  return `${siteConfig.name}：${label}`;
}

export const ALL_FEED: FeedEntry = {
  path: 'feed.xml',
  label: '最新的文件',
  description: `各类文件中最新的，按年度和日期，至多 ${LENGTH} 份。`,
  page: '',
};

export const STATUS_FEED: FeedEntry = {
  path: 'feeds/status.xml',
  label: '有效性变动',
  description: '文件开始施行、被修改、废止或失效，各在哪一天，依据哪份文件。',
  page: 'feeds/',
};

/** Every feed, as the page of feeds lists them. */
export const FEEDS: readonly FeedEntry[] = [ALL_FEED, ...COLLECTIONS.map(collectionFeed), STATUS_FEED];

/** A feed of documents, the newest first; `root` is the site's absolute address with its base path. */
export function documentsFeed(
  entry: FeedEntry,
  documents: readonly LibraryDocument[],
  root: string,
): Response {
  const items = newestFirst(documents)
    .slice(0, LENGTH)
    .map(
      ({ title, url, docNumber, issuer, kind, issuedOn, publishedOn }): FeedItem => ({
        title,
        link: new URL(url, root).href,
        description: [docNumber, issuer, kind].filter(Boolean).join('，'),
        date: issuedOn ?? publishedOn ?? undefined,
      }),
    );
  return respond(entry, items, root);
}

/** The feed of a collection's documents. */
export function collectionDocumentsFeed(collection: Collection, { documents }: Site, root: string): Response {
  const own = documents.filter((document) => document.collection === collection);
  return documentsFeed(collectionFeed(collection), own, root);
}

/** The feed of what became of documents; see `statusChanges`. */
export function statusFeed({ lives, byId }: Site, root: string): Response {
  const items = statusChanges(lives)
    .slice(0, LENGTH)
    .flatMap((change): FeedItem[] => {
      const document = byId.get(change.id);
      if (!document) return [];
      const url = new URL(document.url, root).href;
      return [
        {
          title: changeTitle(change, document),
          link: url,
          guid: `${url}#${change.day}-${change.status}`,
          description: changeReason(change, (id) => byId.get(id)),
          date: change.day,
        },
      ];
    });
  return respond(STATUS_FEED, items, root);
}

function respond(entry: FeedEntry, items: FeedItem[], root: string): Response {
  const { path, description, page } = entry;
  const absolute = (below: string): string => new URL(link(below), root).href;
  const feed = rss({
    title: feedTitle(entry),
    description,
    link: absolute(page),
    self: absolute(path),
    items,
  });
  return new Response(feed, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
}
