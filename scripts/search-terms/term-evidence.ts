/** What the documents of a library give as terms, and how much speaks for each. */
import { compareText } from '../../src/core/compare-text.ts';
import { bareText, RESERVED } from '../../src/search/suggest-terms.ts';

/** Where a term comes from; of equals the one named first here is worth more. */
export const SOURCES = ['name', 'part', 'heading', 'title', 'quoted', 'number'] as const;
export type Source = (typeof SOURCES)[number];

const SHORTEST = 2;
const LONGEST = 32;
/** Headings in which parts are looked for; the rarer ones only repeat themselves. */
const MOST_HEADINGS = 3000;

interface Evidence {
  readonly text: string;
  source: number;
  /** Documents that give the term, and how often they do. */
  documents: number;
  times: number;
  lastDocument: number;
}

/** As it will be searched for: no spaces beside Chinese, no sign at its beginning that a query reads as its own. */
function cleanTerm(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/gu, '')
    .replace(/^[-－\s]+/u, '');
}

/** A term as it may be suggested. */
export interface CleanTerm {
  readonly text: string;
  /** By which terms are told apart. */
  readonly bare: string;
}

/** The term that a text gives, if it can be one. */
export function toCleanTerm(given: string): CleanTerm | undefined {
  const text = cleanTerm(given);
  const bare = bareText(text);
  const { length } = [...bare];
  return length < SHORTEST || text.length > LONGEST || RESERVED.test(text) ? undefined : { text, bare };
}

/** Terms by their bare form, with what speaks for them. */
export class TermEvidence {
  readonly #terms = new Map<string, Evidence>();

  /** Notes that a document, by its place in the library, gives a term once more. */
  note(source: Source, term: CleanTerm, document: number): void {
    this.#note(source, term, document, 1);
  }

  /** Notes that so many documents give a term. What can't be one is left out. */
  noteMany(source: Source, given: string, documents: number): void {
    const term = toCleanTerm(given);
    if (term) this.#note(source, term, -1, documents);
  }

  #note(source: Source, { text, bare }: CleanTerm, document: number, documents: number): void {
    const place = SOURCES.indexOf(source);
    const fresh: Evidence = { text, source: place, documents: 0, times: 0, lastDocument: -1 };
    const known = this.#terms.get(bare) ?? fresh;
    this.#terms.set(bare, known);
    known.source = Math.min(known.source, place);
    known.times += documents;
    if (document < 0) known.documents = Math.max(known.documents, documents);
    else if (document !== known.lastDocument) known.documents += 1;
    if (document >= 0) known.lastDocument = document;
  }

  /** The titles, and the most frequent of the headings, with the number of documents that have them. */
  phrases(): Array<[text: string, documents: number]> {
    const from = (source: Source): Evidence[] =>
      [...this.#terms.values()].filter((evidence) => SOURCES[evidence.source] === source);
    const headings = from('heading').filter(({ documents }) => documents > 1);
    const frequent = headings.sort((a, b) => b.documents - a.documents || compareText(a.text, b.text));
    const phrases = [...from('title'), ...frequent.slice(0, MOST_HEADINGS)];
    return phrases.map(({ text, documents }) => [text, documents]);
  }

  /** At most `limit` terms, those for which most speaks first; names of topics and offices before all others. */
  best(limit: number): string[] {
    const named = (evidence: Evidence): number => Number(evidence.source !== 0);
    return [...this.#terms.values()]
      .sort(
        (a, b) =>
          named(a) - named(b) ||
          b.documents - a.documents ||
          b.times - a.times ||
          a.source - b.source ||
          compareText(a.text, b.text),
      )
      .slice(0, limit)
      .map(({ text }) => text);
  }
}
