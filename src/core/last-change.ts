import { type LifeEvent, type LivedDocument, lifeEvents } from './life-events.ts';
import type { DocumentLife } from './settle-status.ts';

/**
 * The latest thing that happened to a document itself by the day as of which its life is told: issued, published, in
 * force, amended, ended. Only the documents' own dates count; what others made of it doesn't, nor what is still to come.
 * Undefined where no date is known.
 */
export function lastChange(document: LivedDocument, life: DocumentLife): LifeEvent | undefined {
  const past = lifeEvents(document, life, [], () => undefined).filter(({ at, label }) =>
    // A term holds through its last day.
    label === '有效期至' ? at.last < life.day : at.first <= life.day,
  );
  return past.at(-1);
}
