import { compareText } from '../core/compare-text.ts';
import type { DocumentPair } from './pair-documents.ts';
import type { Side, SideCitation } from './side.ts';

/** A cited thing that a document cites now and didn't, or cited and doesn't; several mentions in one document are one. */
export interface CitationChange {
  from: { id: string; title: string };
  name: string;
  /** Where the first mention stands. */
  clause: string | null;
  sentence: string;
  state: string;
  mentions: number;
  /** The citing document itself is new or has vanished. */
  withDocument: boolean;
}

/** A cited thing that comes out otherwise, though it is cited as before. */
export interface StateChange {
  name: string;
  before: string;
  after: string;
  /** Citing documents. */
  from: { id: string; title: string }[];
}

export interface CitationChanges {
  gained: CitationChange[];
  lost: CitationChange[];
  states: StateChange[];
}

/** Which citations are new, which are gone and which come out otherwise; by citing document, then by what is cited. */
export function compareCitations(before: Side, after: Side, pairs: readonly DocumentPair[]): CitationChanges {
  const idNow = new Map(
    pairs.flatMap(({ before: old, after: now }) => (old && now ? [[old.id, now.id]] : [])),
  );
  const now = (id: string): string => idNow.get(id) ?? id;
  const old = Map.groupBy(before.citations, (each) => keyOf(now(each.from), each));
  const present = Map.groupBy(after.citations, (each) => keyOf(each.from, each));
  const oldDocuments = new Map(before.documents.map((document) => [document.id, document.title]));
  const documents = new Map(after.documents.map((document) => [document.id, document.title]));
  const paired = new Set(idNow.values());
  const listed = (
    groups: typeof old,
    others: typeof old,
    titles: ReadonlyMap<string, string>,
    stays: (id: string) => boolean,
  ): CitationChange[] =>
    [...groups]
      .filter(([key]) => !others.has(key))
      .flatMap(([, group]) => describe(group, titles, stays))
      .sort(byCiter);
  return {
    gained: listed(present, old, documents, (id) => paired.has(id)),
    lost: listed(old, present, oldDocuments, (id) => idNow.has(id)),
    states: compareStates(old, present, { now, titles: documents }),
  };
}

const keyOf = (from: string, { thing }: SideCitation): string => JSON.stringify([from, thing]);

const byCiter = (a: CitationChange, b: CitationChange): number =>
  compareText(a.from.id, b.from.id) || compareText(a.name, b.name);

function describe(
  group: readonly SideCitation[],
  titles: ReadonlyMap<string, string>,
  stays: (id: string) => boolean,
): CitationChange[] {
  const [first] = group;
  if (!first) return [];
  const { from, name, clause, sentence, state } = first;
  return [
    {
      from: { id: from, title: titles.get(from) ?? from },
      ...{ name, clause, sentence, state, mentions: group.length, withDocument: !stays(from) },
    },
  ];
}

function compareStates(
  old: ReadonlyMap<string, readonly SideCitation[]>,
  present: ReadonlyMap<string, readonly SideCitation[]>,
  { now, titles }: { now(id: string): string; titles: ReadonlyMap<string, string> },
): StateChange[] {
  const changes = new Map<string, StateChange>();
  for (const [key, [citation]] of present) {
    const [earlier] = old.get(key) ?? [];
    if (!citation || !earlier) continue;
    const [formerTo, to] = [earlier.to && now(earlier.to), citation.to];
    if (earlier.state === citation.state && formerTo === to) continue;
    const turned = earlier.state === citation.state;
    const [from, into] = [words(earlier.state, formerTo, turned), words(citation.state, to, turned)];
    const group = JSON.stringify([citation.thing, from, into]);
    const change = changes.get(group) ?? { name: citation.name, before: from, after: into, from: [] };
    change.from.push({ id: citation.from, title: titles.get(citation.from) ?? citation.from });
    changes.set(group, change);
  }
  return [...changes.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.after, b.after));
}

/** A citation that leads elsewhere without another state says where. */
function words(state: string, to: string | null, turned: boolean): string {
  return turned && to !== null ? `${state}（/${to}/）` : state;
}
