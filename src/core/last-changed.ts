import type { LibraryDocument } from './library.ts';
import { latestDay } from './reached-day.ts';
import { changeDays, type DocumentLife } from './settle-status.ts';

/**
 * The last day on which something happened to a document, by its own dates and those of what others do to it: issued,
 * published, in force, changed, ended; ISO. Days after the one as of which its life is told are still to come. Null
 * when no source tells any day.
 */
export function lastChanged(
  { publishedOn }: Pick<LibraryDocument, 'publishedOn'>,
  life: DocumentLife,
): string | null {
  const days = [...changeDays(life), ...(publishedOn === null ? [] : [publishedOn])];
  return latestDay(days.filter((day) => day <= life.day)) || null;
}
