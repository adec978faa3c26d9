/** What the library's map says in words. */

import { MOST_BANDS } from './map-cells.ts';
import type { TimeColumn } from './map-columns.ts';
import type { Cell, MapDocument, MapGrid } from './map-grid.ts';
import type { MapPicture } from './map-picture.ts';

/** A document's full name for those who point at it or can't see it. */
export function describeDocument({ title, docNumber, level, record, dead }: MapDocument): string {
  return [`《${title}》`, docNumber, level === '未知' ? null : level, record ? '题录' : null, dead]
    .filter(Boolean)
    .join('，');
}

/** e.g. 2012年县级：12 份，互相引用 3 处. */
export function describeCell({ columns, rows, within }: MapGrid, cell: Cell): string {
  const inside = within.get(cell) ?? 0;
  const counted = `${describePlace(columns[cell.column], rows[cell.row])}：${cell.members.length} 份`;
  return inside > 0 ? `${counted}，互相引用 ${inside} 处` : counted;
}

function describePlace(column: TimeColumn | undefined, level = '未知'): string {
  const time = column?.years.length ? `${column.label}年` : '年份未详';
  return level === '未知' ? `${time}、级别未知` : `${time}${level}`;
}

/** The whole map in a sentence or two. */
export function describeMap(grid: MapGrid, documents: number): string {
  const years = grid.columns.flatMap((column) => column.years);
  const [first, last] = [years[0], years.at(-1)];
  const span = first === undefined ? '' : first === last ? `，都属 ${first} 年` : `，${first} 至 ${last} 年`;
  const citations = grid.flows.reduce((sum, { count }) => sum + count, 0);
  const cited = citations === 0 ? '库中文件尚未互相引用' : `两端都在库中的引用 ${citations} 处`;
  const levels = grid.rows.filter((level) => level !== '未知').length;
  return `${documents} 份文件${span}${levels > 1 ? `，出自 ${levels} 个级别的机关` : ''}；${cited}。`;
}

/** How the drawing is read, and what it leaves out. */
export function explainMap(grid: MapGrid, picture: MapPicture): string {
  if (picture.flowStyle === 'lines') {
    const mark = picture.documents.some(({ label }) => label.length > 0) ? '框' : '点';
    const behind = picture.flows.some((flow) => flow.behind) ? '从框后面穿过的线，与那一框无关。' : '';
    return `每${mark}一份文件，箭头由引用者指向被引用者。${behind}`;
  }
  const left = grid.cellFlows.length - MOST_BANDS;
  const weakest = grid.cellFlows[MOST_BANDS - 1]?.count ?? 0;
  const rest =
    left > 0 ? `只画最多的 ${MOST_BANDS} 条（每条不少于 ${weakest} 处），另有 ${left} 条未画。` : '';
  const bands =
    grid.cellFlows.length > 0 ? `带子表示引用，粗端是引用者，细端是被引用者，越宽越多。${rest}` : '';
  return `圆里是份数，点开是这一格的文件。${bands}`;
}
