import type { Picture } from './body-model.ts';
import { CHARACTER, LINE } from './layout.ts';
import type { Relation } from './relations.ts';
import { escapeXml } from './xml.ts';

/** Pixels of a screen in a twip. */
const PIXELS = 96 / 1440;
/** English Metric Units in a pixel of a screen. */
const UNITS = 9525;
/** Height of a picture that leaves its caption room on a page of 22 lines, in twips. */
const TALLEST = 19 * LINE;

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** The pictures that one part of a file shows. */
export interface DrawnPictures {
  /** Those of the document, by their addresses in its HTML. */
  held: ReadonlyMap<string, Picture>;
  /** Pictures that went into the file, by their names below word/media/; all parts of a file share them. */
  media: Map<string, Picture>;
  /** Names of those that the part shows. */
  shown: Set<string>;
  /** How many times the part has drawn one: what is drawn bears a number. */
  drawn: number;
}

/** A picture of the text, scaled to the line and the page; undefined if it can't be had. `room` is in twips. */
export function drawPicture(
  { src, alt }: { src: string; alt: string },
  pictures: DrawnPictures,
  room: number,
): string | undefined {
  const picture = pictures.held.get(src);
  if (!picture) return undefined;
  pictures.drawn += 1;
  const id = pictures.drawn;
  const name = mediaName(picture, pictures);
  const size = shownSize(picture, room);
  const words = escapeXml(alt);
  // Word asks for every one of these elements.
  return (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">' +
    `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>` +
    `<wp:docPr id="${id}" name="图${id}" descr="${words}" title="${words}"/><wp:cNvGraphicFramePr>` +
    `<a:graphicFrameLocks xmlns:a="${DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">` +
    '<pic:nvPicPr><pic:cNvPr id="0" name="" descr=""/><pic:cNvPicPr>' +
    '<a:picLocks noChangeAspect="1" noChangeArrowheads="1"/></pic:cNvPicPr></pic:nvPicPr>' +
    `<pic:blipFill><a:blip r:embed="${relationId(name)}" cstate="none"/><a:srcRect/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr bwMode="auto"><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}

/** How a part names the pictures that it shows. */
export function pictureRelations({ shown }: DrawnPictures): Relation[] {
  return [...shown].map((name) => ({ id: relationId(name), kind: 'image', target: `media/${name}` }));
}

function relationId(name: string): string {
  return name.replace(/\..*$/, '');
}

/** The name of a picture in the file, into which it is taken when it is first drawn. */
function mediaName(picture: Picture, { media, shown }: DrawnPictures): string {
  const known = [...media].find(([, { data }]) => data === picture.data)?.[0];
  const name = known ?? `image${media.size + 1}.${picture.type}`;
  media.set(name, picture);
  shown.add(name);
  return name;
}

/** Width and height as attributes. */
function shownSize({ width, height }: Picture, room: number): string {
  const scale = Math.min(1, (Math.max(room, CHARACTER) * PIXELS) / width, (TALLEST * PIXELS) / height);
  const shown = (length: number): number => Math.max(1, Math.round(length * scale)) * UNITS;
  return `cx="${shown(width)}" cy="${shown(height)}"`;
}
