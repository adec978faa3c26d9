/** An index in memory that answers as Pagefind does with the words of tokenize.ts; for tests of what asks it. */
import type { FieldTexts } from '../../scripts/search-index/word-lists.ts';
import { densityOf } from '../../src/search/density.ts';
import { findPart, type Part } from '../../src/search/parts.ts';
import type { DocumentEntry, Fragment, Region } from '../../src/search/record.ts';
import { toFragment } from '../../src/search/record.ts';
import { isCharacter, markWord } from '../../src/search/tokenize.ts';
import type { PagefindHit, SearchIndex } from '../../src/ui/search/pagefind-index.ts';
import { indexWords, isPlainWord, placesOf } from './index-words.ts';

const ENTRY: DocumentEntry = {
  ...{ id: 'plans/a', collection: 'plans', url: '/plans/a/', title: '工作计划', docNumber: null },
  ...{ issuer: '云岭区教研室', level: '', kind: '计划', period: null, issuedOn: null, status: '未核实' },
  ...{ completeness: '全文', topics: [], years: [] },
};

/** A document: normalised blocks, with the region of each. */
export type ModelDocument = ReadonlyArray<readonly [region: Region, text: string]>;

export interface ModelIndex {
  readonly index: SearchIndex;
  /** Every word that was asked for. */
  readonly asked: string[];
  /** Ids of the documents that were looked into. */
  readonly loaded: Set<string>;
}

/** Word → document → places. */
type Words = Map<string, Map<number, ReadonlySet<number>>>;

const textsOf = (document: ModelDocument, region?: Region): string[] =>
  document.filter(([own]) => region === undefined || own === region).map(([, text]) => text);

const fieldsOf = (document: ModelDocument): FieldTexts => ({
  any: textsOf(document),
  number: [],
  title: textsOf(document, 'title'),
  heading: textsOf(document, 'heading'),
});

/** Words and fields alone: the lists of dense words are this index's own. */
const OWN_LIST = /[mvw]$/;

function readWords(documents: readonly ModelDocument[], common: (word: string) => boolean): Words {
  const words: Words = new Map();
  const lengths = documents.map((document) => [...textsOf(document).join('')].length);
  for (const entry of indexWords(documents.map(fieldsOf), 2)) {
    const [word] = entry;
    if (!isPlainWord(word) && OWN_LIST.test(word)) continue;
    const places = [...placesOf(entry)].map(([document, own]) => [document, new Set(own)] as const);
    words.set(word, new Map(places));
    if (!isPlainWord(word) || isCharacter(word)) continue;
    for (const [document, { size }] of places) {
      const density = densityOf(size, lengths[document] ?? 0, 20);
      if (common(word)) note(words, markWord(word, 'members'), document);
      if (density > 0) note(words, markWord(word, 'frequent'), document);
      if (density > 1) note(words, markWord(word, 'veryFrequent'), document);
    }
  }
  return words;
}

function note(words: Words, word: string, document: number): void {
  const documents = words.get(word) ?? new Map<number, ReadonlySet<number>>();
  words.set(word, documents.set(document, new Set([0])));
}

/** One part per word, so that each costs something. */
function toParts(words: Words, common: (word: string) => boolean): Part[] {
  return [...words.keys()].sort().map((word) => {
    const large = common(word);
    return { from: word, name: word, kilobytes: large ? 40 : 8, large };
  });
}

/**
 * Makes an index. `isCommon` tells of a pair whether its places are in a part of their own; if it is `loaded`, nothing of
 * it has to be downloaded any more.
 */
export function makeModelIndex(
  documents: readonly ModelDocument[],
  isCommon: (word: string) => boolean = () => false,
  isLoaded = false,
): ModelIndex {
  const asked: string[] = [];
  const loaded = new Set<string>();
  const common = (word: string): boolean => /^(?:...){2}$/.test(word) && isCommon(word);
  const words = readWords(documents, common);
  const parts = toParts(words, common);
  const hits = documents.map((document, number) => toHit(document, String(number), loaded));
  const search = async (phrase: readonly string[]): Promise<PagefindHit[]> => {
    asked.push(...phrase);
    return hits.filter((_, document) => hasPhrase(words, phrase, document));
  };
  const missingKilobytes = (wanted: readonly string[]): number =>
    [...new Set(wanted)]
      .filter((word) => !isLoaded && !asked.includes(word))
      .reduce((sum, word) => sum + (words.has(word) ? (findPart(parts, word)?.kilobytes ?? 0) : 0), 0);
  const all = (): PagefindHit[] => hits;
  return { index: { folder: '', rows: [], parts, missingKilobytes, search, all }, asked, loaded };
}

function toHit(document: ModelDocument, id: string, loaded: Set<string>): PagefindHit {
  const blocks = document.map(([region, text]) => ({ region, clause: -1, anchor: '', text }));
  const data = async (): Promise<Fragment> => {
    loaded.add(id);
    return toFragment(ENTRY, { clauses: [], blocks });
  };
  return { id, data };
}

function hasPhrase(words: Words, phrase: readonly string[], document: number): boolean {
  const [first, ...others] = phrase.map((word) => words.get(word)?.get(document));
  if (!first || others.includes(undefined)) return false;
  return [...first].some((place) => others.every((places, index) => places?.has(place + 1 + index)));
}
