import { type LifeEvent, type LivedDocument, lifeEvents } from './life-events.ts';
import { isDay } from './moments.ts';
import type { DocumentLife } from './settle-status.ts';

/**
 * The latest thing that happened to a document itself by the day as of which its life is told: issued, published, in
 * force, amended, ended. What others made of it doesn't count (citing, carrying out), nor what is still to come.
 * Undefined where no date is known.
 */
export function lastChange(document: LivedDocument, life: DocumentLife): LifeEvent | undefined {
  return pastEvents(document, life).at(-1);
}

/** The day of the latest such event that is known to the day, ISO: what `lastChange` tells, for data and the sitemap; null for none. */
export function lastChangedOn(document: LivedDocument, life: DocumentLife): string | null {
  return pastEvents(document, life).findLast(({ at }) => isDay(at))?.at.first ?? null;
}

function pastEvents(document: LivedDocument, life: DocumentLife): LifeEvent[] {
  return lifeEvents(document, life, [], () => undefined).filter(({ at, label }) =>
    // A term holds through its last day.
    label === '有效期至' ? at.last < life.day : at.first <= life.day,
  );
}
