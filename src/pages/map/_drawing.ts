import { levelFinder } from '../../core/agency-level.ts';
import { isDead } from '../../core/status.ts';
import { LEVELS } from '../../schema/registers.ts';
import { getSite } from '../../site/library.ts';
import { layoutNarrowMap } from '../../ui/pictures/map-cells.ts';
import { buildMapGrid, type MapDocument } from '../../ui/pictures/map-grid.ts';
import { layoutMap } from '../../ui/pictures/map-layout.ts';

/** The library's map as it is drawn, and how many documents are on it: for the page and for the style sheet beside it. */
export async function drawMap() {
  const site = await getSite();
  const levelOf = levelFinder(site.agencies);
  const documents = site.documents.map((document): MapDocument => {
    const { id, url, title, issuer, docNumber, years, completeness, status } = document;
    return {
      ...{ id, url, title, issuer, docNumber, years },
      level: levelOf(document) || '未知',
      record: completeness === '题录',
      dead: isDead(status) ? status : null,
    };
  });
  const grid = buildMapGrid(documents, site.citations, LEVELS);
  return { grid, wide: layoutMap(grid), narrow: layoutNarrowMap(grid), count: documents.length };
}
