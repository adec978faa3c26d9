import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE, ROOT } from '../support/build.setup.ts';
import { listFiles, readPage, readTags } from '../support/html.ts';

const sites = [
  { name: 'office', dir: inject('officeSite'), root: ROOT },
  { name: 'fixture', dir: inject('fixtureSite'), root: `https://wenku.example${FIXTURE_BASE}` },
];

interface Head {
  canonical: string | undefined;
  noindex: boolean;
  /** Where the page leads on to. */
  refresh: string | undefined;
}

async function headOf(dir: string, file: string): Promise<Head> {
  const tags = readTags(await readPage(dir, file));
  const one = (name: string, value: string, wanted: string): string | undefined =>
    tags.find(({ attributes }) => attributes[name] === value)?.attributes[wanted];
  return {
    canonical: one('rel', 'canonical', 'href'),
    noindex: one('name', 'robots', 'content') === 'noindex',
    refresh: one('http-equiv', 'refresh', 'content')?.replace(/^0; url=/, ''),
  };
}

/** The file of a page, given its absolute address. */
const fileOf = (address: string, root: string): string => {
  expect(address.startsWith(root), address).toBe(true);
  return path.join(decodeURIComponent(address.slice(root.length)), 'index.html');
};

interface Graph {
  '@graph'?: Graph[];
  '@id'?: string;
  [property: string]: unknown;
}

/** Every JSON-LD block of a page. */
function jsonLd(html: string): Graph[] {
  return [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)].map(
    ([, text = '']) => JSON.parse(text) as Graph,
  );
}

/** Every value of a property, at any depth. */
function valuesOf(node: unknown, property: string): unknown[] {
  if (Array.isArray(node)) return node.flatMap((item) => valuesOf(item, property));
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === property ? [value] : []),
    ...valuesOf(value, property),
  ]);
}

describe.each(sites)('the addresses of the $name site', ({ dir, root }) => {
  it('are told by each page: its own, or that of the page to which it leads', async () => {
    for (const file of await listFiles(dir, '.html')) {
      const { canonical, noindex, refresh } = await headOf(dir, file);
      if (refresh !== undefined) {
        expect(canonical, file).toBe(new URL(refresh, root).href);
        expect(noindex, file).toBe(true);
        const target = fileOf(canonical ?? '', root);
        expect(existsSync(path.join(dir, target)), `${file} → ${target}`).toBe(true);
        expect((await headOf(dir, target)).refresh, `${file} leads to another redirect`).toBeUndefined();
      } else if (noindex) expect(canonical, file).toBeUndefined();
      else {
        expect(canonical, file).toMatch(/\/$/);
        expect(fileOf(canonical ?? '', root), file).toBe(file);
      }
    }
  });

  it('are in the sitemap, but for those that only lead on or are no pages', async () => {
    const listed = [...(await readPage(dir, 'sitemap-0.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address = '']) => fileOf(address, root),
    );
    const expected: string[] = [];
    for (const file of await listFiles(dir, '.html')) {
      if (!(await headOf(dir, file)).noindex && !file.startsWith('n/')) expected.push(file);
    }
    expect(listed.sort()).toEqual(expected.sort());
  });

  it('stand in the JSON-LD of each document, whose links both ways lead to pages that are there', async () => {
    const documents = JSON.parse(await readPage(dir, 'api/documents.json')) as {
      id: string;
      url: string;
      status: string;
    }[];
    for (const { id, url, status } of documents) {
      const [graph, ...others] = jsonLd(await readPage(dir, `${id}/index.html`));
      expect(others).toEqual([]);
      const [node, crumbs] = graph?.['@graph'] ?? [];
      expect(node?.['@id']).toBe(new URL(url, root).href);
      expect(crumbs?.['@type']).toBe('BreadcrumbList');
      if (status === '未核实') expect(node).not.toHaveProperty('legislationLegalForce');
      const addresses = [...valuesOf(graph, '@id'), ...valuesOf(graph, 'item'), ...valuesOf(graph, 'url')];
      for (const address of addresses) {
        expect(existsSync(path.join(dir, fileOf(String(address), root))), String(address)).toBe(true);
      }
    }
  });

  it('tells on the home page how to search', async () => {
    const [node] = jsonLd(await readPage(dir, 'index.html'));
    expect(node).toMatchObject({ '@type': 'WebSite', url: root });
    const [template] = valuesOf(node, 'urlTemplate');
    expect(template).toBe(`${root}search/?q={search_term_string}`);
  });
});

describe('an address that was published before', () => {
  const dir = inject('fixtureSite');
  const plan = `${FIXTURE_BASE}plans/yunjiaoyanzi-2012-3/`;

  it.each([
    ['plans/2012-draft', plan],
    ['plans/yunjiaoyanzi-2012-30', plan],
    ['n/云教研字〔2012〕30号', plan],
    ['topics/moke', `${FIXTURE_BASE}topics/tingkepingke/`],
    ['plans/2012-draft/changes', `${plan}changes/`],
    // A register that is short enough shows each state on its one page.
    ['citations/missing', `${FIXTURE_BASE}citations/`],
  ])('%s leads on to %s', async (old, now) => {
    expect((await headOf(dir, `${old}/index.html`)).refresh).toBe(now);
    expect(await readPage(dir, `${old}/index.html`)).not.toContain('data-document');
  });

  it('is told in the data', async () => {
    const documents = JSON.parse(await readPage(dir, 'api/documents.json')) as {
      id: string;
      aliases: string[];
    }[];
    expect(documents.find(({ id }) => id === 'plans/yunjiaoyanzi-2012-3')?.aliases).toEqual([
      'plans/2012-draft',
      '云教研字〔2012〕30号',
    ]);
    const numbers = JSON.parse(await readPage(dir, 'api/numbers.json')) as Record<string, unknown>;
    expect(numbers['云教研字〔2012〕30号']).toEqual({ url: plan, held: true });
  });
});

describe('the box that says how to cite a document', () => {
  it('has both forms in the page itself', async () => {
    const html = await readPage(inject('fixtureSite'), 'policies/yunjiaofa-2011-5/index.html');
    expect(html).toContain('>《云岭区教育局关于加强听课工作的通知》（云教发〔2011〕5号）</p>');
    expect(html.replace(/<\/?span[^>]*>/g, '')).toContain(
      '>云岭区教育局. 云岭区教育局关于加强听课工作的通知：云教发〔2011〕5号[A/OL]. （2011-01-10）[引用日期]. https://wenku.example/wenku/policies/yunjiaofa-2011-5/.</p>',
    );
  });
});
