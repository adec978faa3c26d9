import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildTo } from '../support/build.setup.ts';
import { readPage, readTags } from '../support/html.ts';

let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'glued-'));
  await buildTo(dir, { CONTENT_DIR: 'tests/fixtures/glued' });
});

afterAll(() => rm(dir, { recursive: true, force: true }));

/** No register knows the code here, only the number of the document itself does. */
it('leads from a number that words are glued to, in a note, a source or a basis, to a page that is there', async () => {
  const html = await readPage(dir, 'plans/yunjiaoyanzi-2012-3/index.html');
  const links = readTags(html).flatMap(({ name, attributes }) =>
    name === 'a' && attributes['data-docnumber'] ? [attributes] : [],
  );
  const named = new Set(links.map((attributes) => attributes['data-docnumber']));
  expect([...named].sort()).toEqual(['云教研字〔2012〕8号', '云教研字〔2012〕9号', '云教研字〔2013〕1号']);
  for (const { href = '' } of links) {
    expect(existsSync(path.join(dir, decodeURIComponent(href), 'index.html')), href).toBe(true);
  }
});
