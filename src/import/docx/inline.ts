import { ownValue } from '../own-value.ts';
import { reportContents } from './contents.ts';
import { drawingLines } from './drawings.ts';
import { fieldMark } from './field-marks.ts';
import { fieldLink, isMadeList } from './fields.ts';
import { reportLink } from './links.ts';
import { wholeMathText } from './maths.ts';
import { breakLine, placeApart, writeText } from './paragraph.ts';
import type { Place } from './reader.ts';
import { quote } from './report.ts';
import { type RunProperties, runProperties } from './run-properties.ts';
import { runFormat } from './styles.ts';
import { signOf } from './symbols.ts';
import { attribute, child, descendants, elements, ownText, plainText, type XmlElement } from './xml.ts';

/** Reads what stands in a paragraph, or in anything within it but a run. */
export function readInline(parent: XmlElement, place: Place): void {
  readWithin(parent, place, place.paragraph.style.run);
}

/** True for what can stand only in a paragraph. */
export function isInline(name: string): boolean {
  return (
    ownValue(IN_RUN, name) !== undefined ||
    ['w:r', 'w:ruby', 'w:fldSimple', 'm:oMath', 'm:oMathPara'].includes(name)
  );
}

type InlineReader = (element: XmlElement, place: Place) => void;

/** Properties, and marks of changed ones. */
const SILENT: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
]);

const INLINE: Record<string, InlineReader> = {
  'w:r': readRun,
  'w:hyperlink': readLink,
  'w:fldSimple': readSimpleField,
  'w:ins': (change, place) => readInline(change, { ...place, inserted: true }),
  'w:moveTo': (change, place) => readInline(change, { ...place, inserted: true }),
  'w:del': readDeleted,
  'w:moveFrom': readDeleted,
  'w:sdt': readControl,
  'm:oMath': readMath,
  'w:ruby': readRuby,
  'w:subDoc': (_element, { paragraph: { reader, number } }) =>
    reader.report.add('lost', number, '子文档', '子文档没有收入。改法：在 Word 大纲视图里把子文档并入后另存'),
};

function readLink(link: XmlElement, place: Place): void {
  const { paragraph } = place;
  const relationship = paragraph.story.part.relationships.get(attribute(link, 'r:id') ?? '');
  if (relationship?.external) reportLink(relationship.target, plainText(link), paragraph);
  readInline(link, place);
}

function readSimpleField(field: XmlElement, place: Place): void {
  const code = attribute(field, 'w:instr') ?? '';
  const { reader, number } = place.paragraph;
  if (isMadeList(code)) {
    reader.report.drop('目录', number, plainText(field));
    reportContents(reader, number);
    return;
  }
  const href = fieldLink(code);
  if (href !== undefined) reportLink(href, plainText(field), place.paragraph);
  readInline(field, place);
}

/** Deleted or moved away: gone from the text as it stands. Text that moved away is kept as plain text, and accounted for. */
function readDeleted(change: XmlElement, { paragraph }: Place): void {
  const { reader, number, changes } = paragraph;
  changes.deleted += descendants(change, 'w:delText').map(ownText).join('');
  const moved = plainText(change);
  changes.deleted += moved;
  reader.report.drop('修订中删去或移走的文字', number, moved);
}

function readControl(control: XmlElement, place: Place): void {
  const { reader, number } = place.paragraph;
  if (child(control, 'w:sdtPr', 'w:showingPlcHdr'))
    reader.report.drop('内容控件的提示文字', number, plainText(control));
  else readInline(control, place);
}

function readMath(formula: XmlElement, place: Place): void {
  const text = wholeMathText(formula);
  const { reader, number } = place.paragraph;
  if (text.trim() === '') return;
  writeText(place, text, {});
  reader.report.add('attention', number, '公式', `公式改写成一行文字“${quote(text)}”，请核对`);
}

/** 注音: the text is kept, its reading reported. */
function readRuby(ruby: XmlElement, place: Place): void {
  const { reader, number } = place.paragraph;
  for (const part of elements(ruby)) {
    if (part.name === 'w:rt') reader.report.drop('注音', number, plainText(part));
    else readOne(part, place, place.paragraph.style.run);
  }
}

function readRun(run: XmlElement, place: Place): void {
  const properties = child(run, 'w:rPr');
  const { reader, style } = place.paragraph;
  const character = reader.styles.ofRun(attribute(child(properties, 'w:rStyle'), 'w:val'));
  const format = runFormat(style, character, runProperties(properties));
  readWithin(run, place, format);
}

/** What stands in a run; elements that are not known are looked through. */
function readWithin(run: XmlElement, place: Place, format: RunProperties): void {
  let custom = false;
  for (const element of elements(run)) {
    // A footnote's own mark follows its reference in the same run; the site numbers footnotes itself.
    if (custom && /^w:(?:t|sym)$/.test(element.name)) {
      place.paragraph.reader.report.drop('脚注自定的标记', place.paragraph.number, ownText(element));
      continue;
    }
    custom ||= isNote(element) && /^(?:1|true|on)$/.test(attribute(element, 'w:customMarkFollows') ?? '');
    readOne(element, place, format);
  }
}

function readOne(element: XmlElement, place: Place, format: RunProperties): void {
  const inRun = ownValue(IN_RUN, element.name);
  const inline = ownValue(INLINE, element.name);
  if (inRun) inRun(element, place, format);
  else if (inline) inline(element, place);
  else if (!SILENT.has(element.name)) readWithin(element, place, format);
}

function isNote({ name }: XmlElement): boolean {
  return name === 'w:footnoteReference' || name === 'w:endnoteReference';
}

type RunReader = (element: XmlElement, place: Place, format: RunProperties) => void;

const fixed =
  (text: string): RunReader =>
  (_element, place, format) =>
    writeText(place, text, format);

const drawing: RunReader = (element, place) => {
  const { reader, story, number } = place.paragraph;
  placeApart(place, drawingLines(element, { reader, story, line: number }));
};

const IN_RUN: Record<string, RunReader> = {
  'w:t': (element, place, format) => writeText(place, wordText(element), format),
  // Outside a formula or a drawing, as no program should leave it.
  'm:t': (element, place, format) => writeText(place, wordText(element), format),
  'a:t': (element, place, format) => writeText(place, wordText(element), format),
  'w:delText': () => undefined,
  'w:delInstrText': () => undefined,
  'w:tab': (_element, place, format) => writeText(place, format.underlined ? '____' : '\t', format),
  'w:ptab': fixed('\t'),
  'w:noBreakHyphen': fixed('-'),
  'w:softHyphen': () => undefined,
  'w:br': (_element, place) => breakLine(place),
  'w:cr': (_element, place) => breakLine(place),
  'w:sym': readSign,
  'w:fldChar': (element, place, format) => fieldMark(element, place, format),
  'w:instrText': (element, place) => {
    const field = place.paragraph.story.fields.at(-1);
    if (field?.phase === 'code') field.code += ownText(element);
  },
  'w:footnoteReference': (element, place, format) => referTo('f', element, place, format),
  'w:endnoteReference': (element, place, format) => referTo('e', element, place, format),
  'w:commentReference': readComment,
  'w:drawing': drawing,
  'w:pict': drawing,
  'w:object': drawing,
};

/** Without xml:space="preserve" the space around a text is none of it; line ends within it are spaces. */
function wordText(element: XmlElement): string {
  const text = ownText(element).replace(/[\t\r\n]/g, ' ');
  return attribute(element, 'xml:space') === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

function readSign(element: XmlElement, place: Place, format: RunProperties): void {
  const font = attribute(element, 'w:font') ?? '';
  const code = Number.parseInt(attribute(element, 'w:char') ?? '', 16);
  const { reader, number } = place.paragraph;
  const sign = signOf(font, code);
  // In an ordinary font a sign is a character like any other, but for codes of private use.
  const plain =
    code >= 0x20 && !(code >= 0xe000 && code <= 0xf8ff) && code <= 0xffff ? String.fromCharCode(code) : '';
  const written = sign ?? (/wingdings|webdings|symbol/i.test(font) ? '' : plain);
  if (written === '')
    reader.report.add(
      'lost',
      number,
      '特殊符号',
      `有一个符号（${font} 字体，编码 ${attribute(element, 'w:char') ?? '不明'}）没有对应的通用字符，没有收入，请对照原件补上`,
    );
  else if (/\p{Script=Han}/u.test(written)) reader.unwritten.push(written);
  writeText(place, written, { ...format, font: '' });
}

function referTo(kind: 'f' | 'e', element: XmlElement, place: Place, format: RunProperties): void {
  const id = `${kind}${attribute(element, 'w:id') ?? ''}`;
  const { paragraph } = place;
  const { reader, story, current } = paragraph;
  const isShown =
    !format.hidden && !story.fields.some(({ phase, code }) => phase === 'code' || isMadeList(code));
  if (!isShown || !reader.noteIds.has(id)) return;
  if (!reader.notes.has(id)) reader.notes.set(id, paragraph.number);
  current.footnotes.push({ at: current.text.length, id });
}

function readComment(element: XmlElement, { paragraph }: Place): void {
  const { reader, number, current } = paragraph;
  const text = reader.comments.get(attribute(element, 'w:id') ?? '');
  if (text === undefined) return;
  reader.comments.delete(attribute(element, 'w:id') ?? '');
  const at = [...current.text.trimEnd()].slice(-10).join('');
  reader.report.drop(at === '' ? '批注' : `批注（批在“${at}”处）`, number, text);
}
