import { ordinalLength } from '../core/ordinals.ts';
import type { BodyBlock, Inline, ListPlace } from './body-model.ts';
import { characters, FONT, LINE, TEXT_WIDTH } from './layout.ts';
import { type ParagraphLook, paragraph } from './paragraph-xml.ts';
import { type RunContext, runsOf } from './runs.ts';
import { EXACT } from './setting.ts';
import { STYLE } from './style-ids.ts';
import { headingFont, INDENTED } from './style-table.ts';

type HeadingBlock = Extract<BodyBlock, { kind: 'heading' }>;
type ParagraphBlock = Extract<BodyBlock, { kind: 'paragraph' }>;

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
export function headingParagraph({ depth, inlines, clause }: HeadingBlock, context: RunContext): string {
  const level = Math.max(1, depth - 1);
  const font = clause ? CLAUSE_FONTS[clause.level] : undefined;
  const run = font !== undefined && font !== headingFont(level) ? { font } : {};
  const place = clause ? headingPlace(clause.level, inlines) : {};
  return paragraph(`Heading${level}`, place, runsOf(inlines, context, run));
}

/** 章 and 节 stand in the middle; an attachment begins a page of its own, its name flush left (7.3.7). */
function headingPlace(level: string, inlines: readonly Inline[]): ParagraphLook {
  const [first] = inlines;
  const words = first?.kind === 'text' ? first.text.trimStart() : '';
  if (level === 'chapter' || /^第[〇零一二三四五六七八九十百\d]+节/.test(words))
    return { alignment: 'center', indent: flush };
  return level === 'attachment' ? { pageBreakBefore: true, indent: flush } : {};
}

const flush = { firstLine: 0, firstLineChars: 0 };

/** What stands above and below a block. */
export interface Beside {
  before: BodyBlock | undefined;
  after: BodyBlock | undefined;
}

/** A paragraph of running text, a list item or a line that the layout sets apart. */
export function bodyParagraph(block: ParagraphBlock, { before, after }: Beside, context: RunContext): string {
  const { inlines, clause, quoted, code } = block;
  const [number, rest] =
    clause?.level === 'article' && !clause.heading ? splitOrdinal(inlines) : [[], inlines];
  const run = quoted ? { font: FONT.kai } : {};
  const look: ParagraphLook = {
    ...placeOf(block, context),
    ...spaceBefore(block, before),
    keepNext: belongsWith(block, after),
    ...(code ? { alignment: 'left' } : {}),
    // A line of fixed height would cut a picture off.
    ...(inlines.some(({ kind }) => kind === 'picture') ? { spacing: { line: 240, lineRule: 'auto' } } : {}),
  };
  const runs = runsOf(number, context, { font: FONT.hei }) + runsOf(rest, context, run);
  return paragraph(STYLE.body, look, runs);
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

function placeOf(block: ParagraphBlock, context: RunContext): ParagraphLook {
  const { role, list, quoted } = block;
  if (list) return listPlace(list, context);
  if (block.caption || isPicture(block)) return { alignment: 'center', indent: flush };
  if (role === 'addressee') return { indent: flush };
  if (role === 'enclosure') return { indent: { left: characters(6.5), hanging: characters(4.5) } };
  if (role === 'enclosure-more') return { indent: { left: characters(6.5), hanging: characters(1.5) } };
  if (role === 'signed')
    return {
      alignment: 'center',
      indent: { ...flush, left: TEXT_WIDTH - characters(SIGNATURE_WIDTH) },
      keepLines: true,
    };
  return quoted ? { indent: { left: characters(2), ...INDENTED } } : {};
}

/** An empty line stands above 附件说明 (7.3.4), two above the signature, where seal and hand need room. */
function spaceBefore({ role }: ParagraphBlock, before: BodyBlock | undefined): ParagraphLook {
  const above = before?.kind === 'paragraph' ? before.role : undefined;
  if (role === 'enclosure') return { spacing: { ...EXACT, before: LINE } };
  return role === 'signed' && above !== 'signed' ? { spacing: { ...EXACT, before: 2 * LINE } } : {};
}

function listPlace({ list, depth, marked }: ListPlace, { numbering }: RunContext): ParagraphLook {
  // Word has nine levels; deeper items stand with the ninth, for the line must hold some words.
  const level = Math.min(depth, 8);
  const left = characters(3.5 + 2 * level);
  if (!marked) return { indent: { ...flush, left } };
  const id = numbering.get(list);
  return {
    indent: { left, hanging: characters(1.5) },
    ...(id === undefined ? {} : { numbering: { id, level } }),
  };
}

/** A break of thought within the text. */
export function ruleParagraph(): string {
  return paragraph(STYLE.body, { border: { side: 'bottom', color: 'auto', size: 4, space: 1 } });
}
