/**
 * The query language: keywords parted by spaces, all of which must occur; "in straight quotes" a phrase with
 * spaces in it; 标题: and 文号: before a keyword look in the title or in the document's own number; -word, after another
 * keyword, excludes. Everything else, punctuation included, is literal.
 */
import { readAmbiguous } from './ambiguous.ts';
import { normalise } from './normalise.ts';
import type { Field } from './tokenize.ts';
import type { Variants } from './variants.ts';

/** Where a keyword may be told to be. */
export type KeywordField = Extract<Field, 'any' | 'title' | 'number'>;

/** One thing to look for. */
export interface Keyword {
  /** As the reader wrote it, without the syntax around it. */
  readonly text: string;
  /** As it is compared; never empty. */
  readonly normalised: string;
  readonly field: KeywordField;
  /** What else a traditional keyword may mean in simplified characters; see ambiguous.ts. */
  readonly readings?: readonly string[];
}

/** A parsed query. */
export interface Query {
  readonly include: readonly Keyword[];
  readonly exclude: readonly Keyword[];
}

const TOKEN =
  /[-－]?(?:(?:标题|文号|標題|文號)[:：]\s*)?"[^"]+"(?=\s|$)|[-－]?(?:标题|文号|標題|文號)[:：]\s+\S+|\S+/gu;
const QUOTED = /^"([^"]+)"$/u;
const EXCLUDED = /^[-－](?=.)/u;
// What stands behind the colon must be something: 标题： alone is text.
const OPERATOR = /^(标题|文号|標題|文號)[:：]\s*(?=[^\s"]|"[^"])/u;

const FIELD_OF: Readonly<Record<string, KeywordField>> = {
  标题: 'title',
  標題: 'title',
  文号: 'number',
  文號: 'number',
};

/** How a keyword's field is written in a query. */
const OPERATOR_OF: Readonly<Record<KeywordField, string>> = { any: '', title: '标题:', number: '文号:' };

function toKeyword(token: string, variants: Variants | undefined): Keyword | undefined {
  const operator = OPERATOR.exec(token);
  const bare = operator ? token.slice(operator[0].length) : token;
  const inner = QUOTED.exec(bare)?.[1];
  const text = inner !== undefined && normalise(inner) !== '' ? inner.trim() : bare;
  const normalised = normalise(text, variants);
  const field = FIELD_OF[operator?.[1] ?? ''] ?? 'any';
  return normalised === '' ? undefined : { text, normalised, field };
}

/** Keywords in order, each once. */
class KeywordList {
  readonly keywords: Keyword[] = [];
  readonly #known = new Set<string>();

  add(keyword: Keyword | undefined): void {
    if (!keyword) return;
    const key = `${keyword.field} ${keyword.normalised}`;
    if (!this.#known.has(key)) this.keywords.push(keyword);
    this.#known.add(key);
  }
}

/**
 * Parses what a reader typed. A leading `-` of the first keyword is literal: there is nothing to take away from. With
 * a table of variants keywords are compared as simplified.
 */
export function parseQuery(text: string, variants?: Variants): Query {
  const included = new KeywordList();
  const excluded = new KeywordList();
  for (const [token] of text.matchAll(TOKEN)) {
    const excludes = included.keywords.length > 0 && EXCLUDED.test(token);
    (excludes ? excluded : included).add(toKeyword(excludes ? token.slice(1) : token, variants));
  }
  const { keywords: include } = included;
  const { keywords: exclude } = excluded;
  return variants ? readAmbiguous({ include, exclude }) : { include, exclude };
}

/** A keyword as a reader would write it in a query. */
export function writeKeyword({ text, field }: Pick<Keyword, 'text' | 'field'>): string {
  const syntax = /[\s"]/u.test(text) || EXCLUDED.test(text) || OPERATOR.test(text);
  return OPERATOR_OF[field] + (syntax && !text.includes('"') ? `"${text}"` : text);
}
