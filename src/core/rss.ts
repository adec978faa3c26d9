/**
 * RSS 2.0 as text, with what feed readers check: atom:link to itself, absolute addresses, guids, RFC 822 dates. Made
 * here because two events of one document need guids of their own, where @astrojs/rss makes each item's link its guid.
 */
import { escapeHtml } from './escape-html.ts';
import { xmlText } from './xml-text.ts';

export interface FeedItem {
  title: string;
  /** Absolute address. */
  link: string;
  description: string;
  /** Identifies the item for good where its link doesn't: two events of one document. */
  guid?: string;
  /** ISO day; left out where no source tells. */
  date?: string | undefined;
}

export interface Feed {
  title: string;
  description: string;
  /** Absolute address of the page that the feed follows. */
  link: string;
  /** Absolute address of the feed itself. */
  self: string;
  items: readonly FeedItem[];
}

/** The feed as a document. It was last changed on the newest day of its items, never on the day of a build. */
export function rss({ title, description, link, self, items }: Feed): string {
  const newest = items.reduce((latest, { date }) => (date && date > latest ? date : latest), '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `${element('title', title)}${element('link', link)}${element('description', description)}`,
    `<language>zh-cn</language><atom:link href="${text(self)}" rel="self" type="application/rss+xml"/>`,
    ...(newest ? [element('lastBuildDate', rfc822(newest))] : []),
    ...items.map(item),
    '</channel></rss>',
    '',
  ].join('\n');
}

function item({ title, link, description, guid, date }: FeedItem): string {
  const identity = guid
    ? `<guid isPermaLink="false">${text(guid)}</guid>`
    : `<guid isPermaLink="true">${text(link)}</guid>`;
  const day = date ? element('pubDate', rfc822(date)) : '';
  return `<item>${element('title', title)}${element('link', link)}${identity}${element('description', description)}${day}</item>`;
}

function element(name: string, content: string): string {
  return `<${name}>${text(content)}</${name}>`;
}

/** Escaped, and without what XML can't hold. */
function text(content: string): string {
  return escapeHtml(xmlText(content));
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The beginning of an ISO day in China, as RFC 822 with a year of four digits (RFC 2822 §3.3) writes it. */
export function rfc822(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday}, ${date} ${MONTHS[Number(month) - 1]} ${year} 00:00:00 +0800`;
}
