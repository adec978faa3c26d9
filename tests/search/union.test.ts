import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dateOf } from '../../src/search/facets.ts';
import type { SearchAnswer } from '../../src/ui/search/engine.ts';
import type { SearchApi as PageSearch } from '../../src/ui/search/search-run.ts';
import { searchUnion } from '../../src/ui/search/union/union-search.ts';
import { documentsAt, type LibrarySites, makeLibrarySites, writeLibrary } from '../support/library-sites.ts';
import { type Intercept, loadSearchApi, type SearchApi } from '../support/search-api.ts';

let sites: LibrarySites;
let pristine: string;

beforeAll(async () => {
  sites = await makeLibrarySites();
  const base = `${sites.root}/all/`;
  await writeLibrary(sites.root, 'all', documentsAt(base), base);
  pristine = `${sites.root}-pristine`;
  await cp(sites.root, pristine, { recursive: true });
}, 60_000);
afterAll(async () => {
  await sites.remove();
  await rm(pristine, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllGlobals());

const NAMES = { heming: '鹤鸣区教研文库', qingxi: '清溪区教研文库', nowhere: '栖霞区教研文库' } as const;
type Other = keyof typeof NAMES;

interface Asked {
  readonly union: PageSearch;
  readonly api: SearchApi;
  readonly requests: readonly string[];
}

/** The search of all libraries from the page of 云岭; by default others are waited for as long as they need. */
async function searchFrom(
  others: readonly Other[],
  {
    intercept,
    patience = () => new Promise(() => undefined),
  }: { intercept?: Intercept; patience?: () => Promise<void> } = {},
): Promise<Asked> {
  const requests: string[] = [];
  const noting: Intercept = (url) => {
    requests.push(decodeURIComponent(new URL(url).pathname).slice(sites.root.length));
    return intercept?.(url);
  };
  const { api } = await loadSearchApi(path.join(sites.root, 'yunling'), noting);
  const home = pathToFileURL(`${sites.root}/yunling/`);
  const neighbours = others.map((other) => ({ name: NAMES[other], path: `${sites.root}/${other}/` }));
  return { union: searchUnion({ api, home, neighbours, patience }), api, requests };
}

const loadAll = ({ results }: SearchAnswer) => Promise.all(results.map(({ data }) => data()));
const idsOf = async (answer: SearchAnswer): Promise<string[]> =>
  (await loadAll(answer)).map(({ documentId }) => documentId).sort();

const QUERIES = [
  ...[
    '磨课',
    '课',
    '磨课 合格课',
    '听课 -评课',
    '标题:工作计划',
    '指导思想',
    '云教发〔2009〕67号',
    '不存在的话',
  ],
  ...['教學質量', '文号:云教发', '"四个一" 工程'],
];

describe('several libraries searched together', () => {
  it.each(QUERIES)(
    'find for %s what one library of all their documents finds, with the same counts',
    async (q) => {
      const { union } = await searchFrom(['heming', 'qingxi']);
      const answer = await union.search(q);
      const ids = await idsOf(answer);
      const counted = await union.count(q);
      const { api } = await loadSearchApi(path.join(sites.root, 'all'));
      const whole = await api.search(q);
      expect(answer.total).toBe(whole.total);
      expect(counted).toBe(whole.total);
      expect(ids).toEqual(await idsOf(whole));
      expect(answer.counts).toEqual(whole.counts);
      expect(answer.remark).toBe('');
    },
  );

  it.each(['date', 'date-asc'] as const)('are in one order by %s', async (sort) => {
    const { union } = await searchFrom(['heming', 'qingxi']);
    const dates = async (answer: SearchAnswer) => (await loadAll(answer)).map(dateOf);
    const united = await dates(await union.search('课', { sort }));
    const { api } = await loadSearchApi(path.join(sites.root, 'all'));
    expect(united).toEqual(await dates(await api.search('课', { sort })));
    expect(new Set(united).size).toBeGreaterThan(10);
  });

  it('are in one order by relevance, and each hit says of which library it is', async () => {
    const { union } = await searchFrom(['heming', 'qingxi']);
    const answer = await union.search('标题:磨课 活动');
    const hits = await loadAll(answer);
    expect(new Set(hits.map(({ library }) => library))).toEqual(
      new Set(['本库', NAMES.heming, NAMES.qingxi]),
    );
    for (const { library, url } of hits) {
      const folder = { 本库: 'yunling', [NAMES.heming]: 'heming', [NAMES.qingxi]: 'qingxi' }[library ?? ''];
      expect(url.startsWith(`${sites.root}/${folder}/`)).toBe(true);
    }
    const dead = hits.map(({ status }) => status === '废止');
    expect(dead.indexOf(true)).toBeGreaterThan(0);
  });

  it('narrow by filters over all of them', async () => {
    const { union } = await searchFrom(['heming', 'qingxi']);
    const filters = { year: ['2009', '2010'], type: 'plans' };
    const answer = await union.search('课', { filters });
    const { api } = await loadSearchApi(path.join(sites.root, 'all'));
    const whole = await api.search('课', { filters });
    expect(await idsOf(answer)).toEqual(await idsOf(whole));
    expect(answer.total).toBeGreaterThan(2);
    expect(answer.counts).toEqual(whole.counts);
    await expect(union.search('课', { filters: { author: 'x' } })).rejects.toThrow('author');
  });

  it('find the document of a number in whichever library holds it', async () => {
    const { union } = await searchFrom(['heming', 'qingxi', 'nowhere']);
    const hit = await union.findNumber('云教发[2010] 第21 号');
    expect(hit).toMatchObject({ canonical: '云教发〔2010〕21号', held: false, url: null });
    expect(hit?.elsewhere).toEqual([
      { library: NAMES.heming, url: `${sites.root}/heming/plans/yunjiaofa-2010-21/` },
    ]);
    expect((await union.findNumber('云教发〔2010〕999号'))?.elsewhere).toEqual([]);
    expect(await union.findNumber('磨课')).toBeNull();
  });

  it('take terms from the own library, and its engine once for all', async () => {
    const { union, requests } = await searchFrom(['heming', 'qingxi']);
    await union.prepare();
    await union.search('磨课');
    expect(await union.suggestTerms('工作')).toEqual(expect.any(Array));
    expect(requests.filter((file) => /wasm/.test(file))).toEqual(['/yunling/pagefind/wasm.1.5.2.pagefind']);
    expect(requests.filter((file) => /suggest\.json/.test(file))).toEqual(['/yunling/search/suggest.json']);
  });
});

describe('what is wrong with another library', () => {
  let own: string[];
  beforeEach(async () => {
    own = await idsOf(await (await searchFrom([])).union.search('课'));
  });
  afterEach(async () => {
    for (const name of ['heming', 'yunling']) {
      await rm(path.join(sites.root, name), { recursive: true });
      await cp(path.join(pristine, name), path.join(sites.root, name), { recursive: true });
    }
  });
  const mark = (): string => path.join(sites.root, 'heming/search/library.json');

  it.each<[string, () => Promise<void>]>([
    ['it has no mark, being older', () => rm(mark())],
    ['its mark is of a later version', () => writeFile(mark(), '{"format":99}')],
    ['its mark is something else', () => writeFile(mark(), '<!doctype html>')],
    ['its mark is of another build', () => writeFile(mark(), '{"format":1,"folder":"x","dates":[]}')],
    ['it has a mark but no index', () => rm(path.join(sites.root, 'heming/pagefind'), { recursive: true })],
    ['nothing is there', () => rm(path.join(sites.root, 'heming'), { recursive: true })],
  ])('leaves the others alone and is said by name: %s', async (_what, spoil) => {
    await spoil();
    try {
      const { union } = await searchFrom(['heming', 'qingxi']);
      const answer = await union.search('课');
      expect(answer.remark).toBe(`没有查到${NAMES.heming}的。`);
      const ids = await idsOf(answer);
      expect(ids).toEqual(expect.arrayContaining(own));
      expect(new Set((await loadAll(answer)).map(({ library }) => library))).toEqual(
        new Set(['本库', NAMES.qingxi]),
      );
      expect(await union.count('课')).toBe(answer.total);
    } finally {
      await cp(path.join(pristine, 'heming'), path.join(sites.root, 'heming'), { recursive: true });
    }
  });

  it('is not asked for again with every key', async () => {
    const { union, requests } = await searchFrom(['nowhere', 'heming']);
    await union.search('课');
    const asked = requests.filter((file) => file.startsWith('/nowhere/')).length;
    expect(asked).toBeGreaterThan(0);
    await union.search('磨课');
    expect(requests.filter((file) => file.startsWith('/nowhere/'))).toHaveLength(asked);
  });

  it('is a document that lies elsewhere than it says: something stands in for it', async () => {
    const { union } = await searchFrom(['heming'], {
      intercept: (url) =>
        /heming.*fragment/.test(url) ? new Response('not there', { status: 404 }) : undefined,
    });
    const hits = await loadAll(await union.search('课'));
    const standIns = hits.filter(({ title }) => title === '有一份文件没有取到');
    expect(standIns.length).toBeGreaterThan(0);
    expect(hits.length - standIns.length).toBe(own.length);
    for (const { href, excerpt, library } of standIns) {
      expect(href).toBe(`${sites.root}/heming/search/?q=${encodeURIComponent('课')}`);
      expect(excerpt).toContain('改法：');
      expect(library).toBe(NAMES.heming);
    }
  });

  it('is mended by asking afresh when it has been published anew since', async () => {
    const { union } = await searchFrom(['heming', 'qingxi']);
    const before = (await union.search('磨课')).total;
    await sites.build('heming', 20, 25);
    // Parts of the old index that were not loaded before are gone.
    const answer = await union.search('指导思想');
    expect(answer.remark).toBe('');
    const ids = await idsOf(answer);
    expect(ids.length).toBeGreaterThan(0);
    expect((await union.search('磨课')).total).toBeLessThan(before);
  });

  it('is slowness: the own hits are shown, and the others once they have come', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { union } = await searchFrom(['heming'], { patience: async () => undefined });
    const fetchNow = globalThis.fetch;
    vi.stubGlobal('fetch', async (input: URL | string) => {
      if (String(input).includes('/heming/')) await held;
      return await fetchNow(input);
    });
    const first = await union.search('课');
    expect(first.remark).toBe(`没有查到${NAMES.heming}的。`);
    expect(await idsOf(first)).toEqual(own);
    release();
    const then = await vi.waitFor(async () => {
      const answer = await union.search('课');
      expect(answer.remark).toBe('');
      return answer;
    });
    expect(then.total).toBeGreaterThan(first.total);
  });
});

it('fails when it is the own library that fails, and works again when that does', async () => {
  let broken = true;
  const { union } = await searchFrom(['heming'], {
    intercept: (url) =>
      broken && /yunling\/search\/library/.test(url) ? new Response('', { status: 500 }) : undefined,
  });
  await expect(union.search('课')).rejects.toThrow();
  broken = false;
  expect((await union.search('课')).remark).toBe('');
});

it('keeps in the mark of an index the dates of its documents, in their order', async () => {
  const mark = JSON.parse(await readFile(path.join(sites.root, 'all/search/library.json'), 'utf8'));
  const { folder } = JSON.parse(
    await readFile(path.join(sites.root, 'all/pagefind/pagefind-entry.json'), 'utf8'),
  );
  expect(mark.folder).toBe(folder);
  expect(mark.dates).toEqual(
    documentsAt('/')
      .map(({ entry }) => dateOf(entry))
      .sort(),
  );
});
