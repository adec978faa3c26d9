/** The index step with what it kept of earlier builds: always the bytes of a build that keeps nothing. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildSearchIndex } from '../../scripts/build-search-index.ts';
import { readDocuments } from '../../scripts/search-index/documents.ts';
import { indexDocuments } from '../../scripts/search-index/index-documents.ts';
import { help, indexShards, type ShardAnswer } from '../../scripts/search-index/index-shards.ts';
import { makeSampleDocuments, type SampleDocument, writeSampleSite } from '../support/sample-site.ts';

const library = makeSampleDocuments(90);
const folders: string[] = [];
let kept = '';
let cacheDir = '';

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'index-cache-'));
  folders.push(folder);
  return folder;
}

async function makeSite(documents: readonly SampleDocument[]): Promise<string> {
  const outDir = await writeSampleSite(documents, {});
  folders.push(outDir);
  return outDir;
}

/** Every file of the search by its name below the site. */
async function searchFiles(outDir: string): Promise<Record<string, string>> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(outDir, path.join(entry.parentPath, entry.name)))
    .filter((file) => /^(?:pagefind|search)\W/.test(file));
  const read = async (file: string) => [file, (await readFile(path.join(outDir, file))).toString('base64')];
  return Object.fromEntries(await Promise.all(files.sort().map(read)));
}

/** Builds the index of documents with the cache and without, each in a new folder, and gives both. */
async function buildBoth(documents: readonly SampleDocument[]) {
  const [withCache, clean] = [await makeSite(documents), await makeSite(documents)];
  await buildSearchIndex({ outDir: withCache, basePath: '/', cacheDir });
  await buildSearchIndex({ outDir: clean, basePath: '/' });
  return { withCache: await searchFiles(withCache), clean: await searchFiles(clean) };
}

/** What the cache has kept of shards, by name. */
const keptShards = async (): Promise<string[]> =>
  (await readdir(cacheDir)).filter((name) => name.startsWith('shard-')).sort();

beforeAll(async () => {
  kept = await makeFolder();
  await buildSearchIndex({ outDir: await makeSite(library), basePath: '/', cacheDir: kept });
});
beforeEach(async () => {
  cacheDir = await makeFolder();
  await cp(kept, cacheDir, { recursive: true });
});
afterEach(async () => {
  const made = folders.splice(0).filter((folder) => folder !== kept);
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));
});
afterAll(() => rm(kept, { recursive: true, force: true }));

const [first, ...rest] = library;
if (!first) throw new Error('a library of no documents');
const middle = library[45] ?? first;
const others = library.filter((document) => document !== middle);
const changed = (change: Partial<SampleDocument>): SampleDocument[] =>
  library.map((document) => (document === middle ? { ...document, ...change } : document));
const renamed = (entry: Partial<SampleDocument['entry']>): SampleDocument[] =>
  changed({ entry: { ...middle.entry, ...entry } });
const id = 'plans/another-name';

describe('an index made with what was kept', () => {
  const mutations: Array<[string, readonly SampleDocument[]]> = [
    ['nothing was changed', library],
    ['a text was changed', changed({ body: `${middle.body}<p>增加的一段：磨课磨课磨课。</p>` })],
    ['a text became traditional', changed({ body: '<p>學校課程方案，隨著課程改革。</p>' })],
    ['a text was emptied', changed({ body: '<p>空</p>' })],
    ['a text became very long', changed({ body: `<p>${'课堂教学改革与校本教研'.repeat(3000)}</p>` })],
    ['a heading with a new term was added', changed({ body: '<h2>一、读书漂流</h2><p>读书漂流。</p>' })],
    ['a document was added', [...library, { ...first, entry: { ...first.entry, id, url: `/${id}/` } }]],
    ['a document was deleted', others],
    ['the oldest document was deleted', rest],
    ['a document was renamed', renamed({ id, url: `/${id}/` })],
    ['a document got another date', renamed({ issuedOn: '1999-01-01', years: [1999] })],
    ['the metadata alone were changed', renamed({ topics: ['新的主题'], status: '废止' })],
    ['the order of the list was changed', library.toReversed()],
    ['most were deleted', library.slice(0, 5)],
    ['all were deleted', []],
  ];
  it.each(mutations)('is that of a clean build when %s', async (_, documents) => {
    const { withCache, clean } = await buildBoth(documents);
    expect(Object.keys(clean).length).toBeGreaterThan(8);
    expect(withCache).toEqual(clean);
  });

  it('is made of the shards that are still the same', async () => {
    const before = await keptShards();
    expect(before.length).toBeGreaterThan(3);
    await buildBoth(changed({ body: '<p>增加的一段。</p>' }));
    const after = await keptShards();
    expect(after.filter((name) => !before.includes(name))).toHaveLength(1);
    await buildBoth(others);
    expect((await keptShards()).filter((name) => !after.includes(name)).length).toBeLessThan(3);
  });

  it('does without pages whose digest is known, and reads those of which none is', async () => {
    const hashes = new Map<string, string>();
    const pageHash = (file: string) => hashes.get(file);
    for (const { entry } of library) hashes.set(`${entry.id}/index.html`, `as ${entry.id} was`);
    await buildSearchIndex({ outDir: await makeSite(library), basePath: '/', cacheDir, pageHash });
    const now = changed({ body: '<p>增加的一段。</p>' });
    const [outDir, clean] = [await makeSite(now), await makeSite(now)];
    hashes.delete(`${middle.entry.id}/index.html`);
    await buildSearchIndex({ outDir, basePath: '/', cacheDir, pageHash });
    await buildSearchIndex({ outDir: clean, basePath: '/' });
    expect(await searchFiles(outDir)).toEqual(await searchFiles(clean));
    for (const { entry } of now) await rm(path.join(outDir, entry.id), { recursive: true });
    hashes.set(`${middle.entry.id}/index.html`, 'never seen');
    await expect(buildSearchIndex({ outDir, basePath: '/', cacheDir, pageHash })).rejects.toThrow('没有页面');
  });

  it('is made of the same shards when every page has changed, but one alone in what is indexed', async () => {
    const build = async (documents: readonly SampleDocument[], foot: string): Promise<string> => {
      const outDir = await makeSite(documents);
      for (const { entry } of documents) {
        const file = path.join(outDir, entry.id, 'index.html');
        await writeFile(file, `${await readFile(file, 'utf8')}<!-- ${foot} -->`);
      }
      const pageHash = (file: string) => `${foot} ${file}`;
      await buildSearchIndex({ outDir, basePath: '/', cacheDir, pageHash });
      return outDir;
    };
    await build(library, 'first');
    const before = await keptShards();
    const now = renamed({ title: '改过的标题' });
    const [outDir, clean] = [await build(now, 'second'), await makeSite(now)];
    expect((await keptShards()).filter((name) => !before.includes(name))).toHaveLength(1);
    await buildSearchIndex({ outDir: clean, basePath: '/' });
    expect(await searchFiles(outDir)).toEqual(await searchFiles(clean));
    for (const name of await keptShards()) await rm(path.join(cacheDir, name));
    expect(await searchFiles(await build(now, 'third'))).toEqual(await searchFiles(clean));
  });

  const damages: Array<[string, (bytes: Buffer) => Buffer]> = [
    [
      'have a changed byte',
      (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 1 : byte))),
    ],
    ['are cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['are empty', () => Buffer.alloc(0)],
    ['are something else', () => Buffer.from('<html>login</html>')],
  ];
  it.each(damages)('is that of a clean build when kept files %s', async (_, damage) => {
    for (const name of await readdir(cacheDir)) {
      const file = path.join(cacheDir, name);
      await writeFile(file, damage(await readFile(file)));
    }
    const { withCache, clean } = await buildBoth(library);
    expect(withCache).toEqual(clean);
  });

  it('is that of a clean build when files have changed names', async () => {
    const names = (await readdir(cacheDir)).sort();
    const contents = await Promise.all(names.map((name) => readFile(path.join(cacheDir, name))));
    for (const [index, name] of names.entries()) {
      await writeFile(path.join(cacheDir, name), contents[(index + 1) % contents.length] ?? '');
    }
    const { withCache, clean } = await buildBoth(library);
    expect(withCache).toEqual(clean);
  });

  it('is that of a clean build when some files are lost and a new term is counted', async () => {
    for (const name of await readdir(cacheDir)) {
      if (/^(?:texts|counts)-/.test(name)) await rm(path.join(cacheDir, name));
    }
    const { withCache, clean } = await buildBoth(changed({ body: '<h2>读书漂流</h2><p>學校讀書漂流。</p>' }));
    expect(withCache).toEqual(clean);
  });

  it('is made where nothing can be kept', async () => {
    await rm(cacheDir, { recursive: true });
    await writeFile(cacheDir, 'a file, not a folder');
    const { withCache, clean } = await buildBoth(library);
    expect(withCache).toEqual(clean);
  });

  it('is made by several builds at once', async () => {
    // Pagefind's package starts one program for a whole process, so here the builds take the engine from the cache.
    for (const name of await readdir(cacheDir)) {
      if (!name.startsWith('runtime-')) await rm(path.join(cacheDir, name));
    }
    const now = changed({ body: '<p>增加的一段。</p>' });
    const sites = await Promise.all([library, now, library, now].map(makeSite));
    await Promise.all(sites.map((outDir) => buildSearchIndex({ outDir, basePath: '/', cacheDir })));
    const [one, two, three, four] = await Promise.all(sites.map(searchFiles));
    expect(three).toEqual(one);
    expect(four).toEqual(two);
    const { withCache, clean } = await buildBoth(library);
    expect(one).toEqual(clean);
    expect(withCache).toEqual(clean);
    const drafts = (await readdir(cacheDir)).filter((name) => !/^[a-z]+-[0-9a-f]{40}$/.test(name));
    expect(drafts).toEqual([]);
  });
});

describe('shards', () => {
  it('are the same from threads as from this one', async () => {
    const many = makeSampleDocuments(320);
    const outDir = await makeSite(many);
    const documents = await readDocuments(outDir);
    const tasks = Array.from({ length: 5 }, (_, shard) => ({
      ...{ outDir, basePath: '/' },
      documents: documents.slice(shard * 64, (shard + 1) * 64),
    }));
    const expected = [];
    for (const task of tasks) expected.push(await indexDocuments(task));
    const made: unknown[] = [];
    await indexShards(tasks, (place, shard) => {
      made[place] = shard;
    });
    expect(made).toEqual(expected);
    // Above, a quick processor may have indexed all before the thread had loaded.
    const answers: ShardAnswer[] = [];
    const next = new Int32Array(new SharedArrayBuffer(4));
    await help({ tasks, next }, (answer) => answers.push(answer));
    expect(answers).toEqual(expected.map((shard, place) => ({ place, shard })));
    await rm(path.join(outDir, documents[200]?.id ?? ''), { recursive: true });
    await expect(indexShards(tasks, () => undefined)).rejects.toThrow('没有页面');
  });
});
