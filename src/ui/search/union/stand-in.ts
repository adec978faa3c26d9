/** What is listed in the place of a hit of another library that didn't load. */
import { escapeHtml } from '../../../core/escape-html.ts';
import type { ResultData } from '../result.ts';
import type { LibraryPlace } from './library.ts';

/** The address of a library's own search page with a query. */
export function searchAddress({ path }: LibraryPlace, q: string): string {
  return `${path}search/${q.trim() === '' ? '' : `?q=${encodeURIComponent(q.trim())}`}`;
}

/** Leads to the search page of the library that the hit belongs to. */
export function standIn(place: LibraryPlace, q: string): ResultData {
  const title = '有一份文件没有取到';
  const href = searchAddress(place, q);
  return {
    ...{ id: '', documentId: '', collection: '', url: href, href, title, titleHtml: title },
    ...{ docNumber: null, docNumberHtml: '', issuer: '', level: '', kind: '', period: null, issuedOn: null },
    ...{ status: '', completeness: '全文', topics: [], years: [], year: null, count: 0, subResults: [] },
    excerpt: `${escapeHtml(place.name)}里的这一份含有要找的字句，但没有取到，它可能刚更新过。改法：再查一次，或点标题到它那里查。`,
    library: place.name,
  };
}
