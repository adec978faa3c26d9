/** Topics × years: how many documents of each topic fall into each year. */
import type { LibraryDocument } from '../../core/library.ts';
import { yearAxis } from '../../core/year-axis.ts';

/** A column: a year, or a span of years where there are too many for a table; null is a break. */
export interface GridColumn {
  /** 2012 or 2010—14 */
  label: string;
  from: number;
  to: number;
}

export interface GridCell {
  count: number;
  /** 0 for none, else 1 to 4: the share of the fullest cell in quarters. */
  heat: number;
  /** The latest year of the column in which the topic has documents. */
  year: number | undefined;
}

export interface GridRow {
  topic: string;
  count: number;
  /** One a column; undefined at a break. */
  cells: (GridCell | undefined)[];
}

export interface TopicGrid {
  columns: (GridColumn | null)[];
  rows: GridRow[];
}

/** More columns than these would be too narrow to hit. */
const MOST_COLUMNS = 26;
const SPANS = [1, 2, 5, 10, 20, 50];

type Described = Pick<LibraryDocument, 'topics' | 'years'>;

/** The grid of the topics, in their order. A document counts in each of its years, once in each column. */
export function topicGrid(topics: readonly string[], documents: readonly Described[]): TopicGrid {
  const columns = columnsOf(documents.filter((document) => document.topics.length > 0));
  const counted = topics.map((topic) => {
    const own = documents.filter((document) => document.topics.includes(topic));
    return { topic, count: own.length, cells: columns.map((column) => column && countIn(column, own)) };
  });
  const most = Math.max(1, ...counted.flatMap(({ cells }) => cells.map((cell) => cell?.count ?? 0)));
  return {
    columns,
    rows: counted.map(({ topic, count, cells }) => ({
      topic,
      count,
      cells: cells.map((cell) => (cell ? { ...cell, heat: Math.ceil((cell.count / most) * 4) } : undefined)),
    })),
  };
}

function columnsOf(documents: readonly Described[]): (GridColumn | null)[] {
  const years = new Set(documents.flatMap((document) => document.years));
  for (const span of SPANS) {
    // Spans are laid on the axis as years are: their number counts.
    const axis = yearAxis([...years].map((year) => Math.floor(year / span)));
    if (axis.length <= MOST_COLUMNS || span === SPANS.at(-1)) {
      return axis.map((place) => (place === null ? null : columnOf(place * span, span)));
    }
  }
  return [];
}

function columnOf(from: number, span: number): GridColumn {
  const to = from + span - 1;
  return { label: span === 1 ? String(from) : `${from}—${String(to).slice(-2)}`, from, to };
}

function countIn({ from, to }: GridColumn, documents: readonly Described[]): Omit<GridCell, 'heat'> {
  const within = documents.map(({ years }) => years.filter((year) => year >= from && year <= to));
  const hit = within.filter((years) => years.length > 0);
  return { count: hit.length, year: hit.length === 0 ? undefined : Math.max(...hit.flat()) };
}
