import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIndexed } from '../../../../scripts/render/program-files.ts';
import { renderSite } from '../../../../scripts/render/render-site.ts';
import type { RendererPool } from '../../../../scripts/render/renderer-pool.ts';
import { tempContent } from '../../../support/temp-content.ts';

const task = (file: string, indexed: boolean) => ({
  ...{ file, pathname: `/${file}`, route: 0, isPage: file.endsWith('.html'), ofProgram: false, indexed },
});

/** A pool whose pages hold their names, and show a document where they are indexed. */
function stubPool(made: string[]): RendererPool {
  const tasks = [
    task('topics/index.html', false),
    task('plans/a/index.html', true),
    task('api/documents.json', true),
  ];
  const pool: Pick<RendererPool, 'list' | 'expect' | 'make'> = {
    list: async () => tasks,
    expect: () => undefined,
    make: async (own, onMade) => {
      for (const each of own) {
        made.push(each.file);
        const html = each.indexed ? `<article data-document data-id="${each.file}"></article>` : each.file;
        onMade(each, { content: new TextEncoder().encode(html), reads: new Map() });
      }
    },
  };
  return pool as RendererPool;
}

describe('renderSite', () => {
  const plan = { programKey: 'p', shape: 's', common: 'c', lastDir: '/nowhere' };
  const ledger = { programKey: '', shape: '', files: new Map(), texts: [] };

  it('makes what the index reads first, tells of it, and then the rest', async () => {
    const outDir = await tempContent({});
    const made: string[] = [];
    let there: string[] = [];
    const onIndexable = (sumOf: (file: string) => string | undefined): void => {
      there = [...made];
      expect(sumOf('plans/a/index.html')).toMatch(/^[\w-]{43}$/);
    };
    const { pages } = await renderSite({ ...plan, pool: stubPool(made), outDir, ledger, onIndexable });
    expect(there).toEqual(['plans/a/index.html', 'api/documents.json']);
    expect(made).toEqual([...there, 'topics/index.html']);
    expect(pages).toEqual(['/topics/index.html', '/plans/a/index.html']);
    expect(await readFile(path.join(outDir, 'topics/index.html'), 'utf8')).toBe('topics/index.html');
  });

  it('keeps the order of the routes where nobody waits', async () => {
    const made: string[] = [];
    await renderSite({ ...plan, pool: stubPool(made), outDir: await tempContent({}), ledger });
    expect(made).toEqual(['topics/index.html', 'plans/a/index.html', 'api/documents.json']);
  });
});

it('the components that the index reads are there, under these names', async () => {
  const files = await readdir('src/pages', { recursive: true });
  const components = files.map((file) => `src/pages/${file.split(path.sep).join('/')}`).filter(isIndexed);
  expect(components.sort()).toEqual([
    ...['src/pages/api/documents.json.ts', 'src/pages/plans/[slug].astro'],
    ...['src/pages/policies/[slug].astro', 'src/pages/summaries/[slug].astro'],
  ]);
});
