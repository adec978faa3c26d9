import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE, ROOT } from '../support/build.setup.ts';
import { listFiles, type OpenedTag, readPage, readTags } from '../support/html.ts';

const sites = [
  { name: 'office', dir: inject('officeSite'), base: '/', origin: new URL(ROOT).origin },
  { name: 'fixture', dir: inject('fixtureSite'), base: FIXTURE_BASE, origin: 'https://wenku.example' },
];

const ADDRESS_ATTRIBUTES = ['href', 'src', 'action', 'srcset', 'poster', 'data'];

/** Addresses that a page links to or loads, as they stand in it. */
function addresses(tags: readonly OpenedTag[]): { tag: string; address: string }[] {
  return tags.flatMap(({ name, attributes }) =>
    ADDRESS_ATTRIBUTES.flatMap((attribute) => {
      const address = attributes[attribute];
      return address === undefined ? [] : [{ tag: name, address }];
    }),
  );
}

describe.each(sites)('the $name site', ({ dir, base, origin }) => {
  it('has no broken link and no link to a missing place on a page', async () => {
    const pages = await listFiles(dir, '.html');
    const ids = new Map<string, Set<string>>();
    const idsOf = async (file: string): Promise<Set<string>> => {
      const known =
        ids.get(file) ??
        new Set(readTags(await readPage(dir, file)).flatMap((tag) => tag.attributes['id'] ?? []));
      ids.set(file, known);
      return known;
    };
    const broken: string[] = [];
    for (const page of pages) {
      for (const { address } of addresses(readTags(await readPage(dir, page)))) {
        const url = new URL(address, `${origin}${base}${page}`);
        if (url.origin !== origin) continue;
        const pathname = decodeURIComponent(url.pathname);
        const file = pathname.slice(base.length).replace(/(^|\/)$/, '$1index.html');
        if (!pathname.startsWith(base) || !existsSync(path.join(dir, file))) {
          broken.push(`${page} → ${address}`);
        } else if (
          url.hash &&
          file.endsWith('.html') &&
          !(await idsOf(file)).has(decodeURIComponent(url.hash.slice(1)))
        ) {
          broken.push(`${page} → ${address}`);
        }
      }
    }
    expect(pages.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });

  it('loads nothing from another host', async () => {
    const foreign: string[] = [];
    for (const page of await listFiles(dir, '.html')) {
      for (const { tag, address } of addresses(readTags(await readPage(dir, page)))) {
        const outside = new URL(address, `${origin}${base}`).origin !== origin;
        if (outside && tag !== 'a') foreign.push(`${page}: <${tag}> ${address}`);
      }
    }
    for (const sheet of await listFiles(dir, '.css')) {
      if (/url\(\s*["']?(?:https?:)?\/\//.test(await readPage(dir, sheet))) foreign.push(sheet);
    }
    expect(foreign).toEqual([]);
  });

  it('gives each id once on a page', async () => {
    for (const page of await listFiles(dir, '.html')) {
      const ids = readTags(await readPage(dir, page)).flatMap((tag) => tag.attributes['id'] ?? []);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        page,
      ).toEqual([]);
    }
  });

  it('names its language, title and description on every page', async () => {
    for (const page of await listFiles(dir, '.html')) {
      const html = await readPage(dir, page);
      expect(html, page).toMatch(/<html lang="zh-CN"/);
      expect(html, page).toMatch(/<title>[^<]+<\/title>/);
      if (!html.includes('http-equiv="refresh"'))
        expect(html, page).toMatch(/<meta name="description" content="[^"]+"/);
    }
  });

  it('has one first-level heading on each page and skips no level', async () => {
    for (const page of await listFiles(dir, '.html')) {
      const levels = readTags(await readPage(dir, page)).flatMap(({ name }) =>
        /^h[1-6]$/.test(name) ? [Number(name[1])] : [],
      );
      if (levels.length === 0) continue;
      expect(
        levels.filter((level) => level === 1),
        page,
      ).toHaveLength(1);
      const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      expect(skips, page).toEqual([]);
    }
  });
});
