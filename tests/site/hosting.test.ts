/** The site on hosts that take no configuration of ours: every address that it shows must work there as it stands. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { filesBelow } from '../../scripts/release/checksums.ts';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles, readPage, readTags } from '../support/html.ts';
import { type StaticHost, serveBucket, servePages } from '../support/static-hosts.ts';

const SITE = inject('fixtureSite');
const ORIGIN = 'https://wenku.example';
let addresses: string[];
let pages: StaticHost;
let bucket: StaticHost;

/** Every address of this site that any of its pages names, without query and fragment, sorted. */
async function namedAddresses(): Promise<string[]> {
  const named = new Set<string>();
  for (const file of await listFiles(SITE, '.html')) {
    const page = new URL(FIXTURE_BASE + encodeURI(file.replace(/(^|\/)index\.html$/, '$1')), ORIGIN);
    for (const { attributes } of readTags(await readPage(SITE, file))) {
      const { href, src, action, srcset } = attributes;
      const refresh = /^\d+; *url=(.+)/i.exec(attributes['content'] ?? '')?.[1];
      for (const given of [href, src, action, refresh, srcset?.split(/[ ,]/)[0]]) {
        if (!given) continue;
        const { origin, pathname } = new URL(given, page);
        if (origin === ORIGIN) named.add(pathname);
      }
    }
  }
  return [...named].sort();
}

beforeAll(async () => {
  addresses = await namedAddresses();
  pages = await servePages(SITE, FIXTURE_BASE);
  const keys = (await filesBelow(SITE)).map((file): [string, string] => [
    FIXTURE_BASE.slice(1) + file,
    path.join(SITE, file),
  ]);
  bucket = await serveBucket(new Map(keys), `${FIXTURE_BASE.slice(1)}404.html`);
});
afterAll(() => Promise.all([pages.close(), bucket.close()]));

/** Addresses of those named that a host does not answer with their file at once. */
async function unanswered({ origin }: StaticHost): Promise<string[]> {
  const failed: string[] = [];
  for (const address of addresses) {
    const { status } = await fetch(origin + address, { method: 'HEAD', redirect: 'manual' });
    if (status !== 200) failed.push(`${status} ${decodeURIComponent(address)}`);
  }
  return failed;
}

const ask = (host: StaticHost, address: string): Promise<Response> =>
  fetch(host.origin + FIXTURE_BASE + address, { redirect: 'manual' });

describe('on GitHub Pages, under the path of a repository', () => {
  it('every address that a page names is answered, without a detour', async () => {
    expect(addresses.length).toBeGreaterThan(150);
    expect(await unanswered(pages)).toEqual([]);
  });

  it('a page typed without its slash leads to it, a missing one to the page of the site that says so', async () => {
    const typed = await ask(pages, 'plans');
    expect([typed.status, typed.headers.get('location')]).toEqual([301, `${FIXTURE_BASE}plans/`]);
    const missing = await ask(pages, 'no-such-page/');
    expect([missing.status, await missing.text()]).toEqual([404, await readPage(SITE, '404.html')]);
  });

  it('the page for missing ones names its files by their whole path, so that it works at any depth', async () => {
    for (const { attributes } of readTags(await readPage(SITE, '404.html'))) {
      const given = attributes['href'] ?? attributes['src'] ?? attributes['action'];
      if (given !== undefined) expect(given).toMatch(/^(?:\/|#|https?:)/);
    }
  });

  it('a number has its page under its canonical print; another print gets the page that finds it', async () => {
    expect((await ask(pages, `n/${encodeURIComponent('云教发〔2009〕12号')}/`)).status).toBe(200);
    const other = await ask(pages, `n/${encodeURIComponent('云教发[2009]12号')}/`);
    expect(other.status).toBe(404);
    // Its script reads the number from the address and goes to the page (tests/e2e/addresses.test.ts).
    expect(await other.text()).toContain('data-not-found');
  });
});

describe('in a bucket of an object store', () => {
  it('every address that a page names is the exact key of an object, or of an index document', async () => {
    expect(await unanswered(bucket)).toEqual([]);
  });

  it('numbers with 六角括号 are found by their encoded address', async () => {
    const { status } = await ask(bucket, `n/${encodeURIComponent('云教发〔2009〕12号')}/`);
    expect(status).toBe(200);
  });

  it('an error document answers what is missing, an address without its slash included', async () => {
    for (const address of ['no-such-page/', 'plans']) {
      const answer = await ask(bucket, address);
      expect([answer.status, await answer.text()]).toEqual([404, await readPage(SITE, '404.html')]);
    }
  });
});
