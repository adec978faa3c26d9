/** What is near when nothing was found: each suggestion is a search that does find something. */
import { readSimplified } from '../../search/ambiguous.ts';
import { matchTerms } from '../../search/complete.ts';
import type { Filters } from '../../search/facets.ts';
import { normalise } from '../../search/normalise.ts';
import { type Keyword, parseQuery, writeKeyword } from '../../search/query.ts';
import { type CountHits, limitCount } from './limited-count.ts';
import { findAlike } from './near-alike.ts';
import { longestFragment, MOST_CHARACTERS, missingPairs } from './near-fragment.ts';
import { hasFilters, type SearchState } from './search-state.ts';
import type { NearTables } from './term-files.ts';

export interface Suggestion {
  /**
   * Why this search: 规范写法, 简化字写法, 去掉筛选, 不排除词, 拼音相符, 作为一整句, 去掉查不到的词, 只搜一个词, 不限标题, 不限文号,
   * 不带标点, 读音相近, 字形相近, 更短的词.
   */
  readonly reason: string;
  readonly state: SearchState;
  readonly total: number;
  /** The keyword (or the part of it) that stands nowhere, and what stands in its place, as one writes them in a query. */
  readonly change?: { readonly from: string; readonly to: string };
}

/** What helps to find what is near. */
export interface SuggestAids {
  /** The canonical form of a query that is a document number. */
  readonly number?: string | undefined;
  /** Loads the terms and the alike characters; undefined when they can't be had. */
  readonly tables?: () => Promise<NearTables | undefined>;
}

/** Searches that may be started for one query in vain: for alike words, and in all. */
const MOST_FOR_ALIKE = 30;
const MOST_IN_ALL = 90;
const MOST_BY_PINYIN = 3;

const PUNCTUATION = /[\p{P}\p{S}]+/gu;
/** Normalised pinyin; syllables may be parted by the sign for it, which normalising makes a quotation mark. */
const LETTERS = /^[a-z"ü]+$/u;
const BY_PINYIN = '拼音相符';
const LIKENESS = { sound: '读音相近', shape: '字形相近' } as const;

const ONE_KEYWORD = '只搜一个词';
const MOST_SINGLE = 3;
const ANYWHERE = { title: '不限标题', number: '不限文号' } as const;
/** Several words in the quotes of a Chinese keyboard, which are literal. */
const CHINESE_QUOTES = /[“「『]([^“”「」『』"]*\s[^“”「」『』"]*)[”」』]/gu;

const exclude = (keyword: Keyword): string => `-${writeKeyword(keyword)}`;

class Suggester {
  readonly found: Suggestion[] = [];
  readonly #state: SearchState;
  readonly #count: CountHits;
  readonly #countAlike: CountHits;
  readonly #aids: SuggestAids;
  readonly #include: readonly Keyword[];
  readonly #exclude: readonly Keyword[];

  constructor(state: SearchState, count: CountHits, aids: SuggestAids) {
    const { include, exclude } = parseQuery(state.q);
    this.#state = state;
    const known: CountHits = async (q, filters) =>
      q === state.q.trim() && filters === state.filters ? 0 : await count(q, filters);
    this.#count = limitCount(known, MOST_IN_ALL);
    this.#countAlike = limitCount(this.#count, MOST_FOR_ALIKE);
    this.#aids = aids;
    this.#include = include;
    this.#exclude = exclude;
  }

  async run(): Promise<Suggestion[]> {
    const { number } = this.#aids;
    if (number && (await this.#offer('规范写法', number))) return this.found;
    // 瞭解 by itself shows nothing that simplified text hasn't; only when it isn't found is it taken for traditional.
    const simplified = readSimplified(this.#state.q);
    if (simplified !== this.#state.q) await this.#offer('简化字写法', simplified);
    if (hasFilters(this.#state)) await this.#offer('去掉筛选', this.#state.q, {});
    if (this.#exclude.length > 0) await this.#offer('不排除词', this.#include.map(writeKeyword).join(' '));
    if (await this.#suggestSpelt()) return this.found;
    const quoted = this.#state.q.replace(CHINESE_QUOTES, '"$1"');
    if (quoted !== this.#state.q) await this.#offer('作为一整句', quoted);
    await this.#suggestWithoutMissing();
    for (const keyword of this.#include) await this.#suggestFor(keyword);
    return this.found;
  }

  /** Without the keywords that stand nowhere, if others are left. */
  async #suggestWithoutMissing(): Promise<void> {
    if (this.#include.length < 3) return;
    const totals = await Promise.all(this.#include.map((keyword) => this.#count(writeKeyword(keyword), {})));
    const left = this.#include.filter((_, index) => totals[index] !== 0);
    if (left.length < 2 || left.length === this.#include.length) return;
    await this.#offer('去掉查不到的词', [...left.map(writeKeyword), ...this.#exclude.map(exclude)].join(' '));
  }

  /** A query all in letters may be the pinyin of one term, with spaces between its syllables or without. */
  async #suggestSpelt(): Promise<boolean> {
    const from = this.#state.q.trim();
    const tables = LETTERS.test(normalise(from)) ? await this.#aids.tables?.() : undefined;
    for (const { text } of matchTerms(tables?.terms ?? [], from, MOST_BY_PINYIN)) {
      const to = writeKeyword({ text, field: 'any' });
      await this.#offer(BY_PINYIN, to, this.#state.filters, { from, to });
    }
    return this.found.some(({ reason }) => reason === BY_PINYIN);
  }

  /** Offers a query if it finds something and isn't offered yet; says whether it finds something. */
  async #offer(reason: string, q: string, filters = this.#state.filters, change?: Change): Promise<boolean> {
    const total = await this.#count(q, filters);
    const isNew = !this.found.some(({ state }) => state.q === q && state.filters === filters);
    if (total > 0 && isNew) {
      this.found.push({ reason, state: { ...this.#state, q, filters }, total, ...(change && { change }) });
    }
    return total > 0;
  }

  async #suggestFor(keyword: Keyword): Promise<void> {
    const { filters } = this.#state;
    const only = this.#include.length === 1;
    // Then it is another keyword that must not be there.
    if (only && (await this.#count(writeKeyword(keyword), filters)) > 0) return;
    const single = this.found.filter(({ reason }) => reason === ONE_KEYWORD).length;
    if (!only && single >= MOST_SINGLE) return;
    if (!only && (await this.#offer(ONE_KEYWORD, writeKeyword(keyword)))) return;
    if (keyword.field !== 'any')
      await this.#offer(ANYWHERE[keyword.field], writeKeyword({ ...keyword, field: 'any' }));
    const bare = keyword.text.replace(PUNCTUATION, '');
    const differs = bare !== '' && normalise(bare) !== keyword.normalised;
    if (differs && (await this.#offer('不带标点', writeKeyword({ ...keyword, text: bare })))) return;
    // A word that only the filters hide isn't a mistake.
    const stands = (await this.#count(writeKeyword(keyword), {})) > 0;
    if (!stands && (await this.#suggestAlike(keyword))) return;
    await this.#suggestShorter(keyword);
  }

  /** Counts a text in the place of a keyword. */
  #counter(keyword: Keyword, count: CountHits, filters: Filters): (text: string) => Promise<number> {
    return (text) => count(writeKeyword({ ...keyword, text }), filters);
  }

  /** What the keyword may have meant; says whether anything was found. */
  async #suggestAlike(keyword: Keyword): Promise<boolean> {
    const characters = [...keyword.normalised];
    const tables = characters.length > MOST_CHARACTERS ? undefined : await this.#aids.tables?.();
    if (!tables) return false;
    const before = this.found.length;
    if (LETTERS.test(keyword.normalised)) {
      const terms = matchTerms(tables.terms, keyword.text, MOST_BY_PINYIN);
      for (const { text } of terms) await this.#offerInstead(keyword, text, BY_PINYIN);
      return this.found.length > before;
    }
    const missing = await missingPairs(characters, this.#counter(keyword, this.#countAlike, {}));
    const count = this.#counter(keyword, this.#countAlike, this.#state.filters);
    for (const { from, text, likeness } of await findAlike(characters, missing, tables, count)) {
      await this.#offerInstead(keyword, text, LIKENESS[likeness], from);
    }
    return this.found.length > before;
  }

  /** Offers the query with a text in the place of a keyword, or, when that finds nothing, the text alone. */
  async #offerInstead(keyword: Keyword, to: string, reason: string, from = keyword.text): Promise<void> {
    // As the reader wrote it, where all of it is meant.
    const meant = from === keyword.normalised ? keyword.text : from;
    const instead = writeKeyword({ ...keyword, text: to });
    // With the field: a word that no title has may well stand elsewhere.
    const change = { from: writeKeyword({ ...keyword, text: meant }), to: instead };
    const words = this.#include.map((other) => (other === keyword ? instead : writeKeyword(other)));
    const q = [...words, ...this.#exclude.map(exclude)].join(' ');
    if (await this.#offer(reason, q, undefined, change)) return;
    await this.#offer(reason, instead, undefined, change);
  }

  async #suggestShorter(keyword: Keyword): Promise<void> {
    const characters = [...keyword.normalised.replace(PUNCTUATION, '')].slice(0, MOST_CHARACTERS);
    const missing = await missingPairs(characters, this.#counter(keyword, this.#count, {}));
    const count = this.#counter(keyword, this.#count, this.#state.filters);
    const shorter = await longestFragment(characters, missing, count);
    if (shorter) await this.#offer('更短的词', writeKeyword({ ...keyword, text: shorter[0] }));
  }
}

type Change = NonNullable<Suggestion['change']>;

/**
 * The searches to offer instead of `state`, which found nothing. A query that is a document number is offered in its
 * canonical form before anything else. Starts at most 90 searches, and far fewer for what readers really type.
 */
export async function suggest(
  state: SearchState,
  count: CountHits,
  aids: SuggestAids = {},
): Promise<Suggestion[]> {
  return await new Suggester(state, count, aids).run();
}
