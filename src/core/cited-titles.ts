/** Titles cited in running text (《…》), with the number that each was printed with. */

import {
  type Definition,
  definedNumber,
  findDefinitions,
  findQuotedDefinitions,
} from './docnumber/short-names.ts';
import { coverNumber, numberAfter, type Scene } from './docnumber/title-numbers.ts';
import { findTitleSpans } from './docnumber/title-spans.ts';
import { type FoundDocNumber, findDocNumbers } from './docnumber.ts';
import { normalizeTitle } from './normalize-title.ts';

/** What a short name stands for in the document that defines it. Neither is known of 以下统称《规定》. */
export interface ShortName {
  /** The full title as printed, outer marks off. */
  title?: string;
  /** Canonical number printed for it. */
  number?: string;
}

/** A title as found in a text. Offsets are UTF-16 code units; `text.slice(start, end) === raw`. */
export interface CitedTitle {
  raw: string;
  start: number;
  end: number;
  /** Without the outer brackets, inner ones kept, outer white space trimmed. */
  title: string;
  /** Canonical number printed for this title, or that of the notice which issues it. */
  for?: string;
  /** Set where this is a short name (以下简称《意见》), at its definition and wherever it is used after that. */
  short?: ShortName;
}

/** The short names of one document, by `normalizeTitle`. */
export type ShortNames = Map<string, ShortName>;

/** For each title the index of the number printed behind it, or -1; short names have none of their own. */
function numbersBehind(scene: Scene, definitions: ReadonlyMap<number, Definition>): number[] {
  const claimed = new Set<number>();
  return scene.spans.map((_span, index) => {
    const number = definitions.has(index) ? -1 : numberAfter(scene, index, claimed);
    if (number >= 0) claimed.add(number);
    return number;
  });
}

/** The same with the numbers of the notices that issue titles. */
function withCovers(scene: Scene, behind: readonly number[], definitions: ReadonlyMap<number, Definition>) {
  const claimed = new Set(behind);
  return behind.map((link, index) => {
    const span = scene.spans[index];
    return link >= 0 || !span || definitions.has(index) ? link : coverNumber(scene, span, claimed);
  });
}

const bare = (raw: string): string => raw.replace(/^《/u, '').replace(/》$/u, '').trim();

/**
 * Finds the titles that a text cites, in text order: outermost 《…》 with nested ones inside, and titles that have
 * lost their opening 《. `numbers` are the text's document numbers, if the caller has found them already.
 * `names` are the short names that the document has defined so far; those that this text defines are added.
 */
export function findCitedTitles(
  text: string,
  numbers: readonly FoundDocNumber[] = findDocNumbers(text),
  names: ShortNames = new Map(),
): CitedTitle[] {
  // Every title ends with its mark, even where it has lost the opening one.
  if (!text.includes('》')) return [];
  const scene: Scene = { text, spans: findTitleSpans(text, numbers), numbers };
  if (scene.spans.length === 0) return [];
  const definitions = findDefinitions(scene);
  const behind = numbersBehind(scene, definitions);
  const links = withCovers(scene, behind, definitions);
  const quoted = findQuotedDefinitions(scene);
  const meaningOf = (definition: Definition): ShortName => {
    const parent = scene.spans[definition.parent];
    const number = definedNumber(definition, links, numbers);
    const isParents = definition.number < 0 || links[definition.parent] === definition.number;
    const outer =
      parent && isParents ? names.get(normalizeTitle(text.slice(parent.start, parent.end))) : undefined;
    const title =
      parent && isParents ? (outer?.title ?? bare(text.slice(parent.start, parent.end))) : undefined;
    return { ...(title === undefined ? {} : { title }), ...(number === undefined ? {} : { number }) };
  };
  const learnUntil = (at: number): void => {
    for (let next = quoted[0]; next && next.at < at; next = quoted[0]) {
      names.set(normalizeTitle(next.name), meaningOf(next));
      quoted.shift();
    }
  };
  const titles = scene.spans.map(({ start, end }, index) => {
    learnUntil(start);
    const raw = text.slice(start, end);
    const definition = definitions.get(index);
    if (definition) names.set(normalizeTitle(raw), meaningOf(definition));
    const printed = numbers[links[index] ?? -1]?.canonical;
    const short = behind[index] === -1 ? names.get(normalizeTitle(raw)) : undefined;
    const canonical = short ? short.number : printed;
    return {
      raw,
      start,
      end,
      title: bare(raw),
      ...(canonical === undefined ? {} : { for: canonical }),
      ...(short ? { short } : {}),
    };
  });
  // Names that no title follows here are known in the document's later blocks all the same.
  learnUntil(text.length);
  return titles;
}
