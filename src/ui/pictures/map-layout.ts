import { layoutCircles } from './map-cells.ts';
import { layoutDocuments } from './map-documents.ts';
import type { MapGrid } from './map-grid.ts';
import type { MapPicture } from './map-picture.ts';

/** The map for a wide screen: documents one by one as long as they find room, else a circle for each cell. */
export function layoutMap(grid: MapGrid): MapPicture {
  return layoutDocuments(grid) ?? layoutCircles(grid);
}
