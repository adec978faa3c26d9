import type * as Online from '../search/site-address.ts';

// Every script of a copy lies one folder below its root.
const root = new URL('../', import.meta.url);

/** The file on disk that holds the page: the data names pages as a server does, from its root and without a file. */
export const siteAddress: typeof Online.siteAddress = (address) => {
  const below = address.startsWith(OFFLINE_BASE);
  const url = below ? new URL(address.slice(OFFLINE_BASE.length), root) : new URL(address, document.baseURI);
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
};
