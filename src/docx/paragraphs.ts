import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
} from 'docx';
import { ordinalLength } from '../core/ordinals.ts';
import type { BodyBlock, Inline, ListPlace } from './body-model.ts';
import { characters, FONT, LINE, TEXT_WIDTH } from './layout.ts';
import { listReference } from './lists.ts';
import { type RunContext, runsOf } from './runs.ts';
import { EXACT, inFont } from './setting.ts';
import { STYLE } from './style-ids.ts';
import { headingFont, INDENTED } from './style-table.ts';

type HeadingBlock = Extract<BodyBlock, { kind: 'heading' }>;
type ParagraphBlock = Extract<BodyBlock, { kind: 'paragraph' }>;

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The font of a numbered heading, whatever its depth on the page. */
const CLAUSE_FONTS: Record<string, string> = {
  chapter: FONT.hei,
  article: FONT.hei,
  part: FONT.hei,
  attachment: FONT.hei,
  section: FONT.kai,
  item: FONT.body,
  subitem: FONT.body,
};

/** Room on each side of the date so that it stands four characters from the right, the signature centred above it. */
const SIGNATURE_WIDTH = 14.5;

/** A heading: the page's second level is the document's first, as the first is the title's. */
export function headingParagraph({ depth, inlines, clause }: HeadingBlock, context: RunContext): Paragraph {
  const level = Math.max(1, depth - 1);
  const font = clause ? CLAUSE_FONTS[clause.level] : undefined;
  const run = font !== undefined && font !== headingFont(level) ? inFont(font) : {};
  const place = clause ? headingPlace(clause.level, inlines) : {};
  return new Paragraph({
    heading: LEVELS[level - 1] ?? HeadingLevel.HEADING_6,
    ...place,
    children: runsOf(inlines, context, run),
  });
}

/** 章 and 节 stand in the middle; an attachment begins a page of its own, its name flush left (7.3.7). */
function headingPlace(level: string, inlines: readonly Inline[]): IParagraphOptions {
  const [first] = inlines;
  const words = first?.kind === 'text' ? first.text.trimStart() : '';
  if (level === 'chapter' || /^第[〇零一二三四五六七八九十百\d]+节/.test(words))
    return { alignment: AlignmentType.CENTER, indent: flush };
  return level === 'attachment' ? { pageBreakBefore: true, indent: flush } : {};
}

const flush = { firstLine: 0, firstLineChars: 0 };

/** What stands above and below a block. */
export interface Beside {
  before: BodyBlock | undefined;
  after: BodyBlock | undefined;
}

/** A paragraph of running text, a list item or a line that the layout sets apart. */
export function bodyParagraph(
  block: ParagraphBlock,
  { before, after }: Beside,
  context: RunContext,
): Paragraph {
  const { inlines, clause, quoted, code } = block;
  const [number, rest] =
    clause?.level === 'article' && !clause.heading ? splitOrdinal(inlines) : [[], inlines];
  const run = quoted ? inFont(FONT.kai) : {};
  return new Paragraph({
    style: STYLE.body,
    ...placeOf(block),
    ...spaceBefore(block, before),
    keepNext: belongsWith(block, after),
    ...(code ? { alignment: AlignmentType.LEFT } : {}),
    // A line of fixed height would cut a picture off.
    ...(inlines.some(({ kind }) => kind === 'picture')
      ? { spacing: { line: 240, lineRule: LineRuleType.AUTO } }
      : {}),
    children: [...runsOf(number, context, inFont(FONT.hei)), ...runsOf(rest, context, run)],
  });
}

/** 第一条 stands out from its article; no character is lost or added. */
function splitOrdinal(inlines: Inline[]): [Inline[], Inline[]] {
  const [first, ...rest] = inlines;
  if (first?.kind !== 'text') return [[], inlines];
  const length = ordinalLength(first.text);
  if (length === 0) return [[], inlines];
  const { text } = first;
  return [[{ ...first, text: text.slice(0, length) }], [{ ...first, text: text.slice(length) }, ...rest]];
}

/** A picture stays with its caption, a signature with its date (7.3.5). */
function belongsWith(block: ParagraphBlock, after: BodyBlock | undefined): boolean {
  if (after?.kind !== 'paragraph') return false;
  return block.role === 'signed' ? after.role === 'signed' : after.caption === true;
}

/** Whether a paragraph is nothing but a picture: an indent would push a wide one out of the page. */
function isPicture({ inlines }: ParagraphBlock): boolean {
  return inlines.length > 0 && inlines.every(({ kind }) => kind === 'picture');
}

function placeOf(block: ParagraphBlock): IParagraphOptions {
  const { role, list, quoted } = block;
  if (list) return listPlace(list);
  if (block.caption || isPicture(block)) return { alignment: AlignmentType.CENTER, indent: flush };
  if (role === 'addressee') return { indent: flush };
  if (role === 'enclosure') return { indent: { left: characters(6.5), hanging: characters(4.5) } };
  if (role === 'enclosure-more') return { indent: { left: characters(6.5), hanging: characters(1.5) } };
  if (role === 'signed')
    return {
      alignment: AlignmentType.CENTER,
      indent: { ...flush, left: TEXT_WIDTH - characters(SIGNATURE_WIDTH) },
      keepLines: true,
    };
  return quoted ? { indent: { left: characters(2), ...INDENTED } } : {};
}

/** An empty line stands above 附件说明 (7.3.4), two above the signature, where seal and hand need room. */
function spaceBefore({ role }: ParagraphBlock, before: BodyBlock | undefined): IParagraphOptions {
  const above = before?.kind === 'paragraph' ? before.role : undefined;
  if (role === 'enclosure') return { spacing: { ...EXACT, before: LINE } };
  return role === 'signed' && above !== 'signed' ? { spacing: { ...EXACT, before: 2 * LINE } } : {};
}

function listPlace({ ordered, start, list, depth, marked }: ListPlace): IParagraphOptions {
  // Word has nine levels; deeper items stand with the ninth, for the line must hold some words.
  const level = Math.min(depth, 8);
  const left = characters(3.5 + 2 * level);
  if (!marked) return { indent: { ...flush, left } };
  return {
    indent: { left, hanging: characters(1.5) },
    numbering: { reference: listReference(ordered, start), level, instance: list },
  };
}

/** A break of thought within the text. */
export function ruleParagraph(): Paragraph {
  return new Paragraph({
    style: STYLE.body,
    border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: 'auto' } },
    children: [],
  });
}
