import type { Picture, SourceLine } from '../manuscript.ts';
import type { Part } from './package.ts';
import { pictureType } from './picture-type.ts';
import type { Reader } from './reader.ts';
import { attribute, child, descendants, type XmlElement } from './xml.ts';

/** No document of an office has more pictures, nor larger ones. Sizes in bytes. */
const MOST_PICTURES = 300;
const LARGEST_PICTURE = 10_000_000;
const MOST_BYTES = 60_000_000;

/** A place where a picture stands. */
export interface PicturePlace {
  reader: Reader;
  part: Part;
  /** Paragraph. */
  line: number;
  /** What the source says is to be seen. */
  alt: string;
}

/** The picture of a:blip, or of v:imagedata; none, with a finding, when a page can't show it. */
export function pictureAt(element: XmlElement, place: PicturePlace): SourceLine[] {
  const { reader, part, line, alt } = place;
  const lost = (why: string, mend: string): SourceLine[] => {
    const named = alt === '' ? '' : `（${alt}）`;
    reader.report.add('lost', line, '没有收入的图片', `有一张图片${named}没有收入：${why}。改法：${mend}`);
    return [];
  };
  const link = attribute(element, 'r:link') ?? attribute(element, 'r:href');
  const id = attribute(element, 'r:embed') ?? attribute(element, 'r:id') ?? attribute(element, 'r:pict');
  const relationship = part.relationships.get(id ?? link ?? '');
  if (!relationship) return id === undefined && link === undefined ? [] : lost('文件里找不到它', INSERT);
  if (relationship.external) return lost('它不在文件里，只是链接到别处', INSERT);
  if (reader.pictures.count >= MOST_PICTURES) return lost(`图片超过 ${MOST_PICTURES} 张`, '拆成几份再导入');
  const bytes = reader.file.bytes(relationship.target);
  if (!bytes || bytes.length === 0) return lost('文件里找不到它', INSERT);
  if (bytes.length > LARGEST_PICTURE || reader.pictures.bytes + bytes.length > MOST_BYTES)
    return lost('图片太大', '在 Word 里压缩图片，另存后再导入');
  const type = pictureType(bytes);
  if ('other' in type) return lost(`是${type.other}，${type.why ?? '网页显示不了'}`, SAVE_AS);
  reader.pictures.count += 1;
  reader.pictures.bytes += bytes.length;
  return [pictureLine({ kind: 'picture', bytes, extension: type.shown, alt }, line)];
}

const INSERT = '在 Word 里把图片插入（不是链接到）文件，另存后再导入';
const SAVE_AS = '在 Word 里右键“另存为图片”，存成 PNG 后替换原图再导入';

/** A picture as a line of its own. */
function pictureLine(solid: Picture, line: number): SourceLine {
  return { text: '', line, indented: false, afterBlank: false, solid };
}

/** What Word says a drawing shows. A file name that Word put there by itself says nothing, and may name a person. */
export function altOf(...values: (string | undefined)[]): string {
  const said = values.map((value) => (value ?? '').replace(/\s+/g, ' ').trim());
  return (
    said.find(
      (value) => value !== '' && !/[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)$/i.test(value),
    ) ?? ''
  );
}

/** A picture that shows only a part of its file: readers of the site would see the rest. */
export function reportCropping(drawing: XmlElement, { reader, line }: PicturePlace): void {
  const isCropped = descendants(drawing, 'a:srcRect').some((rectangle) =>
    ['l', 't', 'r', 'b'].some((side) => Number(attribute(rectangle, side) ?? 0) > 0),
  );
  if (isCropped)
    reader.report.add(
      'attention',
      line,
      '裁剪过的图片',
      '图片在 Word 里裁剪过，收入的是裁剪前的整张图，请看裁掉的部分能不能公开。改法：在 Word 里“压缩图片”并删除裁剪区域，再导入',
    );
}

/** The description that belongs to a drawing. */
export function drawingAlt(drawing: XmlElement): string {
  const anchor = child(drawing, 'wp:inline') ?? child(drawing, 'wp:anchor');
  const properties = child(anchor, 'wp:docPr');
  return altOf(attribute(properties, 'descr'), attribute(properties, 'title'));
}
