import { formatCitation } from '../core/citation-format.ts';
import type { Collection } from '../core/collections.ts';
import { formerComparisons } from '../core/comparison-pages.ts';
import { formerAddresses } from '../core/former-addresses.ts';
import { STATE_LABELS } from '../core/register-labels.ts';
import { pagesOfState } from '../core/register-pages.ts';
import { comparisonsOf, comparisonUrl } from './comparisons.ts';
import { getSite, type Site, type SiteDocument } from './library.ts';
import { documentsKey } from './page-keys.ts';
import { getRegister } from './register.ts';
import { link } from './urls.ts';

/** Static paths of the document pages of a collection; each page gets its document. */
export async function documentPaths(collection: Collection) {
  const { pages } = await getSite();
  return [...pages.values()]
    .filter((document) => document.collection === collection)
    .map((document) => ({
      params: { slug: document.id.slice(collection.length + 1) },
      props: { document },
      cacheKey: documentsKey(document),
    }));
}

/** An address that only leads on. */
interface RedirectPath {
  params: { path: string };
  /** `to` is root-relative. */
  props: { to: string; title: string };
  cacheKey: string;
}

/**
 * Static paths of the pages that only lead on: former ids to their documents, their comparisons to those of the documents,
 * what addresses.yml says is gone to the page that takes its place, and a state of the register without pages of its own
 * to the register, which shows it in full.
 */
export async function redirectPaths(): Promise<RedirectPath[]> {
  const site = await getSite();
  const former = formerAddresses([...site.pages.values()]);
  const ids = [...former].map(([id, document]) => leadOn(id, document.url, formatCitation(document)));
  const gone = site.addresses.flatMap(({ path, to }) =>
    to === undefined ? [] : leadOn(path.slice(1, -1), link(to.slice(1)), '接替它的网页'),
  );
  return [...ids, ...comparisonRedirects(site, former), ...gone, ...stateRedirects(site)];
}

function leadOn(path: string, to: string, title: string): RedirectPath {
  return { params: { path }, props: { to, title }, cacheKey: `${to} ${title}` };
}

function comparisonRedirects(site: Site, former: ReadonlyMap<string, SiteDocument>): RedirectPath[] {
  return formerComparisons(former, comparisonsOf(site).pages).map(({ path, document, page }) =>
    leadOn(path, page ? comparisonUrl(page) : document.url, formatCitation(document)),
  );
}

function stateRedirects(site: Site): RedirectPath[] {
  return [...getRegister(site).byState].flatMap(([state, entries]) =>
    pagesOfState(entries.length) > 0
      ? []
      : leadOn(`citations/${state}`, link('citations/'), `引用登记（${STATE_LABELS[state]}）`),
  );
}
