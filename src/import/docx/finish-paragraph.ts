import type { Look, SourceLine } from '../manuscript.ts';
import { glueBetween, joined, type OpenLine, trimmed } from './line-builder.ts';
import type { Label } from './numbering.ts';
import { ownRole } from './own-files.ts';
import { flush } from './paragraph.ts';
import type { OpenParagraph } from './reader.ts';
import { quote } from './report.ts';
import type { ParagraphProperties } from './styles.ts';

/** A paragraph with a heading's style that is longer than this and has a sentence in it is no heading, in characters. */
const LONGEST_HEADING = 60;
/** Styles that a document's title has, by name. */
const TITLE_STYLE = /^(?:title|标题|文件标题|公文标题|文档标题|大标题)$/;

/** Turns a paragraph that has been read to its end into lines, with its number, its place and its look. */
export function finishParagraph(open: OpenParagraph, direct: ParagraphProperties): SourceLine[] {
  flush(open);
  reportLooks(open);
  const role = ownRole(open.style.name);
  if (role !== undefined) open.reader.roles.set(open.number, role);
  const properties = { ...open.style.paragraph, ...direct };
  const title = open.story.headings && TITLE_STYLE.test(open.style.name);
  const items = title || (properties.outline ?? 0) > 0 ? asOneLine(open.items) : open.items;
  const texts = items.filter((item) => 'sizes' in item);
  const marker = title ? undefined : headingDepth(open, properties.outline, texts);
  const first = texts.find(({ text }) => text.trim() !== '');
  const label = labelOf(open, direct);
  if (!first) reportEmpty(open, label);
  return items.flatMap((item): SourceLine[] => {
    if (!('sizes' in item)) return [item];
    const line = trimmed(item);
    if (line.text === '' && line.footnotes.length === 0) return [];
    const indented = properties.indented === true || /^(?:\u3000| {2}|\t)/.test(item.text);
    const look = lookOf(line, properties, title);
    const numbered = item === first ? withLabel(line, label, open) : { line, generated: 0 };
    return [
      {
        ...{ text: numbered.line.text, line: open.number, indented, afterBlank: false },
        ...(marker === undefined ? {} : { marker }),
        ...(numbered.generated > 0 ? { generated: numbered.generated } : {}),
        ...marksOf(numbered.line, look),
        ...(numbered.line.footnotes.length > 0 ? { footnotes: numbered.line.footnotes } : {}),
        ...(Object.keys(look).length > 0 ? { look } : {}),
      },
    ];
  });
}

/** A heading is one line, wherever it was broken to look well; what was anchored in it comes after. */
function asOneLine(items: OpenParagraph['items']): OpenParagraph['items'] {
  const texts = items
    .filter((item) => 'sizes' in item)
    .map(trimmed)
    .filter(({ text }) => text !== '');
  const [first, ...rest] = texts;
  if (!first) return items;
  const whole = rest.reduce((line, next) => joined(line, next, glueBetween(line.text, next.text)), first);
  return [whole, ...items.filter((item) => !('sizes' in item))];
}

function headingDepth(
  { story, reader, number }: OpenParagraph,
  outline: number | undefined,
  texts: readonly OpenLine[],
): number | undefined {
  if (!outline || !story.headings) return undefined;
  const text = texts
    .map((each) => each.text)
    .join('')
    .trim();
  if (text.length <= LONGEST_HEADING || !/[。；]/.test(text)) return outline;
  const message = `“${quote(text)}”用了标题样式，却是成段的文字，按正文收入`;
  reader.report.add('guessed', number, '标题样式', message);
  return undefined;
}

function labelOf({ reader, style }: OpenParagraph, direct: ParagraphProperties): Label | undefined {
  const numId = direct.numId ?? style.paragraph.numId;
  if (numId === undefined || numId === '0') return undefined;
  const { numbering } = reader;
  const level = direct.level ?? numbering.levelFor(numId, style.chain) ?? style.paragraph.level ?? 0;
  return numbering.next(numId, level);
}

function withLabel(
  line: OpenLine,
  label: Label | undefined,
  { reader, number }: OpenParagraph,
): { line: OpenLine; generated: number } {
  if (label?.unknown !== undefined) {
    const what = label.bullet ? '项目符号' : `编号格式 ${label.unknown} `;
    const mend = label.bullet ? '没有对应的通用字符，没有收入' : '改用阿拉伯数字，请对照原件';
    reader.report.add(label.bullet ? 'lost' : 'attention', number, '编号格式', `${what}${mend}`);
  }
  const text = label?.text.trim() ?? '';
  if (!label || text === '') return { line, generated: 0 };
  if (!label.bullet && folded(line.text).startsWith(folded(text))) {
    const message = `自动编号“${text}”与段首打的序数相同，只留一个`;
    reader.report.add('changed', number, '重复的编号', message);
    return { line, generated: 0 };
  }
  const prefix = text + spaceAfter(text, label, line.text);
  const before: OpenLine = { text: prefix, marks: [], footnotes: [], sizes: new Map(), bold: 0 };
  return { line: joined(before, line), generated: prefix.length };
}

/** A text without space, its brackets and dots of one width. */
function folded(text: string): string {
  return text.replace(/\s/g, '').replace(/[(（]/g, '(').replace(/[)）]/g, ')').replace(/[．.]/g, '.');
}

/** What is written between a number and its text where Word has a tab or a space: 第一条　…, 一、…, 1.1 …. */
function spaceAfter(label: string, { suffix, bullet }: Label, text: string): string {
  if (/[章节条编篇款部分]$/.test(label)) return suffix === 'nothing' && /^[：:、]/.test(text) ? '' : '\u3000';
  if (suffix === 'nothing') return '';
  if (bullet || /[\p{L}\p{N}]$/u.test(label)) return /[①-⑳㈠-㈩㊀-㊉⑴-⒛]$/u.test(label) ? '' : ' ';
  return /^[\p{Script=Latin}\d]/u.test(text) && /[.．)]$/.test(label) ? ' ' : '';
}

function reportEmpty({ reader, number, items }: OpenParagraph, label: Label | undefined): void {
  if (!label || label.bullet || label.text === '' || items.some((item) => !('sizes' in item))) return;
  const message = `有一个空段带着自动编号“${label.text}”，空段没有收入，后面的编号照数`;
  reader.report.add('attention', number, '空的编号', message);
}

function lookOf(line: OpenLine, { align }: ParagraphProperties, title: boolean): Look {
  const [size] = [...line.sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const length = line.text.trim().length;
  return {
    ...(align === 'centre' || align === 'right' ? { align } : {}),
    ...(size === undefined ? {} : { size }),
    ...(length > 0 && line.bold >= length * 0.9 ? { bold: true } : {}),
    ...(title ? { title: true } : {}),
  };
}

/** A line in the middle or on the right that is bold throughout is set so for its place, not for its words. */
function marksOf({ marks }: OpenLine, look: Look): Pick<SourceLine, 'marks'> {
  const kept = look.bold && look.align ? marks.filter(({ kind }) => kind !== 'strong') : marks;
  return kept.length > 0 ? { marks: kept } : {};
}

function reportLooks({ reader, number, changes, plain }: OpenParagraph): void {
  const { inserted, deleted } = changes;
  const parts = [
    ...(inserted.trim() === '' ? [] : [`插入“${quote(inserted)}”，已收入`]),
    ...(deleted.trim() === '' ? [] : [`删去“${quote(deleted)}”，没有收入`]),
  ];
  if (parts.length > 0)
    reader.report.add(
      'attention',
      number,
      '修订',
      `有未处理的修订：${parts.join('；')}。改法：在 Word 里逐条接受或拒绝后再导入，或核对这一段`,
    );
  for (const [look, text] of plain)
    reader.report.add('lost', number, look, `${look}没有保留，文字照录：“${quote(text)}”`);
}
