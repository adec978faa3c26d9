import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { listFiles, readPage, readTags, textWithin } from '../support/html.ts';

const dir = inject('fixtureSite');
const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readPage(dir, file)) as T;

interface Row {
  id: string;
  url: string;
  years: number[];
}

/** The links and the drawing of one variant, between its opening tag and its end. */
function picture(html: string, name: string): string {
  const start = html.indexOf(`<svg class="${name}"`);
  return start < 0 ? '' : html.slice(start, html.indexOf('</svg>', start));
}

/** The lists around a document and their lines, up to the end of their section. */
function neighbourhood(html: string): string {
  const start = html.indexOf('<div class="hood-grid">');
  return start < 0 ? '' : html.slice(start, html.indexOf('</section>', start));
}

const links = (svg: string): string[] =>
  readTags(svg).flatMap(({ name, attributes }) => (name === 'a' ? (attributes['href'] ?? '') : []));

describe('the neighbourhood of a document', () => {
  it('stands on the page of each document with neighbours, and on no other', async () => {
    const citations = await readJson<{ from: string; to: string | null }[]>('api/citations.json');
    const documents = await readJson<Row[]>('api/documents.json');
    let drawn = 0;
    for (const { id, url } of documents) {
      const html = await readPage(dir, `${url.slice(FIXTURE_BASE.length)}index.html`);
      const tied =
        citations.some(({ from, to }) => from === id || to === id) || html.includes('id="relations-title"');
      expect(html.includes('data-neighbourhood'), id).toBe(tied);
      if (!tied) continue;
      drawn += 1;
      const boxes = links(neighbourhood(html));
      expect(boxes.length, id).toBeGreaterThan(0);
      expect(neighbourhood(html).match(/<li>/g)?.length, id).toBe(neighbourhood(html).match(/M\d/g)?.length);
    }
    expect(drawn).toBeGreaterThan(3);
  });

  it('shows what the document points to and what points to it, as the lists do', async () => {
    const html = await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html');
    const missing = `${FIXTURE_BASE}n/${encodeURIComponent('云教发〔2009〕12号')}/`;
    expect(links(neighbourhood(html))).toEqual(
      expect.arrayContaining([`${FIXTURE_BASE}policies/yunjiaofa-2011-5/`, missing]),
    );
    expect(textWithin(html, 'data-neighbourhood')).toContain('贯彻');
    expect(textWithin(html, 'data-neighbourhood')).toContain('未收录');
  });
});

describe('the map of the library', () => {
  it('links to every document, and its table counts as the years do', async () => {
    const html = await readPage(dir, 'map/index.html');
    const documents = await readJson<Row[]>('api/documents.json');
    expect(links(picture(html, 'map-wide'))).toEqual(expect.arrayContaining(documents.map(({ url }) => url)));
    expect(textWithin(html, 'data-map')).toContain('每框一份文件');
    const rows = html.match(/<tr><th scope="row">.*?<\/tr>/gs) ?? [];
    for (const row of rows) {
      const year = Number(/>(\d{4})</.exec(row)?.[1]);
      const own = documents.filter(({ years }) =>
        Number.isNaN(year) ? years.length === 0 : years.includes(year),
      );
      expect(Number(/<td>(\d+)<\/td><\/tr>$/.exec(row)?.[1])).toBe(own.length);
    }
    expect(rows.length).toBeGreaterThan(2);
  });
});

it('no picture has a length that is no number, or an open element', async () => {
  for (const page of await listFiles(dir, '.html')) {
    for (const svg of (await readPage(dir, page)).match(/<svg class="(?:hood|map)-.*?<\/svg>/gs) ?? []) {
      expect(svg, page).not.toMatch(/NaN|Infinity|undefined|="null"/);
      const opened = svg.match(/<[a-z][^>]*[^/]>|<[a-z]>/g)?.length;
      expect(svg.match(/<\/[a-z]+>/g)?.length, page).toBe(opened);
    }
  }
});
