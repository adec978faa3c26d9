import { link, yearUrl } from '../../site/urls.ts';
import type { Cell, MapGrid } from './map-grid.ts';

/** Where a circle of the map leads: to its only document, or to the list of those of its years and level. */
export function cellAddress({ columns, rows }: MapGrid): (cell: Cell) => string {
  return ({ column, row, members }) => {
    const [only, second] = members;
    if (only && !second) return only.url;
    const years = columns[column]?.years ?? [];
    const [year, next] = years;
    if (year === undefined) return `${link('years/')}#undated`;
    const level = rows[row] ?? '未知';
    // No filter asks for documents whose level nobody knows: all of the year are the nearest.
    if (level === '未知' && next === undefined) return yearUrl(year);
    const filters = [
      ...years.map((value) => `year=${value}`),
      ...(level === '未知' ? [] : [`level=${encodeURIComponent(level)}`]),
    ];
    return `${link('search/')}?${filters.join('&')}`;
  };
}
