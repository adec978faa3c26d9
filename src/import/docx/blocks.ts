import type { SourceLine } from '../manuscript.ts';
import { ownValue } from '../own-value.ts';
import { reportContents } from './contents.ts';
import { finishParagraph } from './finish-paragraph.ts';
import { isInline, readInline } from './inline.ts';
import { openParagraph } from './paragraph.ts';
import type { OpenParagraph, Reader, Story } from './reader.ts';
import { paragraphProperties } from './styles.ts';
import { readTable } from './tables.ts';
import { attribute, child, descendants, elements, ownText, plainText, type XmlElement } from './xml.ts';

/** Reads a story from its beginning to its end: the body, a note or a text box. */
export function readStory(container: XmlElement, reader: Reader, story: Story): SourceLine[] {
  const lines = readBlocks(container, reader, story);
  for (const { aside } of story.fields) reader.report.drop('域代码', reader.line, aside);
  return lines;
}

/** Reads the paragraphs and tables of a story, or of a cell in it. */
export function readBlocks(container: XmlElement, reader: Reader, story: Story): SourceLine[] {
  const blocks: Blocks = { reader, story, lines: [], open: undefined, afterBlank: true };
  readWithin(container, blocks);
  close(blocks, undefined);
  return blocks.lines;
}

interface Blocks {
  reader: Reader;
  story: Story;
  lines: SourceLine[];
  /** A paragraph whose end has been deleted: the next one goes on in it. */
  open: OpenParagraph | undefined;
  afterBlank: boolean;
}

function readWithin(container: XmlElement, blocks: Blocks): void {
  for (const element of elements(container)) {
    const read = ownValue(BLOCKS, element.name);
    if (read) read(element, blocks);
    else if (isInline(element.name)) readLoose(element, blocks);
    else if (!element.name.endsWith('Pr')) readWithin(element, blocks);
  }
}

const BLOCKS: Record<string, (element: XmlElement, blocks: Blocks) => void> = {
  'w:p': readParagraph,
  'w:tbl': (table, blocks) => {
    close(blocks, undefined);
    push(blocks, readTable(table, blocks.reader, blocks.story));
  },
  'w:sdt': readControl,
  'w:del': readDeleted,
  'w:moveFrom': readDeleted,
  'w:altChunk': (_element, { reader }) =>
    reader.report.add(
      'lost',
      reader.line,
      '插入的文件',
      '这里插入的另一份文件没有收入。改法：用 Word 打开并另存一次，再导入',
    ),
};

/** What stands between paragraphs, and belongs to none, gets one. */
function readLoose(element: XmlElement, blocks: Blocks): void {
  readParagraph({ name: 'w:p', attributes: new Map(), children: [element] }, blocks);
}

function readParagraph(element: XmlElement, blocks: Blocks): void {
  const { reader, story } = blocks;
  if (story.counts) reader.line += 1;
  const properties = child(element, 'w:pPr');
  const style = reader.styles.ofParagraph(attribute(child(properties, 'w:pStyle'), 'w:val'));
  const paragraph = blocks.open ?? openParagraph(reader, story, style, reader.line);
  paragraph.style = style;
  blocks.open = paragraph;
  readInline(element, { paragraph, inserted: false });
  if (!isJoined(properties)) close(blocks, properties);
}

/** A paragraph whose end is deleted, or hidden by a style separator, runs on into the next. */
function isJoined(properties: XmlElement | undefined): boolean {
  const mark = child(properties, 'w:rPr');
  return ['w:del', 'w:moveFrom', 'w:specVanish'].some((name) => child(mark, name) !== undefined);
}

function close(blocks: Blocks, properties: XmlElement | undefined): void {
  const { open } = blocks;
  if (!open) return;
  blocks.open = undefined;
  push(blocks, finishParagraph(open, paragraphProperties(properties)));
}

function push(blocks: Blocks, lines: readonly SourceLine[]): void {
  for (const [index, line] of lines.entries())
    blocks.lines.push(index === 0 ? { ...line, afterBlank: blocks.afterBlank } : line);
  blocks.afterBlank = lines.length === 0;
}

/** 内容控件. One that holds the contents is left out: the site makes its own. */
function readControl(control: XmlElement, blocks: Blocks): void {
  const { reader } = blocks;
  const properties = child(control, 'w:sdtPr');
  const gallery = attribute(child(properties, 'w:docPartObj', 'w:docPartGallery'), 'w:val') ?? '';
  if (/table of contents|目录/i.test(gallery)) {
    reader.report.drop('目录', reader.line, lineText(control));
    reportContents(reader, reader.line + 1);
  } else if (child(properties, 'w:showingPlcHdr'))
    reader.report.drop('内容控件的提示文字', reader.line, plainText(control));
  else readWithin(control, blocks);
}

/** The paragraphs of an element, one below the other. */
function lineText(element: XmlElement): string {
  return descendants(element, 'w:p').map(plainText).join(' ');
}

function readDeleted(change: XmlElement, { reader }: Blocks): void {
  const deleted = descendants(change, 'w:delText').map(ownText).join('');
  reader.report.drop('修订中删去或移走的文字', reader.line, plainText(change));
  if (deleted !== '')
    reader.report.add('attention', reader.line, '修订', `修订删去的文字没有收入：“${deleted}”`);
}
