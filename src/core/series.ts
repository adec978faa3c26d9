import { compareText } from './compare-text.ts';
import type { LibraryDocument } from './library.ts';

/** The neighbours of a document in its series: last year's and next year's plan of the same office. */
export interface SeriesNeighbours {
  previous?: LibraryDocument;
  next?: LibraryDocument;
}

/** Plans and summaries form a series by issuer and kind, ordered by the time they are about; policies form none. */
export function seriesNeighbours(
  document: LibraryDocument,
  all: readonly LibraryDocument[],
): SeriesNeighbours {
  if (document.collection === 'policies' || document.years.length === 0) return {};
  const series = all
    .filter(
      (other) =>
        other.collection === document.collection &&
        other.issuer === document.issuer &&
        other.kind === document.kind &&
        other.years.length > 0,
    )
    .sort((a, b) => compareText(seriesKey(a), seriesKey(b)));
  const index = series.findIndex((other) => other.id === document.id);
  return { previous: series[index - 1], next: series[index + 1] };
}

function seriesKey({ years, period, id }: LibraryDocument): string {
  return `${years.join(' ')} ${period ?? ''} ${id}`;
}
