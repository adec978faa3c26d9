/** When the pages of a built site last changed, by the dates of the documents that they show; never by the clock. */
import { readFileSync } from 'node:fs';

interface DatedDocument {
  url: string;
  changedOn: string | null;
}

/** Pages that list documents. Others have no date that a document could give them. */
const LISTS = /^(?:(?:plans|summaries|policies|years|issuers|topics|feeds)\/(?:[^/]+\/)?)?$/;

/** The day on which the page at an address last changed, ISO; undefined when no document tells. */
export type PageDates = (address: string) => string | undefined;

/**
 * Reads the dates of a built site: `folder` holds it, `base` is its path. A document's page is as old as its last
 * dated event, a list as the newest of the documents to which it leads.
 */
export function pageDates(folder: URL, base: string): PageDates {
  const rows = JSON.parse(readFileSync(new URL('api/documents.json', folder), 'utf8')) as DatedDocument[];
  const own = new Map(rows.map(({ url, changedOn }) => [url, changedOn]));
  return (address) => {
    const { pathname } = new URL(address);
    const known = own.get(pathname);
    if (known !== undefined) return known ?? undefined;
    const below = decodeURIComponent(pathname.slice(base.length));
    if (!LISTS.test(below)) return undefined;
    return newestLinked(
      readFileSync(new URL(`${pathname.slice(base.length)}index.html`, folder), 'utf8'),
      own,
    );
  };
}

/** The newest day of the documents to which a page leads. */
function newestLinked(html: string, own: ReadonlyMap<string, string | null>): string | undefined {
  let newest = '';
  for (const [, address = ''] of html.matchAll(/ href="([^"#]+)/g)) {
    const day = own.get(address) ?? '';
    if (day > newest) newest = day;
  }
  return newest || undefined;
}
