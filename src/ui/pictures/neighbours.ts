/** Who stands around a document: what its picture shows, worked out without any geometry. */
import type { Citation, LibraryDocument } from '../../core/library.ts';
import type { Resolution } from '../../core/references.ts';
import { registerAnchor } from '../../core/register-anchor.ts';
import type { RelationEnd, RelationKind } from '../../core/relations.ts';
import { isDead } from '../../core/status.ts';

/** How a neighbour is tied to the document in the middle: by a relation, or only by being cited. */
export type TieKind = RelationKind | 'cites';

/** One neighbour, with all that ties it to the document. */
export interface Neighbour {
  /** What the lists and the register count it under, see `registerAnchor`; of a missing id, that id. */
  key: string;
  href: string;
  title: string;
  issuer: string;
  number: string | null;
  held: Resolution;
  /** 废止 or 失效, else null. */
  dead: string | null;
  /** The weightiest tie, by which its line is drawn. */
  kind: TieKind;
  /** Words for its relations, from the view of the document in the middle, e.g. 废止 or 被废止于. */
  labels: string[];
  /** How often the one's text cites the other. */
  times: number;
  /** Each points to the other. */
  mutual: boolean;
}

/** One side of the picture. */
export interface Side {
  shown: Neighbour[];
  /** How many more there are, which only the lists name. */
  more: number;
}

/** `out` is what the document points to, `in` what points to it; no neighbour stands on both sides. */
export interface Neighbourhood {
  out: Side;
  in: Side;
}

/** What the picture asks of the library; `Site` answers it. */
export interface NeighbourSource {
  byId: ReadonlyMap<string, LibraryDocument>;
  cites: ReadonlyMap<string, readonly Citation[]>;
  citedBy: ReadonlyMap<string, readonly Citation[]>;
  relations: ReadonlyMap<string, readonly RelationEnd[]>;
  /** Address of the page of a canonical number. */
  numberUrl: (canonical: string) => string;
}

/** Neighbours drawn on one side; the rest is counted. */
export const MOST_A_SIDE = 6;

/** The weightiest first. */
const WEIGHT: readonly TieKind[] = [
  'repeals',
  'amends',
  'forwards',
  'attaches',
  'implements',
  'reportsOn',
  'cites',
];

/** Gathers the neighbours of a document; costs no more than their number. */
export function findNeighbours(source: NeighbourSource, id: string): Neighbourhood {
  const out = new Map<string, Neighbour>();
  const into = new Map<string, Neighbour>();
  for (const end of source.relations.get(id) ?? []) {
    addTie(end.direction === 'forward' ? out : into, endNeighbour(source, end), end.kind, end.label);
  }
  for (const citation of source.cites.get(id) ?? []) addTie(out, citedNeighbour(source, citation), 'cites');
  for (const { from } of source.citedBy.get(id) ?? []) {
    const document = source.byId.get(from);
    if (document) addTie(into, heldNeighbour(document), 'cites');
  }
  joinMutual(out, into);
  const own = registerAnchor({ to: id, canonical: null, title: null });
  out.delete(own);
  into.delete(own);
  return { out: chooseShown([...out.values()]), in: chooseShown([...into.values()]) };
}

type Found = Omit<Neighbour, 'kind' | 'labels' | 'times' | 'mutual'>;

function addTie(side: Map<string, Neighbour>, found: Found, kind: TieKind, label?: string): void {
  const known = side.get(found.key) ?? { ...found, kind, labels: [], times: 0, mutual: false };
  side.set(found.key, known);
  if (weightOf(kind) < weightOf(known.kind)) known.kind = kind;
  if (label === undefined) known.times += 1;
  else if (!known.labels.includes(label)) known.labels.push(label);
}

function weightOf(kind: TieKind): number {
  return WEIGHT.indexOf(kind);
}

/** Who points both ways stands once, where its weightier tie is; among what the document points to if they are equal. */
function joinMutual(out: Map<string, Neighbour>, into: Map<string, Neighbour>): void {
  for (const [key, pointing] of into) {
    const pointed = out.get(key);
    if (!pointed) continue;
    const inward = weightOf(pointing.kind) < weightOf(pointed.kind);
    const kept = inward ? pointing : pointed;
    const other = inward ? pointed : pointing;
    kept.mutual = true;
    kept.times += other.times;
    kept.labels.push(...other.labels.filter((label) => !kept.labels.includes(label)));
    (inward ? out : into).delete(key);
  }
}

function heldNeighbour({ id, url, title, issuer, docNumber, completeness, status }: LibraryDocument): Found {
  const held = completeness === '题录' ? 'record' : 'held';
  const key = registerAnchor({ to: id, canonical: null, title: null });
  return { key, href: url, title, issuer, number: docNumber, held, dead: isDead(status) ? status : null };
}

function citedNeighbour({ byId, numberUrl }: NeighbourSource, citation: Citation): Found {
  const { to, canonical, title, raw, anchor, resolved } = citation;
  const document = to === null ? undefined : byId.get(to);
  if (document) return heldNeighbour(document);
  return {
    key: registerAnchor({ to: null, canonical, title }),
    // A title has no page: the link leads to where it is said.
    href: canonical === null ? `#${anchor}` : numberUrl(canonical),
    title: title ?? canonical ?? raw,
    issuer: '',
    number: canonical,
    held: resolved,
    dead: null,
  };
}

function endNeighbour(source: NeighbourSource, { id, target, ambiguous }: RelationEnd): Found {
  const { byId, numberUrl } = source;
  const document = id === undefined ? undefined : byId.get(id);
  if (document) return heldNeighbour(document);
  // A target with a slash is a document id, for which no page exists: the list beside the picture names it.
  const isId = target.includes('/');
  const href = isId ? '#relations-title' : numberUrl(target);
  return {
    key: isId ? target : registerAnchor({ to: null, canonical: target, title: null }),
    href,
    title: target,
    issuer: '',
    number: target,
    held: ambiguous ? 'ambiguous' : 'missing',
    dead: null,
  };
}

/** The weightiest ties first, then who is cited most; otherwise in the order of the text. */
function chooseShown(all: readonly Neighbour[]): Side {
  const ordered = [...all].sort((a, b) => weightOf(a.kind) - weightOf(b.kind) || b.times - a.times);
  return { shown: ordered.slice(0, MOST_A_SIDE), more: Math.max(0, ordered.length - MOST_A_SIDE) };
}
