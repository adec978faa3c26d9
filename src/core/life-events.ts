import { compareText } from './compare-text.ts';
import { isDay, issueMoment, type Moment, onDay } from './moments.ts';
import type { RelationEnd, RelationKind } from './relations.ts';
import type { DocumentLife } from './settle-status.ts';
import type { Deed } from './status-on.ts';

/** One thing that happened to a document, or will. */
export interface LifeEvent {
  at: Moment;
  /** What, before the name of the other document if there is one: 成文, 施行, 修改, 废止. */
  label: string;
  /** Id of the document that did it. */
  by?: string | undefined;
  /** How many more of the same kind are not told. */
  more?: number;
}

/** What is told of a document's life. */
export interface LivedDocument {
  docNumber: string | null;
  issuedOn: string | null;
  publishedOn: string | null;
}

/** Deeds of others that don't touch its force, and what they are called in its life. */
const TOUCHES: Partial<Record<RelationKind, string>> = {
  forwards: '转发',
  implements: '贯彻',
  reportsOn: '总结',
};

/** A policy may be carried out by a hundred plans: of each kind this many of the earliest are told. */
const MOST_OF_A_KIND = 3;

/**
 * The events of a document's life that have a day or at least a year, in order. `ends` are its relations,
 * `issuedAt` tells when another document was issued.
 */
export function lifeEvents(
  document: LivedDocument,
  life: DocumentLife,
  ends: readonly RelationEnd[],
  issuedAt: (id: string) => Moment | undefined,
): LifeEvent[] {
  const events = [...ownEvents(document, life), ...forceEvents(life), ...touches(ends, issuedAt)];
  return events.sort((a, b) => compareText(orderOf(a), orderOf(b)));
}

/** Of what is known by the year only, its own issue comes before the days of that year, what others did after them. */
function orderOf({ at, by }: LifeEvent): string {
  if (isDay(at)) return at.first;
  return by === undefined ? at.first.slice(0, 4) : `${at.last}~`;
}

function ownEvents(document: LivedDocument, { effectiveOn }: DocumentLife): LifeEvent[] {
  return [
    event('成文', issueMoment(document)),
    event('发布', dayOrNone(document.publishedOn)),
    event('施行', dayOrNone(effectiveOn)),
  ].flat();
}

/** Amendments and ends; the day of its own entry stands for that of the deed which it records. */
function forceEvents({ status, statusSince, expiresOn, deeds }: DocumentLife): LifeEvent[] {
  const stated = dayOrNone(statusSince);
  const repeals = deeds.filter(({ kind }) => kind === 'repeals');
  const amendments = deeds.filter(({ kind }) => kind === 'amends');
  return [
    ...(status === '废止' && stated
      ? [{ at: stated, label: '废止', by: soleAgent(repeals) }]
      : told('废止', repeals)),
    ...told('修改', amendments),
    ...(status === '已修改' && amendments.length === 0 ? event('修改', stated) : []),
    ...(status === '部分失效' ? event('部分失效', stated) : []),
    ...event('有效期至', dayOrNone(expiresOn)),
    ...(status === '失效' && !expiresOn ? event('失效', stated) : []),
  ];
}

function soleAgent([only, second]: readonly Deed[]): string | undefined {
  return second ? undefined : only?.by;
}

function told(label: string, deeds: readonly Deed[]): LifeEvent[] {
  return deeds.flatMap(({ by, at }) => (at ? [{ at, label, by }] : []));
}

function touches(ends: readonly RelationEnd[], issuedAt: (id: string) => Moment | undefined): LifeEvent[] {
  const inverse = ends.filter(({ direction }) => direction === 'inverse');
  return [...Map.groupBy(inverse, ({ kind }) => kind)].flatMap(([kind, group]) => {
    const label = TOUCHES[kind];
    const ids = [...new Set(group.flatMap(({ id }) => id ?? []))];
    const all = ids.flatMap((by): LifeEvent[] => {
      const at = issuedAt(by);
      return at && label ? [{ at, label, by }] : [];
    });
    return fold(all.sort((a, b) => compareText(orderOf(a), orderOf(b))));
  });
}

/** The earliest of a kind; the last of those told says how many more there are. */
function fold(events: readonly LifeEvent[]): LifeEvent[] {
  const kept = events.slice(0, MOST_OF_A_KIND);
  const more = events.length - kept.length;
  return kept.map((each, index) => (more > 0 && index === kept.length - 1 ? { ...each, more } : each));
}

function event(label: string, at: Moment | undefined): LifeEvent[] {
  return at ? [{ at, label }] : [];
}

function dayOrNone(day: string | null | undefined): Moment | undefined {
  return day ? onDay(day) : undefined;
}

/** Whether a life is worth a picture: two events, and of a plan or summary one that its table doesn't show already. */
export function isTold(events: readonly LifeEvent[], collection: string): boolean {
  const beyond = events.some(({ label }) => label !== '成文' && label !== '发布');
  return events.length >= 2 && (collection === 'policies' || beyond);
}
