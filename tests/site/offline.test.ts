import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { copySite } from '../../scripts/offline/copy-site.ts';
import { treatmentOf } from '../../scripts/offline/site-files.ts';
import { listFiles, type OpenedTag, readPage, readTags } from '../support/html.ts';

const workspace = await mkdtemp(path.join(tmpdir(), 'wenku-offline-'));
const copies = [
  { name: 'fixture', site: inject('fixtureSite'), dir: inject('offlineSite') },
  { name: 'office', site: inject('officeSite'), dir: path.join(workspace, 'office') },
];

beforeAll(async () => {
  const [, office] = copies;
  if (office)
    await copySite({ from: office.site, to: office.dir, base: '/', siteUrl: 'http://127.0.0.1:4321' });
});
afterAll(() => rm(workspace, { recursive: true, force: true }));

const ATTRIBUTES = ['href', 'src', 'action', 'srcset', 'poster', 'data'];

/** Addresses in a page that a browser follows or loads, and those of pages that lead on by themselves. */
function addressesOf(tags: readonly OpenedTag[]): string[] {
  return tags.flatMap(({ name, attributes }) => {
    if (attributes['rel'] === 'canonical') return [];
    const refresh =
      attributes['http-equiv'] === 'refresh' ? attributes['content']?.replace(/^.*url=/, '') : undefined;
    const own = ATTRIBUTES.filter((attribute) => attribute !== 'data' || name === 'object');
    return [...own.map((attribute) => attributes[attribute]), refresh].flatMap((address) => address ?? []);
  });
}

describe.each(copies)('the copy of the $name site', ({ site, dir }) => {
  it('has every file that its pages lead to, and every place on them', async () => {
    const broken: string[] = [];
    const pages = await listFiles(dir, '.html');
    const tagsOf = new Map<string, OpenedTag[]>();
    for (const page of pages) tagsOf.set(path.join(dir, page), readTags(await readPage(dir, page)));
    for (const [page, tags] of tagsOf) {
      for (const address of addressesOf(tags)) {
        const url = new URL(address, pathToFileURL(page));
        if (/^(?:https?|mailto|tel):$/.test(url.protocol)) continue;
        const inside = url.href.startsWith(`${pathToFileURL(dir).href}/`);
        const file = inside ? fileURLToPath(new URL(url.pathname, url)) : '';
        const id = decodeURIComponent(url.hash.slice(1));
        const found = /\.[a-z\d]+$/.test(file) && existsSync(file);
        const named =
          id === '' ||
          address.endsWith('#asked') ||
          tagsOf.get(file)?.some(({ attributes }) => attributes['id'] === id);
        if (!found || !named) broken.push(`${path.relative(dir, page)} → ${address}`);
      }
    }
    expect(pages.length).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  });

  it('has each page of the site but the one for wrong addresses', async () => {
    const expected = (await listFiles(site, '.html')).filter((file) => file !== '404.html');
    expect(await listFiles(dir, '.html')).toEqual(expected);
  });

  it('loads no module, nothing from elsewhere, and nothing that needs a server', async () => {
    for (const page of await listFiles(dir, '.html')) {
      for (const { name, attributes } of readTags(await readPage(dir, page))) {
        expect(attributes['type'], page).not.toBe('module');
        expect(attributes['data-online'], page).toBeUndefined();
        if (name === 'script' && attributes['src'])
          expect(attributes['src'], page).toMatch(/^(?:\.\.?\/)+offline\/page\.js$/);
      }
    }
    for (const file of ['404.html', 'robots.txt', 'feed.xml', 'sitemap-index.xml', 'api/documents.json']) {
      expect(existsSync(path.join(dir, file)), file).toBe(false);
    }
  });

  it('hands over every file that scripts ask for, byte for byte', async () => {
    const files = (await listFiles(site, '')).filter(
      (file) => path.extname(file) !== '' && treatmentOf(file) === 'data',
    );
    expect(files).toContain('pagefind/pagefind-entry.json');
    expect(files).toContain('api/numbers.json');
    for (const file of files) {
      const script: { file?: { text?: string; base64?: string } } = {};
      runInNewContext(await readFile(path.join(dir, `${file}.js`), 'utf8'), {
        document: { currentScript: script },
      });
      const { text, base64 } = script.file ?? {};
      const handed = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text);
      expect(handed.equals(await readFile(path.join(site, file))), file).toBe(true);
      expect(existsSync(path.join(dir, file)), file).toBe(false);
    }
  });
});

it('is told of in a text that old Windows shows right', async () => {
  const guide = await readFile(path.join(inject('offlineSite'), '使用说明.txt'));
  expect([...guide.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = guide.toString('utf8');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toContain('双击这个文件夹里的 index.html');
  expect(text).toMatch(/收录 8 份文件，/);
});
