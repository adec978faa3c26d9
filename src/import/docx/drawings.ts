import type { SourceLine } from '../manuscript.ts';
import { ownValue } from '../own-value.ts';
import { readStory } from './blocks.ts';
import { pairedMarks } from './fields.ts';
import { altOf, drawingAlt, pictureAt, reportCropping } from './pictures.ts';
import { partText } from './raw.ts';
import type { Reader, Story } from './reader.ts';
import { quote } from './report.ts';
import { attribute, elements, ownText, type XmlElement } from './xml.ts';

/** Where a drawing is anchored. */
export interface Anchor {
  reader: Reader;
  story: Story;
  /** Paragraph. */
  line: number;
}

/** What stands in a drawing, a VML picture or an embedded object, as lines: its pictures, and the text of its boxes. */
export function drawingLines(drawing: XmlElement, anchor: Anchor): SourceLine[] {
  const alt = drawing.name === 'w:drawing' ? drawingAlt(drawing) : '';
  reportCropping(drawing, { ...anchor, part: anchor.story.part, alt });
  return within(drawing, anchor, alt);
}

function within(element: XmlElement, anchor: Anchor, alt: string): SourceLine[] {
  return elements(element).flatMap((each) => {
    const read = ownValue(READERS, each.name);
    if (read) return read(each, anchor, alt);
    const own = altOf(attribute(each, 'alt'));
    return within(each, anchor, own === '' ? alt : own);
  });
}

type ShapeReader = (element: XmlElement, anchor: Anchor, alt: string) => SourceLine[];

const picture: ShapeReader = (element, { reader, story, line }, alt) =>
  pictureAt(element, { reader, part: story.part, line, alt: alt || altOf(attribute(element, 'o:title')) });

const READERS: Record<string, ShapeReader> = {
  'a:blip': picture,
  'v:imagedata': picture,
  'a:buBlip': () => [],
  // Text that stands in a drawing without a box around it.
  ...{ 'w:t': looseText, 'm:t': looseText, 'a:t': looseText },
  'w:txbxContent': boxLines,
  'v:textpath': wordArt,
  'dgm:relIds': smartArt,
  'c:chart': chart,
  'cx:chart': chart,
  'o:OLEObject': (object, { reader, line }) => {
    const what = attribute(object, 'ProgID') ?? '';
    const name = /^Equation|MathType/i.test(what) ? '公式对象' : `内嵌对象（${what || '种类不明'}）`;
    const mend = '收入的至多是它的预览图；内容请改排为文字、表格，或作为附件另传';
    reader.report.add('lost', line, '内嵌对象', `${name}没有收入。改法：${mend}`);
    return [];
  },
  'w:control': (_control, { reader, line }) => {
    reader.report.add('lost', line, '表单控件', '表单控件没有收入，它显示的文字请照原件补上');
    return [];
  },
};

function looseText(element: XmlElement, { line }: Anchor): SourceLine[] {
  const text = ownText(element).trim();
  return text === '' ? [] : [{ text, line, indented: false, afterBlank: false }];
}

/** A text box is a story of its own: it stands where it is anchored. */
function boxLines(box: XmlElement, { reader, story, line }: Anchor): SourceLine[] {
  const own: Story = { ...story, fields: [], paired: pairedMarks(box), counts: false };
  const before = reader.line;
  reader.line = line;
  const lines = readStory(box, reader, own);
  reader.line = before;
  const text = lines.map((each) => each.text).join('');
  if (text !== '')
    reader.report.add(
      'attention',
      line,
      '文本框',
      `文本框里的文字“${quote(text)}”放在它所锚定的段落旁，请核对位置`,
    );
  return lines;
}

/** 艺术字: its words stand in an attribute. */
function wordArt(path: XmlElement, { reader, line }: Anchor): SourceLine[] {
  const text = (attribute(path, 'string') ?? '').replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  reader.unwritten.push(text);
  reader.report.add('attention', line, '艺术字', `艺术字“${quote(text)}”按文字收入，请核对位置`);
  return [{ text, line, indented: false, afterBlank: false, look: { align: 'centre' } }];
}

/** The words of a SmartArt figure, in the order in which it keeps them. */
function smartArt(ids: XmlElement, { reader, story, line }: Anchor): SourceLine[] {
  const target = story.part.relationships.get(attribute(ids, 'r:dm') ?? '')?.target ?? '';
  const texts = partText(reader.file.text(target) ?? '', ['t'])
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  reader.unwritten.push(texts.join('\n'));
  const words = texts.length > 0 ? `，其中的文字“${quote(texts.join(' '))}”按先后收入` : '';
  reader.report.add(
    'lost',
    line,
    'SmartArt 图形',
    `SmartArt 图形没有收入${words}。改法：另存为 PNG 图片再插入`,
  );
  return texts.map((text) => ({ text, line, indented: false, afterBlank: false }));
}

function chart(element: XmlElement, { reader, story, line }: Anchor): SourceLine[] {
  const target = story.part.relationships.get(attribute(element, 'r:id') ?? '')?.target ?? '';
  const text = partText(reader.file.text(target) ?? '', ['v', 't'])
    .replace(/\s+/g, ' ')
    .trim();
  reader.unwritten.push(text);
  reader.report.drop('图表里的文字和数据', line, text);
  reader.report.add(
    'lost',
    line,
    '图表',
    '图表没有收入。改法：在 Word 里把图表另存为 PNG 图片再插入，或改成表格',
  );
  return [];
}
