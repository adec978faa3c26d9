/**
 * The query language: keywords parted by spaces, all of which must occur; "in straight quotes" a phrase with
 * spaces in it; -word, after another keyword, excludes. Everything else, punctuation included, is literal.
 */
import { readAmbiguous } from './ambiguous.ts';
import { normalise } from './normalise.ts';
import type { Variants } from './variants.ts';

/** One thing to look for. */
export interface Keyword {
  /** As the reader wrote it, without the syntax around it. */
  readonly text: string;
  /** As it is compared; never empty. */
  readonly normalised: string;
  /** What else a traditional keyword may mean in simplified characters; see ambiguous.ts. */
  readonly readings?: readonly string[];
}

/** A parsed query. */
export interface Query {
  readonly include: readonly Keyword[];
  readonly exclude: readonly Keyword[];
}

const TOKEN = /[-－]?"[^"]+"(?=\s|$)|\S+/gu;
const QUOTED = /^"([^"]+)"$/u;
const EXCLUDED = /^[-－](?=.)/u;

function toKeyword(token: string, variants: Variants | undefined): Keyword | undefined {
  const inner = QUOTED.exec(token)?.[1];
  const text = inner !== undefined && normalise(inner) !== '' ? inner.trim() : token;
  const normalised = normalise(text, variants);
  return normalised === '' ? undefined : { text, normalised };
}

function addOnce(list: Keyword[], keyword: Keyword | undefined): void {
  if (keyword && !list.some((other) => other.normalised === keyword.normalised)) list.push(keyword);
}

/**
 * Parses what a reader typed. A leading `-` of the first keyword is literal: there is nothing to take away from. With
 * a table of variants keywords are compared as simplified.
 */
export function parseQuery(text: string, variants?: Variants): Query {
  const include: Keyword[] = [];
  const exclude: Keyword[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const excludes = include.length > 0 && EXCLUDED.test(token);
    addOnce(excludes ? exclude : include, toKeyword(excludes ? token.slice(1) : token, variants));
  }
  return variants ? readAmbiguous({ include, exclude }) : { include, exclude };
}
