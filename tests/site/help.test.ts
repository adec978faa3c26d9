import { access } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import sizes from '../../src/ui/shot-sizes.json' with { type: 'json' };
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles, readPage, readTags } from '../support/html.ts';

const dir = inject('fixtureSite');
const shotsOf = (html: string) =>
  readTags(html).filter(({ name, attributes }) => name === 'img' && /^shot-/.test(attributes['class'] ?? ''));

describe('help for the three readers', () => {
  it('is grouped by reader, and each page is in exactly one group', async () => {
    const index = await readPage(dir, 'help/index.html');
    const pages = (await listFiles(path.join(dir, 'help'), 'index.html')).filter((file) =>
      /^[\w-]+\/index/.test(file),
    );
    const main = index.slice(index.indexOf('<main'), index.indexOf('</main>'));
    const linked = readTags(main).flatMap(({ attributes: { href = '' } }) =>
      href.startsWith(`${FIXTURE_BASE}help/`) && href !== `${FIXTURE_BASE}help/` ? href : [],
    );
    expect([...linked].sort()).toEqual(
      pages.map((file) => `${FIXTURE_BASE}help/${path.dirname(file)}/`).sort(),
    );
    for (const reader of ['教师', '科室人员', '编者'])
      expect(main).toMatch(new RegExp(`<h2[^>]*>\\s*${reader}`));
  });

  it('keeps the addresses that it has had', async () => {
    for (const page of ['read', 'search', 'publish', 'offline', 'data', 'fields', 'rules'])
      await access(path.join(dir, 'help', page, 'index.html'));
  });

  it('shows pictures of known size, in light and dark, described once each, and loaded when they are looked at', async () => {
    const pages = await listFiles(path.join(dir, 'help'), 'index.html');
    let shown = 0;
    for (const page of pages) {
      for (const { attributes } of shotsOf(await readPage(dir, `help/${page}`))) {
        const { src = '', width, height, alt, loading } = attributes;
        const [, name = '', theme] = /\/help\/([\w-]+)-(light|dark)\.webp$/.exec(src) ?? [];
        expect(attributes['class'], page).toBe(`shot-${theme}`);
        expect({ width, height }).toEqual({
          width: String(sizes[name as keyof typeof sizes].width),
          height: String(sizes[name as keyof typeof sizes].height),
        });
        expect(alt).toMatch(/\p{Script=Han}{4}/u);
        expect(loading).toBe('lazy');
        await access(path.join(dir, src.slice(FIXTURE_BASE.length)));
        shown += 1;
      }
    }
    expect(shown).toBeGreaterThan(10);
  });
});
