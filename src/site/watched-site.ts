/** The site as a page sees it that is made again only when something changes that it read; see `watched.ts`. */
import { getSite, type Site } from './library.ts';
import { digestOfFacts } from './page-keys.ts';
import { valueAt, watch } from './watched.ts';

declare global {
  namespace App {
    interface Locals {
      /** Where a build wants to know what the page reads: the name of each read and the digest of what it gave. */
      reads?: Map<string, string>;
    }
  }
}

/** Characters of a digest that tell two values apart with certainty enough. */
const DIGEST_LENGTH = 20;
/** Parts the path of a read from its key, which may hold anything. */
const KEY = '\n';

/** What is worked out of a site once, by name. */
const makers = new Map<string, (site: Site) => unknown>([['site', (site) => site]]);
/** The site behind a watched one. */
const behind = new WeakMap<Site, { readonly site: Site; readonly reads: Map<string, string> }>();
const derived = new WeakMap<Site, Map<string, unknown>>();

/** The site for a page, whose reads are noted where the build wants to know them. */
export function watchSite(site: Site, { reads }: App.Locals): Site {
  if (!reads) return site;
  const watched = watchRoot<Site>('site', site, reads);
  behind.set(watched, { site, reads });
  return watched;
}

/**
 * Works out something of a site, once for each, and lets it be read like the site itself: watched where that is.
 * `name` is its own among all that is worked out so.
 */
export function deriveFromSite<Value>(name: string, make: (site: Site) => Value): (site: Site) => Value {
  makers.set(name, make);
  return (site) => {
    const watched = behind.get(site);
    return watched ? watchRoot<Value>(name, watched.site, watched.reads) : (rootOf(site, name) as Value);
  };
}

function watchRoot<Value>(root: string, site: Site, reads: Map<string, string>): Value {
  return watch(rootOf(site, root) as Value, root, (path, key) => {
    const name = key === undefined ? path : path + KEY + key;
    if (!reads.has(name)) reads.set(name, digestOf(site, name));
  });
}

function rootOf(site: Site, name: string): unknown {
  const known = derived.get(site) ?? new Map<string, unknown>();
  derived.set(site, known);
  if (!known.has(name)) known.set(name, makers.get(name)?.(site));
  return known.get(name);
}

const digests = new WeakMap<Site, Map<string, string>>();

function digestOf(site: Site, name: string): string {
  const known = digests.get(site) ?? new Map<string, string>();
  digests.set(site, known);
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  const { root, steps, key } = partsOf(name);
  const digest = digestOfFacts(valueAt(rootOf(site, root), steps, key)).slice(0, DIGEST_LENGTH);
  known.set(name, digest);
  return digest;
}

/** What the name of a read is made of. A key may hold line breaks, as the name of two offices does. */
function partsOf(name: string): { root: string; steps: string[]; key: string | undefined } {
  const at = name.indexOf(KEY);
  const [root = '', ...steps] = (at < 0 ? name : name.slice(0, at)).split('.');
  return { root, steps, key: at < 0 ? undefined : name.slice(at + KEY.length) };
}

/** Digests of what reads give today, by the names under which an earlier build noted them; undefined where there is nothing. */
export async function digestsOfReads(names: readonly string[]): Promise<(string | undefined)[]> {
  const site = await getSite();
  return names.map((name) => (makers.has(partsOf(name).root) ? digestOf(site, name) : undefined));
}
