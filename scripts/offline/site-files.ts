/** What becomes of each file of a built site in a copy that is opened from disk. */

/**
 * `page`: its addresses are rewritten. `stylesheet`: likewise. `data`: scripts ask for it, so it is wrapped. `copy`: as
 * it is. `leave`: left out.
 */
export type Treatment = 'page' | 'stylesheet' | 'data' | 'copy' | 'leave';

/** What only a web server or another site's program can use; the editor keeps nothing without its host. */
const FOR_SERVERS =
  /^(?:admin\/.*|404\.html|robots\.txt|(?:[a-z]+\/)?feed\.xml|feeds\/.*\.xml|sitemap[^/]*\.xml|api\/(?:index|inspection)\.json|api\/schema\/.*)$/;
/** Modules, which a page on disk may not load; scripts/offline/bundle-scripts.ts makes others in their place. */
const MODULES = /^(?:_astro|pagefind|search)\/.*\.m?js$/;
/** Where scripts find their data; what lies there in XML is for browsers and other sites. */
const DATA = /^(?:pagefind|search|api)\//;

/** Decides by a file's path below the site, with forward slashes. */
export function treatmentOf(file: string): Treatment {
  if (FOR_SERVERS.test(file) || MODULES.test(file)) return 'leave';
  if (/\.html?$/.test(file)) return 'page';
  if (DATA.test(file)) return file.endsWith('.xml') ? 'leave' : 'data';
  return file.endsWith('.css') ? 'stylesheet' : 'copy';
}

/** Whether a link may lead to a file: it lies in the copy under its own name. */
export function isReadable(file: string): boolean {
  return ['page', 'stylesheet', 'copy'].includes(treatmentOf(file));
}
