/**
 * Resolves /n/<a document number in any disguise>/ in the browser: the static pages are those of canonical numbers.
 * Of any other address those that are spelled alike are offered. Nothing is guessed.
 */
import { COLLECTIONS } from '../../core/collections.ts';
import { editDistance } from '../../core/edit-distance.ts';
import { nearPaths } from '../../core/near-paths.ts';
import type { NumberAnswer } from '../../core/number-lookup.ts';
import type { DocumentRow } from '../../schema/api.ts';
import { siteAddress } from '../search/site-address.ts';
import { lookUp, showAnswer } from './number-answer.ts';
import { readTyped } from './typed-number.ts';

const TITLES: Partial<Record<NumberAnswer['kind'], string>> = {
  choice: '是哪一个文号？',
  unknown: '没有这个文号',
};

/** Addresses offered for a wrong one. */
const NEAR = 5;

interface Near {
  path: string;
  url: string;
  title: string;
  note: string;
}

/** The pages that this one links itself: of a site without data they are still known. */
function linkedPages(base: string): Near[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.not-found-ways a, .nav a, .foot a')];
  return links.map(({ pathname, href, textContent }) => ({
    ...{ path: pathname.slice(base.length), url: href, title: textContent ?? '', note: '' },
  }));
}

/** The documents, which are worth fetching only where a document's address may have been meant. */
async function documents(base: string): Promise<Near[]> {
  const response = await fetch(`${base}api/documents.json`);
  if (!response.ok) return [];
  const rows = (await response.json()) as DocumentRow[];
  return rows.flatMap(({ id, url, title, docNumber, aliases }) =>
    [id, ...aliases.filter((alias) => alias.includes('/'))].map((path) => ({
      ...{ path, url: siteAddress(url), title, note: docNumber ?? '' },
    })),
  );
}

/** A folder written in the singular, or with a slip: policy, plan. */
function mayMean(folder: string, collection: string): boolean {
  return folder.charAt(0).toLowerCase() === collection.charAt(0) && editDistance(folder, collection) <= 3;
}

async function offerNear(base: string): Promise<void> {
  const wrong = readTyped(location.pathname.slice(base.length));
  const place = document.querySelector<HTMLElement>('[data-near]');
  if (!place || !location.pathname.startsWith(base)) return;
  const [folder = '', name = ''] = wrong.split('/');
  const ofDocument = name !== '' && COLLECTIONS.some((collection) => mayMean(folder, collection));
  const known = ofDocument ? await documents(base) : linkedPages(base);
  const near = nearPaths(wrong, known, known.length);
  const urls = new Set(near.map(({ url }) => url));
  const first = [...urls].slice(0, NEAR).flatMap((url) => near.find((page) => page.url === url) ?? []);
  if (first.length === 0) return;
  const list = document.createElement('ul');
  list.className = 'not-found-near';
  for (const { url, title, note } of first) {
    const [item, link, more] = ['li', 'a', 'small'].map((tag) => document.createElement(tag));
    if (!item || !(link instanceof HTMLAnchorElement) || !more) continue;
    link.href = url;
    link.textContent = title;
    more.textContent = note;
    item.append(link, more);
    list.append(item);
  }
  const heading = document.createElement('h2');
  heading.textContent = '您要找的也许是';
  place.replaceChildren(heading, list);
  place.hidden = false;
}

async function resolve(base: string): Promise<void> {
  const prefix = `${base}n/`;
  const { pathname, search, hash } = location;
  if (!pathname.toLowerCase().startsWith(prefix.toLowerCase())) return;
  // Some programs write ? for brackets that they don't know: then what follows belongs to the number.
  const query = search.includes('=') ? search : '';
  const typed = readTyped(pathname.slice(prefix.length) + (query === '' ? search : ''));
  const place = document.querySelector<HTMLElement>('[data-not-found-text]');
  if (typed === '' || !place) return;
  const box = document.querySelector<HTMLInputElement>('[data-not-found] input[name="q"]');
  if (box) box.value = typed;
  const answer = await lookUp(typed);
  showAnswer(answer, place, query + hash);
  const title = document.querySelector('[data-not-found] h1');
  if (title && TITLES[answer.kind]) title.textContent = TITLES[answer.kind] ?? '';
  if (box && answer.kind === 'unknown') box.value = answer.canonical;
}

const base = document.documentElement.dataset['base'] ?? '/';
const isNumber = location.pathname.toLowerCase().startsWith(`${base}n/`.toLowerCase());
// Without the data the page says what it says of any wrong address.
void (isNumber ? resolve(base) : offerNear(base)).catch(() => undefined);
