import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { readPage, readTags } from '../support/html.ts';

interface DocumentRow {
  id: string;
  url: string;
  title: string;
  docNumber: string | null;
  years: number[];
  period: string | null;
}

interface CitationRow {
  from: string;
  to: string | null;
  raw: string;
  canonical: string | null;
  anchor: string;
  resolved: string;
}

const dir = inject('fixtureSite');
const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readPage(dir, file)) as T;
const fileOf = (url: string): string =>
  path.join(decodeURIComponent(url).slice(FIXTURE_BASE.length), 'index.html');

describe('the contracts of a built site', () => {
  it('has every page and file that others rely on', () => {
    for (const file of [
      'index.html',
      'plans/index.html',
      'summaries/index.html',
      'policies/index.html',
      'years/2012/index.html',
      'issuers/yunlingqujiaoyanshi/index.html',
      'topics/kecheng-gaige/index.html',
      'citations/index.html',
      'citations.csv',
      'citations-places.csv',
      'n/index.html',
      'api/register.json',
      'search/index.html',
      'search/api.js',
      'pagefind/pagefind-entry.json',
      'help/index.html',
      'help/search/index.html',
      'help/fields/index.html',
      'help/rules/index.html',
      '404.html',
      'feed.xml',
      'robots.txt',
      'sitemap-index.xml',
    ]) {
      expect(existsSync(path.join(dir, file)), file).toBe(true);
    }
  });

  it('tells a browser how to search from its address bar', async () => {
    const links = readTags(await readPage(dir, 'index.html')).filter(
      ({ attributes }) => attributes['rel'] === 'search',
    );
    expect(links.map(({ attributes }) => attributes['href'])).toEqual([
      `${FIXTURE_BASE}search/opensearch.xml`,
    ]);
    const xml = await readPage(dir, 'search/opensearch.xml');
    const [url, name] = [/ template="([^"]+)"/.exec(xml)?.[1] ?? '', /<ShortName>([^<]+)</.exec(xml)?.[1]];
    const address = new URL(url.replace('{searchTerms}', encodeURIComponent('磨课')));
    expect(existsSync(path.join(dir, fileOf(address.pathname)))).toBe(true);
    expect(address.searchParams.get('q')).toBe('磨课');
    expect([...(name ?? '')].length).toBeGreaterThan(0);
    expect([...(name ?? '')].length).toBeLessThanOrEqual(16);
  });

  it('lists every document with its page and marks the page as the contract says', async () => {
    const documents = await readJson<DocumentRow[]>('api/documents.json');
    expect(documents.map(({ id }) => id).sort()).toEqual([
      'plans/yunjiaoyanzi-2011-2',
      'plans/yunjiaoyanzi-2012-3',
      'policies/listening',
      'policies/rules-a',
      'policies/rules-b',
      'policies/yunjiaofa-2008-2',
      'policies/yunjiaofa-2011-5',
      'summaries/2012',
    ]);
    for (const { id, url } of documents) {
      const tags = readTags(await readPage(dir, fileOf(url)));
      const article = tags.find(({ attributes }) => 'data-document' in attributes);
      expect(article?.attributes['data-id']).toBe(id);
      expect(tags.filter(({ attributes }) => 'data-document-body' in attributes)).toHaveLength(1);
    }
  });

  it('leads every number to its document, its record, or a page that says 未收录', async () => {
    const numbers = await readJson<Record<string, { url: string; held: boolean }>>('api/numbers.json');
    expect(numbers['云教发〔2011〕5号']).toEqual({ url: '/wenku/policies/yunjiaofa-2011-5/', held: true });
    expect(numbers['云教发〔2009〕12号']?.held).toBe(false);
    for (const [number, { url, held }] of Object.entries(numbers)) {
      const page = await readPage(dir, `n/${number}/index.html`);
      if (held) expect(page).toContain(`content="0; url=${url}"`);
      else expect(page).toContain('未收录');
    }
  });

  it('follows every citation to a place that is there', async () => {
    const citations = await readJson<CitationRow[]>('api/citations.json');
    const documents = new Map(
      (await readJson<DocumentRow[]>('api/documents.json')).map((row) => [row.id, row]),
    );
    expect(citations.length).toBeGreaterThan(8);
    for (const { from, to, anchor } of citations) {
      const citing = documents.get(from);
      expect(citing, from).toBeDefined();
      if (to !== null) expect(documents.has(to), to).toBe(true);
      expect(await readPage(dir, fileOf(citing?.url ?? ''))).toContain(`id="${anchor}"`);
    }
  });

  it('resolves what it can and reports what is ambiguous', async () => {
    const citations = await readJson<CitationRow[]>('api/citations.json');
    const outcome = (part: string): (string | null)[][] =>
      citations.filter(({ raw }) => raw.includes(part)).map(({ to, resolved }) => [to, resolved]);
    expect(outcome('听课评课办法')).toEqual([['policies/listening', 'record']]);
    expect(outcome('教学工作规范')).toEqual([[null, 'ambiguous']]);
    expect(outcome('(2009)第12号')).toEqual([[null, 'missing']]);
    expect(outcome('〔2008〕2号').every(([to]) => to === 'policies/yunjiaofa-2008-2')).toBe(true);
  });

  it('dates the feed only where a document has a date', async () => {
    const feed = await readPage(dir, 'feed.xml');
    expect(feed.match(/<item>/g)).toHaveLength(8);
    expect(feed.match(/<pubDate>/g)).toHaveLength(3);
    expect(feed).toContain('https://wenku.example/wenku/plans/yunjiaoyanzi-2012-3/');
  });
});

describe('a document page', () => {
  it('links each number of the text, whatever its print, and never a number of another place', async () => {
    const tags = readTags(await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html'));
    const linked = tags.flatMap(({ attributes }) => attributes['data-docnumber'] ?? []);
    expect(new Set(linked)).toEqual(
      new Set(['云教发〔2011〕5号', '云教发〔2009〕12号', '云教发〔2008〕2号']),
    );
  });

  it('says who cites it, with the sentence and a link to the place', async () => {
    const html = await readPage(dir, 'policies/yunjiaofa-2011-5/index.html');
    expect(html).toContain('/wenku/plans/yunjiaoyanzi-2012-3/#s1-i1');
    expect(html).toContain('落实云教发〔2011〕5号，每学期听课不少于二十节。');
  });

  it('links last year and next year of its series', async () => {
    const html = await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html');
    expect(html).toMatch(/rel="prev" href="\/wenku\/plans\/yunjiaoyanzi-2011-2\/"/);
  });

  it('marks a dead document on its page and on links to it', async () => {
    expect(await readPage(dir, 'policies/yunjiaofa-2008-2/index.html')).toContain('chip-bad">废止');
    expect(await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html')).toContain('ref-dead');
  });
});

describe('a help page', () => {
  it('has its Chinese bold beside punctuation made bold, by the processor that runs remark plugins', async () => {
    expect(await readPage(dir, 'help/publish/index.html')).toMatch(
      /<strong>来源没有写的就空着，[^<]*。<\/strong>不要/,
    );
  });

  it('describes every field that a document may have', async () => {
    const fields = await readPage(dir, 'help/fields/index.html');
    for (const field of ['title', 'docNumber', 'period', 'status', 'relations', 'notes']) {
      expect(fields).toContain(`id="documents-${field}"`);
    }
  });
});

describe('a number that only an editor names', () => {
  it('leads to a page that says where', async () => {
    const numbers = await readJson<Record<string, { held: boolean }>>('api/numbers.json');
    expect(numbers['云教发〔2007〕9号']).toEqual({ url: expect.stringContaining('/n/'), held: false });
    const page = await readPage(dir, 'n/云教发〔2007〕9号/index.html');
    expect(page).toContain('/wenku/policies/listening/#note-1');
  });
});
