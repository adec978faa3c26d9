/**
 * The one text form in which the index, the query and the highlighter compare:
 * width, case, spaces and the shape of brackets and quotes make no difference, nor, where a table of variants is given,
 * whether a character is traditional or simplified; everything else does.
 */

import { foldVariants, type Variants } from './variants.ts';

/** A normalised text that still knows where each of its UTF-16 units came from. */
export interface NormalisedText {
  /** Normalised text. */
  readonly text: string;
  /** For each UTF-16 unit of `text`: offset in the original where its source begins (UTF-16 units). */
  readonly starts: readonly number[];
  /** For each UTF-16 unit of `text`: offset in the original just after its source. */
  readonly ends: readonly number[];
}

export const OPENING_BRACKETS = '([{〔【〖〘〚⟦⟨⟮⦅❨❲❴';
export const CLOSING_BRACKETS = ')]}〕】〗〙〛⟧⟩⟯⦆❩❳❵';
// 〈〉 is the inner form of 《》 (GB/T 15834), so both are one mark; < and > stay signs of their own.
const OPENING_TITLE_MARKS = '《〈';
const CLOSING_TITLE_MARKS = '》〉';
// A straight quote has no direction, so opening and closing quotes cannot be told apart.
const QUOTES = '"\'“”„‟‘’‚‛「」『』«»‹›〝〞〟`′';

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...[...OPENING_BRACKETS].map((mark): [string, string] => [mark, '(']),
  ...[...CLOSING_BRACKETS].map((mark): [string, string] => [mark, ')']),
  ...[...OPENING_TITLE_MARKS].map((mark): [string, string] => [mark, '《']),
  ...[...CLOSING_TITLE_MARKS].map((mark): [string, string] => [mark, '》']),
  ...[...QUOTES].map((mark): [string, string] => [mark, '"']),
]);

// White space of every kind, and characters that have no width and no meaning to a reader.
// Those that steer the direction of writing come along with text that is copied from chats and web pages.
const INVISIBLE = /\u034F|[\s\p{Cc}\p{Cf}\u115F\u1160\u3164\uFFA0\p{Variation_Selector}]/u;

/** A character with the marks that NFKC may compose with it: composing must see them together. */
export const CLUSTER = /[\s\S][\p{M}\uFF9E\uFF9F\u1160-\u11FF\u314F-\u3163\uFFC2-\uFFDC]*/gu;
const PLAIN_HAN = /^[\u4E00-\u9FFF]$/;
// The clusters that may change: all but plain Han characters, of which a text mostly consists.
const CHANGEABLE =
  /(?![\u4E00-\u9FFF](?![\p{M}\uFF9E\uFF9F\u1160-\u11FF\u314F-\u3163\uFFC2-\uFFDC]))[\s\S][\p{M}\uFF9E\uFF9F\u1160-\u11FF\u314F-\u3163\uFFC2-\uFFDC]*/gu;

const cache = new Map<string, string>();

/** Normalised form of a cluster. */
export function foldCluster(cluster: string): string {
  if (PLAIN_HAN.test(cluster)) return cluster;
  const known = cache.get(cluster);
  if (known !== undefined) return known;
  let folded = '';
  for (const character of compatible(compatible(cluster).toLowerCase())) {
    if (!INVISIBLE.test(character)) folded += FOLDS.get(character) ?? character;
  }
  cache.set(cluster, folded);
  return folded;
}

/**
 * NFKC, but a mark that stands alone (´, ΄) stays one character: taken apart into a space and a combining mark, with
 * the space dropped, the mark would join what stands before it.
 */
function compatible(cluster: string): string {
  const decomposed = cluster.normalize('NFKC');
  return /^\s\p{M}/u.test(decomposed) ? cluster : decomposed;
}

/** Normalised form of `text`; empty when nothing visible is in it. */
export function normalise(text: string, variants?: Variants): string {
  const result = text.replace(CHANGEABLE, foldCluster);
  return variants ? foldVariants(result, variants) : result;
}

/** Normalised form of `text` with the way back to original UTF-16 offsets. */
export function normaliseWithOffsets(text: string, variants?: Variants): NormalisedText {
  let result = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const folded = foldCluster(match[0]);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    result += folded;
  }
  return { text: variants ? foldVariants(result, variants) : result, starts, ends };
}
