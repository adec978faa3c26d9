import { rm } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { disguiseCharacters, spaceOut } from '../../../scripts/bench/disguise.ts';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { literalSearch, readDocuments, toReadDocument } from '../../../scripts/bench/literal-search.ts';
import { type Expected, judgeAnswers } from '../../../scripts/bench/measure-exactness.ts';
import { comparable, searchableLines } from '../../../scripts/bench/page-text.ts';
import { QUERY_KINDS, type QueryKind, type SampledQuery } from '../../../scripts/bench/query-kinds.ts';
import { makeRandom } from '../../../scripts/bench/random.ts';
import { sampleKinds, sampleQueries } from '../../../scripts/bench/sample-queries.ts';
import {
  asKeyword,
  cutAcross,
  cutAtEdge,
  cutAtSeam,
  isPlain,
  makesSeam,
  splice,
} from '../../../scripts/bench/text-pieces.ts';
import { buildSearchIndex } from '../../../scripts/build-search-index.ts';
import { makeSampleDocuments, writeSampleSite } from '../../support/sample-site.ts';
import { loadSearchApi } from '../../support/search-api.ts';

const page =
  '<nav>导航</nav><article data-document><h1 data-document-title>云岭区计划</h1><dl data-document-facts><dt>文号</dt>' +
  '<dd>云教发〔2011〕5号<a data-search-ignore>注</a></dd></dl><p>工具</p><div data-document-body><p>深入<b>推进</b>磨课。</p>' +
  '<p>评 课<br>活动<button>复制</button></p></div><section>被引用</section></article>';

describe('the literal search that the site is compared with', () => {
  const documents = [
    toReadDocument('/a/', searchableLines(page)),
    toReadDocument('/b/', ['磨课 QQ群', '评课']),
  ];
  const found = (include: string[], exclude: string[] = []): string[] => [
    ...literalSearch(documents, { include, exclude }),
  ];

  it('reads the four regions, line by line', () => {
    expect(searchableLines(page)).toEqual([
      '云岭区计划',
      '文号',
      '云教发〔2011〕5号',
      '深入推进磨课。',
      '评 课 活动',
    ]);
  });

  it('puts aside width, case, spaces and the shape of brackets and quotes, and nothing else', () => {
    expect(comparable('云教发 [２０１１] 5号')).toBe(comparable('云教发〔2011〕5号'));
    expect(comparable('“QQ群”')).toBe(comparable('「qq群」'));
    expect(comparable('«一»〝二〞')).toBe(comparable('“一”"二"'));
    expect(comparable('〈课程〉')).toBe(comparable('《课程》'));
    expect(comparable('磨课，评课')).not.toBe(comparable('磨课评课'));
    expect(comparable('《课程》')).not.toBe(comparable('（课程）'));
  });

  it('never matches across lines', () => {
    expect(found(['推进磨课'])).toEqual(['/a/']);
    expect(found(['推进磨课', '评课'])).toEqual(['/a/']);
    expect(found(['磨课。评课'])).toEqual([]);
    expect(found(['被引用'])).toEqual([]);
  });

  it('wants every text to include and none to exclude', () => {
    expect(found(['磨课', '评课'])).toEqual(['/a/', '/b/']);
    expect(found(['磨课', '评课'], ['qq群'])).toEqual(['/a/']);
    expect(found(['磨课'], ['评 课'])).toEqual([]);
    expect(found(['磨课'], ['导航'])).toEqual(['/a/', '/b/']);
  });
});

describe('pieces of text', () => {
  it('are put in quotes only where a keyword would not stand for itself', () => {
    expect(['磨课', 'QQ群', '“四个一”', '听课-评课'].map(asKeyword)).toEqual([
      '磨课',
      'QQ群',
      '“四个一”',
      '听课-评课',
    ]);
    expect(['听课 评课', '-评课', '－评课', '听　评'].map(asKeyword)).toEqual([
      '"听课 评课"',
      '"-评课"',
      '"－评课"',
      '"听　评"',
    ]);
    expect(['"磨课', '标题：磨课', '文号:5', '\u0301磨', ' \u200b'].filter(isPlain)).toEqual([]);
  });

  it('begin or end where a line does', () => {
    const random = makeRandom(3);
    const line = '案例评比，一二三四五六七八九十';
    for (let time = 0; time < 100; time++) {
      const edge = cutAtEdge(line, { least: 2, most: 5 }, random) ?? '';
      expect(line.startsWith(edge) || line.endsWith(edge), edge).toBe(true);
    }
  });

  it('run from one line into the next, which share a character now and then', () => {
    const random = makeRandom(3);
    for (let time = 0; time < 100; time++) {
      expect(cutAcross(['课程方案', '案例评比'], random)).toMatch(/^(?:(?:课?程)?方)?案案(?:例(?:评比?)?)?$/);
      expect(cutAtSeam(['课程方案', '案例评比'], random)).toMatch(/^(?:课?程)?方案例(?:评比?)?$/);
    }
    expect(makesSeam('课程方案', '案例')).toBe(true);
    expect(makesSeam('案', '案例')).toBe(false);
    expect(makesSeam('课程方案', '方案')).toBe(false);
  });

  it('can be spliced so that only their pairs occur', () => {
    const lines = ['推进磨课活动', '评课活动方案'];
    const pairs = new Set(lines.flatMap((line) => [...line].slice(1).map((next, at) => line[at] + next)));
    for (let seed = 0; seed < 50; seed++) {
      const text = splice(lines, makeRandom(seed));
      if (text === undefined) continue;
      for (let at = 1; at < text.length; at++) expect(pairs).toContain(text.slice(at - 1, at + 1));
    }
  });

  it('mean the same in any disguise', () => {
    const printed = '云教发〔2011〕5号《关于QQ群、“四个一”的通知》：共１２所，98.5%。';
    const disguises = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const random = makeRandom(seed);
      const text = spaceOut(disguiseCharacters(printed, random), random);
      expect(text).not.toContain('"');
      expect(comparable(text)).toBe(comparable(printed));
      disguises.add(text);
    }
    expect(disguises.size).toBe(200);
    const all = [...disguises].join('');
    for (const shape of [
      '（',
      '[',
      '【',
      '｛',
      '〈',
      '『',
      '‘',
      '５',
      '1',
      'ｑ',
      'q',
      'Q',
      '．',
      '｡',
      '\u200b',
      '　',
    ]) {
      expect(all).toContain(shape);
    }
  });
});

describe('sampled queries', () => {
  const documents = [...generateContent(12)].map(([file, mdx]) =>
    toReadDocument(
      file,
      mdx.split('\n').filter((line) => line.trim() !== ''),
    ),
  );
  const queries = sampleQueries(documents, 20 * QUERY_KINDS.length + 5, makeRandom(1));
  const of = (kind: QueryKind): SampledQuery[] => queries.filter((query) => query.kind === kind);

  it('are the same every time, of every kind, as many as asked for', () => {
    expect(queries).toEqual(sampleQueries(documents, 20 * QUERY_KINDS.length + 5, makeRandom(1)));
    expect(queries).toHaveLength(20 * QUERY_KINDS.length + 5);
    for (const kind of QUERY_KINDS) expect(of(kind)).toHaveLength(kind === 'fragment' ? 25 : 20);
    expect(new Set(queries.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(queries.length);
  });

  it('make up by fragments what the text has too few of', () => {
    const short = [toReadDocument('/a/', ['指导思想和工作目标以及各项保障措施'])];
    const few = sampleQueries(short, 70, makeRandom(1));
    expect(few.filter(({ kind }) => kind === 'with Latin letters')).toEqual([]);
    expect(few.filter(({ kind }) => kind === 'fragment').length).toBeGreaterThan(5);
    expect(sampleQueries([], 70, makeRandom(1))).toEqual([]);
  });

  it('occur, or occur nowhere, as their kind says', () => {
    for (const { kind, text, include, exclude } of queries) {
      const { size } = literalSearch(documents, { include, exclude: exclude ?? [] });
      if (kind !== 'across two blocks') expect(size > 0, text).toBe(kind !== 'occurring nowhere');
    }
    const across = of('across two blocks').map((query) => literalSearch(documents, query).size);
    expect(across.filter((size) => size === 0).length).toBeGreaterThan(10);
  });

  it('leave something out, each time that they exclude', () => {
    for (const { include, exclude = [], text } of of('with an exclusion')) {
      expect(text).toMatch(/ [-－]/);
      expect(exclude).toHaveLength(1);
      const all = literalSearch(documents, { include });
      expect(literalSearch(documents, { include, exclude }).size).toBeLessThan(all.size);
    }
  });

  it('are typed otherwise than printed, when in disguise, and some in quotes with spaces', () => {
    const disguised = of('in disguise');
    for (const { text, include } of disguised) expect(text).not.toBe(include[0]);
    expect(disguised.filter(({ text }) => /^".*\s.*"$/su.test(text)).length).toBeGreaterThan(0);
    for (const { text } of of('quoted with a word')) expect(text).toMatch(/^".+" \S+$|^\S+ ".+"$/su);
  });

  it('can be of some kinds only', () => {
    const some = sampleKinds(documents, ['phrase', 'word'], 3, makeRandom(1));
    expect(some.map(({ kind }) => kind)).toEqual(['phrase', 'phrase', 'phrase', 'word', 'word', 'word']);
  });
});

describe('judging answers', () => {
  const expect1 = (kind: QueryKind, text: string, right: string[]): Expected => ({
    query: { kind, text, include: [text] },
    right: new Set(right),
  });

  it('counts what is missing and what is too much, a document that comes twice included', () => {
    const expected = [
      expect1('word', '磨课', ['/a/', '/b/']),
      expect1('word', '评课', ['/a/', '/b/']),
      expect1('word', '听课', ['/a/']),
      expect1('occurring nowhere', '课课', []),
    ];
    const answers = [
      { urls: ['/b/', '/a/'], ms: 3 },
      { urls: ['/a/', '/c/', '/a/', '/d/'], ms: 9 },
      { urls: [], ms: 4 },
      { urls: [], ms: 1 },
    ];
    const [words, nowhere] = judgeAnswers(expected, answers);
    expect(words).toEqual({
      kind: 'word',
      queries: 3,
      recall: 0.5,
      precision: 0.75,
      ms: 4,
      slowestMs: 9,
      wrong: [
        {
          ...{ kind: 'word', query: '评课', missing: 1, surplus: 3 },
          ...{ missed: ['/b/'], added: ['/c/', '/a/', '/d/'] },
        },
        { kind: 'word', query: '听课', missing: 1, surplus: 0, missed: ['/a/'], added: [] },
      ],
    });
    expect(nowhere).toMatchObject({ queries: 1, recall: null, precision: 1, wrong: [] });
  });
});

describe('the same check, small', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('finds nothing wrong with the answers of a built index', async () => {
    // Two cells that share a character where they meet.
    const seam = '<table><tr><td>云岭第一小学</td><td>学期初听课八节</td></tr></table>';
    const sample = makeSampleDocuments(40).map((each) => ({ ...each, body: each.body + seam }));
    const outDir = await writeSampleSite(sample, {});
    await buildSearchIndex({ outDir, basePath: '/' });
    const documents = await readDocuments(
      outDir,
      sample.map(({ entry }) => entry),
    );
    const { api } = await loadSearchApi(outDir);
    const queries = sampleQueries(documents, 980, makeRandom(7));
    expect(queries).toHaveLength(980);
    const urls = new Map<string, string>();
    const answers = [];
    for (const { text } of queries) {
      const { total, results } = await api.search(text);
      expect(results).toHaveLength(total);
      for (const { id, data } of results) if (!urls.has(id)) urls.set(id, (await data()).url);
      answers.push({ urls: results.map(({ id }) => urls.get(id) ?? ''), ms: 0 });
    }
    const expected = queries.map((query) => ({ query, right: literalSearch(documents, query) }));
    expect(judgeAnswers(expected, answers).flatMap(({ wrong }) => wrong)).toEqual([]);
    await rm(outDir, { recursive: true, force: true });
  });
});
