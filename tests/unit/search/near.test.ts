import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAlikeFile } from '../../../scripts/search-terms/alike-file.ts';
import { spellTerm } from '../../../scripts/search-terms/spell.ts';
import { AlikeTable } from '../../../src/search/alike.ts';
import { normalise } from '../../../src/search/normalise.ts';
import { type Keyword, parseQuery } from '../../../src/search/query.ts';
import { bareText } from '../../../src/search/suggest-terms.ts';
import type { CountHits } from '../../../src/ui/search/limited-count.ts';
import { longestFragment, missingPairs } from '../../../src/ui/search/near-fragment.ts';
import { renderEmpty } from '../../../src/ui/search/render-empty.ts';
import type { SearchState } from '../../../src/ui/search/search-state.ts';
import { type Suggestion, suggest } from '../../../src/ui/search/suggest.ts';
import type { NearTables } from '../../../src/ui/search/term-files.ts';

const LIBRARY = [
  '云岭区教研室二〇一一年工作计划。深入推进课堂教学改革，组织磨课活动，建设合格课。',
  '云岭区教研室工作总结。各校自己制定制度，磨课活动扎实有效，教学常规检查每学期两次。',
  '关于规范教学常规的通知。幼儿园不得小学化，等候时间不计入课时；书籍由学校保管。',
];
const TERMS = ['教研室', '磨课', '磨课活动', '教学常规', '合格课', '工作计划'];

/** Counts documents literally, and how often it is asked. */
function makeCount(documents: readonly string[] = LIBRARY): { count: CountHits; asked: string[] } {
  const texts = documents.map((document) => normalise(document));
  const asked: string[] = [];
  const count: CountHits = async (q, filters) => {
    asked.push(q);
    const { include, exclude } = parseQuery(q);
    const found = texts.filter((text) => {
      // The first sentence is the title.
      const title = text.slice(0, text.indexOf('。'));
      const has = ({ field, normalised }: Keyword): boolean =>
        (field === 'title' ? title : field === 'number' ? '' : text).includes(normalised);
      return include.every(has) && !exclude.some(has);
    });
    // The only filter there is: nothing passes the year 1999.
    return filters.year?.includes('1999') ? 0 : found.length;
  };
  return { count, asked };
}

function makeTables(documents: readonly string[] = LIBRARY, terms: readonly string[] = TERMS): NearTables {
  const counts = new Uint32Array(0x10000);
  for (const character of documents.join('')) {
    const unit = character.charCodeAt(0);
    counts[unit] = (counts[unit] ?? 0) + 1;
  }
  return {
    terms: terms.map((text) => ({ text, documents: 1, bare: bareText(text), syllables: spellTerm(text) })),
    alike: new AlikeTable(makeAlikeFile(counts)),
  };
}

const TABLES = makeTables();
const stateOf = (q: string, filters: SearchState['filters'] = {}): SearchState => ({
  ...{ q, filters, sort: 'relevance' },
});

interface Answer {
  readonly suggestions: Suggestion[];
  readonly searches: number;
  /** `reason q total` of each. */
  readonly told: string[];
}

async function near(
  q: string,
  filters: SearchState['filters'] = {},
  tables: NearTables | null = TABLES,
): Promise<Answer> {
  const { count, asked } = makeCount();
  const suggestions = await suggest(stateOf(q, filters), count, { tables: async () => tables ?? undefined });
  const told = suggestions.map(({ reason, state, total }) => `${reason} ${state.q} ${total}`);
  return { suggestions, searches: asked.length, told };
}

describe('what is near to a query that finds nothing', () => {
  it.each([
    ['模课', '读音相近 磨课 2'],
    ['末棵', '读音相近 磨课 2'],
    ['教言室', '读音相近 教研室 2'],
    ['教研事', '读音相近 教研室 2'],
    ['交研室', '读音相近 教研室 2'],
    ['教学长规', '读音相近 教学常规 2'],
    ['各校自已', '字形相近 各校自己 1'],
    ['等侯', '字形相近 等候 1'],
    ['课棠教学改革', '读音相近 课堂教学改革 1'],
    ['幼儿圆不得小学化', '读音相近 幼儿园不得小学化 1'],
    ['模课活动扎实有小', '读音相近 磨课活动扎实有效 1'],
  ])('finds what %s meant: %s', async (query, expected) => {
    const { told, searches } = await near(query);
    expect(told[0]).toBe(expected);
    expect(searches).toBeLessThanOrEqual(30);
  });

  it.each([
    ['磨课 教学常规 龘靐', '去掉查不到的词 磨课 教学常规 1'],
    ['标题:合格课', '不限标题 合格课 1'],
    ['文号:磨课活动', '不限文号 磨课活动 2'],
  ])('offers less than %s asks for: %s', async (query, expected) => {
    const { told } = await near(query);
    expect(told).toContain(expected);
  });

  it('takes Chinese quotes around several words for straight ones, when that finds something', async () => {
    expect((await near('“课堂教学 改革”')).told[0]).toBe('作为一整句 "课堂教学 改革" 1');
  });

  it('offers three single keywords at the most', async () => {
    const { told } = await near('磨课 教学常规 幼儿园 工作总结 合格课 课时 书籍');
    expect(told.filter((each) => each.startsWith('只搜一个词'))).toHaveLength(3);
  });

  it('says what it did', async () => {
    const { suggestions } = await near('模课 合格课');
    const html = renderEmpty(stateOf('模课 合格课'), suggestions, new Map());
    const text = html.replace(/<\/li>/g, '\n').replace(/<[^>]+>/g, ' ');
    expect(text).toContain('没有「模课」，读音相近的有「磨课」');
    const alone = await near('模课');
    expect(renderEmpty(stateOf('模课'), alone.suggestions, new Map()).replace(/<[^>]+>/g, '')).toContain(
      '没有「模课」，读音相近的有磨课2 份',
    );
  });

  it('mends only the keyword that fails, and keeps the others if that finds something', async () => {
    expect((await near('模课 合格课')).told).toEqual(['读音相近 磨课 合格课 1', '只搜一个词 合格课 1']);
    expect((await near('模课 幼儿园')).told).toEqual(['读音相近 磨课 2', '只搜一个词 幼儿园 1']);
    expect((await near('模课 -合格课')).told).toContain('读音相近 磨课 -合格课 1');
  });

  it('keeps a keyword in its field, and says so', async () => {
    const { told } = await near('标题:（教学）常规');
    expect(told).toEqual(['不带标点 标题:教学常规 1']);
    const { suggestions } = await near('标题:教学长规');
    expect(suggestions[0]).toMatchObject({
      ...{ reason: '读音相近', total: 1, change: { from: '标题:教学长规', to: '标题:教学常规' } },
      state: { q: '标题:教学常规' },
    });
    const html = renderEmpty(stateOf('标题:教学长规'), suggestions, new Map());
    expect(html.replace(/<[^>]+>/g, '')).toContain('没有「标题:教学长规」，读音相近的有标题:教学常规1 份');
    expect((await near('标题:教学常规手册')).told).toEqual(['更短的词 标题:教学常规 1']);
  });

  it('mends the part that it can when the whole stands nowhere', async () => {
    const { suggestions } = await near('认真开展教言室改造');
    expect(suggestions[0]).toMatchObject({
      ...{ reason: '读音相近', total: 2, change: { from: '教言室', to: '教研室' } },
      state: { q: '教研室' },
    });
  });

  it.each([
    ['mk', '拼音相符 磨课 2'],
    ['MOKE', '拼音相符 磨课 2'],
    ['mo ke', '拼音相符 磨课 2'],
    ['jxcg', '拼音相符 教学常规 2'],
    ['mk 合格课', '拼音相符 磨课 合格课 1'],
  ])('reads %s as pinyin: %s', async (query, expected) => {
    expect((await near(query)).told[0]).toBe(expected);
  });

  it('does not take for a mistake what only the filters hide, or an excluded word', async () => {
    expect((await near('磨课', { year: ['1999'] })).told).toEqual(['去掉筛选 磨课 2']);
    expect((await near('磨课 -云岭区')).told).toEqual(['不排除词 磨课 2']);
  });

  it('still offers a shorter word when the tables cannot be had', async () => {
    expect((await near('模课活动扎实', {}, null)).told).toEqual(['更短的词 课活动扎实 1']);
  });

  it('offers the canonical form of a number before anything else', async () => {
    const { count } = makeCount(['云教发〔2009〕67号']);
    const aids = { number: '云教发〔2009〕67号', tables: async () => TABLES };
    const told = await suggest(stateOf('云教发2009第67號'), count, aids);
    expect(told.map(({ reason, state }) => [reason, state.q])).toEqual([['规范写法', '云教发〔2009〕67号']]);
  });

  it('offers nothing for what is like nothing', async () => {
    expect((await near('饕餮')).told).toEqual([]);
    expect((await near('XYZ')).told).toEqual([]);
    expect((await near('。')).told).toEqual([]);
  });

  it('offers only what is found, each once, and never starts many searches', async () => {
    const typed = fc
      .array(fc.constantFrom(...'磨模课科教言研室事常长规已己侯候，。 mk-"', '合格课', '工作'), {
        minLength: 1,
        maxLength: 60,
        size: 'max',
      })
      .map((parts) => parts.join(''));
    const { count: literal } = makeCount();
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        if ((await literal(q, {})) > 0) return;
        const { suggestions, searches } = await near(q);
        expect(searches).toBeLessThanOrEqual(90);
        const queries = suggestions.map(({ state }) => state.q);
        expect(new Set(queries).size).toBe(queries.length);
        for (const { state, total } of suggestions) expect(await literal(state.q, {})).toBe(total);
      }),
      { numRuns: 300 },
    );
  });

  it('starts at most 60 searches for one keyword, however long', async () => {
    const keyword = fc.array(fc.constantFrom(...'磨模课科教言研室事常长规已己侯候工作计划的'), {
      minLength: 1,
      maxLength: 40,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(keyword, async (characters) => {
        const { searches } = await near(characters.join(''));
        expect(searches).toBeLessThanOrEqual(60);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the longest fragment', () => {
  /** The longest part of a text in the documents, by trying all. */
  function longest(characters: readonly string[], documents: readonly string[]): number {
    for (let length = characters.length - 1; length >= 2; length--) {
      for (let start = 0; start + length <= characters.length; start++) {
        const part = characters.slice(start, start + length).join('');
        if (documents.some((document) => document.includes(part))) return length;
      }
    }
    return 0;
  }

  it('is as long as any, at a fraction of the searches', async () => {
    // Few characters, so that all pairs of a text often stand somewhere though the text doesn't.
    const character = fc.constantFrom('教', '研', '课', '磨');
    const text = (most: number): fc.Arbitrary<string[]> =>
      fc.array(character, { minLength: 2, maxLength: most, size: 'max' });
    const documents = fc.array(
      text(12).map((all) => all.join('')),
      { minLength: 1, maxLength: 6 },
    );
    let worst = 0;
    await fc.assert(
      fc.asyncProperty(text(24), documents, async (characters, all) => {
        if (all.some((document) => document.includes(characters.join('')))) return;
        let searches = 0;
        const count = async (part: string): Promise<number> => {
          searches += 1;
          return all.filter((document) => document.includes(part)).length;
        };
        const found = await longestFragment(characters, await missingPairs(characters, count), count);
        expect([...(found?.[0] ?? '')].length).toBe(longest(characters, all));
        if (found) expect(found[1]).toBe(await count(found[0]));
        worst = Math.max(worst, searches);
      }),
      { numRuns: 500 },
    );
    // 276 by trying all.
    expect(worst).toBeLessThanOrEqual(58);
  });

  it('takes one search beyond the pairs when a mistake stands within a phrase', async () => {
    const { count, asked } = makeCount();
    const characters = [...'深入推进课棠教学改革'];
    const ask = (text: string): Promise<number> => count(text, {});
    const missing = await missingPairs(characters, ask);
    expect(missing).toEqual([4, 5]);
    expect(await longestFragment(characters, missing, ask)).toEqual(['深入推进课', 1]);
    expect(asked).toHaveLength(characters.length - 1 + 1);
  });
});
