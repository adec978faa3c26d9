/** The register of citations as it is shown, filtered and downloaded: one entry a cited thing, with what is counted. */
import { compareText } from './compare-text.ts';
import type { Citation, Library, LibraryDocument } from './library.ts';
import { normalizeTitle } from './normalize-title.ts';
import { type NumberParts, numberParts } from './number-parts.ts';
import { numberSortKey } from './number-sort-key.ts';
import type { Resolution } from './references.ts';
import type { RegisterRow } from './register.ts';
import { registerAnchor } from './register-anchor.ts';
import { findTargets } from './target-index.ts';

/**
 * A row of the register with its counts. A place is one mention in the text of a document; what a document says of
 * itself is none. A number printed with its title is one mention, not two.
 */
export interface RegisterEntry {
  /** Id of the row in its page, the same whatever is counted. */
  anchor: string;
  state: Resolution;
  /** The held document's own number, else the canonical number by which it is cited. */
  number: string | null;
  /** The held document's own title, else the one most printed for it. */
  title: string | null;
  /** The held document or record. */
  document: LibraryDocument | undefined;
  /** All documents that an ambiguous citation may mean. */
  candidates: readonly LibraryDocument[];
  /** Of a missing number: held documents that bear a title printed with it. They may be meant; nothing says so. */
  namesakes: readonly LibraryDocument[];
  /** Of a title without a number: numbers not held that are elsewhere printed with this title. */
  numbersOfTitle: readonly string[];
  parts: NumberParts | undefined;
  /** One a place, in the order of documents and text. */
  citations: readonly Citation[];
  /** The documents that cite it, each once. */
  citing: readonly LibraryDocument[];
  firstYear: number | null;
  lastYear: number | null;
}

/** The states in the order in which an editor deals with them: decide, look for, complete; the rest is done. */
export const REGISTER_STATES = [
  'ambiguous',
  'missing',
  'record',
  'held',
] as const satisfies readonly Resolution[];

type Source = Pick<Library, 'register' | 'byId' | 'index'>;

/**
 * All entries: those that most documents cite first, of these those with most places, then by number or title, so that
 * the order never depends on the order of input.
 */
export function registerEntries(library: Source): RegisterEntry[] {
  const numbers = numbersByTitle(library.register);
  const entries = library.register.map((row) => toEntry(row, library, numbers));
  const name = ({ number, title }: RegisterEntry): string => numberSortKey(number ?? title);
  return entries.sort(
    (a, b) =>
      b.citing.length - a.citing.length ||
      b.citations.length - a.citations.length ||
      compareText(name(a), name(b)) ||
      compareText(a.anchor, b.anchor),
  );
}

/** Entries by state, in the order of `REGISTER_STATES`; every state is there. */
export function entriesByState(entries: readonly RegisterEntry[]): Map<Resolution, RegisterEntry[]> {
  return new Map(REGISTER_STATES.map((state) => [state, entries.filter((entry) => entry.state === state)]));
}

/** Normalised title → numbers not held that are printed with it. */
function numbersByTitle(rows: readonly RegisterRow[]): Map<string, Set<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { resolved, citations } of rows) {
    if (resolved !== 'missing') continue;
    for (const { canonical, title } of citations) {
      if (canonical === null || title === null) continue;
      const key = normalizeTitle(title);
      numbers.set(key, (numbers.get(key) ?? new Set()).add(canonical));
    }
  }
  return numbers;
}

function toEntry(
  row: RegisterRow,
  { byId, index }: Source,
  numbers: ReadonlyMap<string, Set<string>>,
): RegisterEntry {
  const document = row.to === null ? undefined : byId.get(row.to);
  const number = document?.docNumber ?? row.canonical;
  const citing = [...new Set(row.citations.map(({ from }) => from))].flatMap((id) => byId.get(id) ?? []);
  const years = citing.flatMap((document) => document.years);
  const titles = row.resolved === 'missing' && row.canonical !== null ? printedTitles(row.citations) : [];
  const unnumbered = row.canonical === null ? numbers.get(normalizeTitle(row.title ?? '')) : undefined;
  return {
    anchor: registerAnchor(row),
    state: row.resolved,
    number,
    title: document?.title ?? row.title,
    document,
    candidates: row.resolved === 'ambiguous' ? findTargets(index, row) : [],
    namesakes: [...new Set(titles.flatMap((title) => findTargets(index, { canonical: null, title })))],
    numbersOfTitle: [...(unnumbered ?? [])].sort(compareText),
    parts: number === null ? undefined : numberParts(number),
    citations: row.citations,
    citing,
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
}

/** The titles printed with a cited number, those printed most first; titles that are the same once folded count as one. */
export function printedTitles(citations: readonly Pick<Citation, 'title'>[]): string[] {
  const groups = Map.groupBy(
    citations.flatMap(({ title }) => title ?? []),
    (title) => normalizeTitle(title),
  );
  return [...groups.values()]
    .sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''))
    .flatMap(([title]) => title ?? []);
}
