import { Parser } from 'htmlparser2';

export interface ReadItem {
  title?: string;
  link?: string;
  description?: string;
  guid?: string;
  permalink?: boolean;
  pubDate?: string;
}

export interface ReadFeed extends ReadItem {
  version?: string;
  language?: string;
  lastBuildDate?: string;
  /** The address of atom:link rel=self. */
  self?: string;
  items: ReadItem[];
}

/** Reads RSS 2.0 as XML. @throws when its elements are not nested as XML wants, or what stands outside them is not blank */
export function readFeed(xml: string): ReadFeed {
  const feed: ReadFeed = { items: [] };
  const open: string[] = [];
  let text = '';
  let item: ReadItem | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name);
        text = '';
        if (name === 'rss') feed.version = attributes['version'] ?? '';
        if (name === 'item') {
          item = {};
          feed.items.push(item);
        }
        if (name === 'guid' && item) item.permalink = attributes['isPermaLink'] === 'true';
        if (name === 'atom:link') feed.self = attributes['href'] ?? '';
      },
      ontext: (piece) => {
        text += piece;
        if (open.length === 0 && piece.trim() !== '') throw new Error(`text outside: ${piece}`);
      },
      onclosetag: (name, implied) => {
        if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
        if (implied && name !== 'atom:link') throw new Error(`<${name}> is not closed`);
        if (name === 'item') item = undefined;
        else if (!['channel', 'rss', 'atom:link'].includes(name))
          Object.assign(item ?? feed, { [name]: text });
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return feed;
}
