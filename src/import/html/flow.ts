import type { Picture, SourceLine, Table } from '../manuscript.ts';
import { numberingOf } from '../numbering.ts';
import { isFileAddress } from './addresses.ts';
import { asidesOf, missingPicture } from './asides.ts';
import { BLOCKS } from './block-elements.ts';
import { dataPicture } from './data-picture.ts';
import { isControl, isHidden } from './hidden.ts';
import { marksWithin, shiftedDigits } from './inline-marks.ts';
import { gridOf, isLayoutTable } from './layout-table.ts';
import { itemNumber } from './list-numbers.ts';
import { fontSize, lookOf, markerOf, styledShift } from './looks.ts';
import type { Aside, FlowSetting, PageLine } from './page-line.ts';
import { type PageElement, type PageNode, styleOf, textOf, WITHOUT_TEXT } from './page-tree.ts';
import { type OpenMark, type Run, tidyRuns } from './run.ts';

interface State {
  marks: readonly OpenMark[];
  block: PageElement;
  aside?: 'hidden' | 'control';
  inTable: boolean;
  /** Within a link to another page; one to a file is a part of the document. */
  inLink?: boolean;
  size?: number;
}

/** Walks over a page, or a part of it, and gives its lines in order. */
export function flowLines(root: PageElement, setting: FlowSetting): PageLine[] {
  const flow = new Flow(setting);
  flow.walk(root, { marks: [], block: root, inTable: false });
  flow.flush({ marks: [], block: root, inTable: false });
  return flow.lines;
}

/** The line being put together while a page is walked over. */
class Flow {
  readonly lines: PageLine[] = [];
  private runs: (Run & { size?: number | undefined })[] = [];
  private asides: Aside[] = [];
  private generated = '';
  private linked = 0;
  private paragraphStarts = true;
  private readonly setting: FlowSetting;

  constructor(setting: FlowSetting) {
    this.setting = setting;
  }

  walk(node: PageNode, state: State): void {
    if (node.kind === 'text') {
      this.addText(node.text, state);
      return;
    }
    if (WITHOUT_TEXT.has(node.name) || this.setting.omitted.has(node)) return;
    const reference = this.setting.references.get(node);
    if (reference !== undefined) this.runs.push({ text: '', marks: [], footnote: reference });
    else if (node.name === 'br') this.flush(state);
    else if (node.name === 'img') this.addImage(node, state);
    else if (!this.addShifted(node, state)) this.enter(node, state);
  }

  private enter(element: PageElement, around: State): void {
    const state = this.within(element, around);
    const apart = this.isBlock(element) || state.aside !== around.aside;
    this.asides.push(...asidesOf(element, this.setting.base));
    if (apart) {
      this.flush(around);
      this.paragraphStarts = true;
    }
    if (element.name === 'table' && this.isTable(element, around)) this.addTable(element, state);
    else {
      if (element.name === 'li' && state.aside === undefined) this.startItem(element);
      for (const child of element.children) this.walk(child, state);
    }
    if (apart) {
      this.flush(state);
      this.paragraphStarts = true;
    }
  }

  private within(element: PageElement, around: State): State {
    const shown = this.setting.shown.has(element);
    const aside = shown ? undefined : (around.aside ?? asideOf(element));
    const { aside: _, ...rest } = around;
    const size = fontSize(element) ?? around.size;
    return {
      ...rest,
      marks: marksWithin(element, around.marks, this.setting.base),
      block: this.isBlock(element) ? element : around.block,
      ...(aside ? { aside } : {}),
      ...(around.inLink || isPageLink(element) ? { inLink: true } : {}),
      ...(size === undefined ? {} : { size }),
    };
  }

  private isBlock(element: PageElement): boolean {
    return BLOCKS.has(element.name) || this.setting.boxes.has(element);
  }

  private isTable(element: PageElement, { inTable, aside }: State): boolean {
    if (inTable || aside !== undefined || this.setting.frames.has(element)) return false;
    return !isLayoutTable(element);
  }

  private addText(text: string, state: State): void {
    if (state.block.name === 'pre' && /\n/.test(text)) {
      const [first = '', ...rest] = text.split('\n');
      this.runs.push({ text: first, marks: state.marks, size: state.size });
      for (const line of rest) {
        this.flush(state);
        this.runs.push({
          text: line.replace(/^(?: {2}|\t)/, '\u3000'),
          marks: state.marks,
          size: state.size,
        });
      }
      return;
    }
    if (state.inLink) this.linked += text.replace(/\s+/g, '').length;
    this.runs.push({ text, marks: state.marks, size: state.size });
  }

  /** Numbers that stand raised or lowered. True when the element is dealt with. */
  private addShifted(element: PageElement, state: State): boolean {
    const name = element.name === 'sup' || element.name === 'sub' ? element.name : styledShift(element);
    if (
      name === undefined ||
      element.children.some((child) => child.kind === 'element' && child.name === 'a')
    )
      return false;
    const text = textOf(element);
    if (text === '') return false;
    const shifted = shiftedDigits(text, name);
    if (shifted === undefined) {
      this.asides.push({ kind: 'raised', text });
      return false;
    }
    this.addText(shifted, state);
    return true;
  }

  private addImage({ attributes }: PageElement, state: State): void {
    const alt = (attributes['alt'] ?? '').replace(/\s+/g, ' ').trim();
    const address = attributes['src'] ?? '';
    const picture = state.aside === undefined ? dataPicture(address, alt) : undefined;
    if (picture === undefined) {
      this.asides.push(missingPicture(alt, address, this.setting.base));
      return;
    }
    this.flush(state);
    this.addSolid(picture, state);
  }

  private addTable(table: PageElement, state: State): void {
    const rows = gridOf(table).map((row) => row.map((cell) => (cell ? this.cellLines(cell) : [])));
    for (const child of table.children) {
      if (child.kind === 'element' && child.name === 'caption') this.walk(child, state);
    }
    this.flush(state);
    this.addSolid({ kind: 'table', rows }, state);
  }

  private cellLines(cell: PageElement): SourceLine[] {
    const inner = new Flow(this.setting);
    inner.walk(cell, { marks: [], block: cell, inTable: true });
    inner.flush({ marks: [], block: cell, inTable: true });
    this.asides.push(...inner.lines.flatMap(({ asides }) => asides));
    return inner.lines
      .filter(({ line, aside }) => line.text !== '' && aside === undefined)
      .map(({ line }) => line);
  }

  private addSolid(solid: Picture | Table, state: State): void {
    const line: SourceLine = { text: '', line: 0, indented: false, afterBlank: true, solid };
    this.lines.push({ line, block: state.block, raw: '', linked: 0, asides: this.asides });
    this.asides = [];
    this.paragraphStarts = true;
  }

  private startItem(item: PageElement): void {
    const text = textOf(item);
    this.generated = numberingOf(text) ? '' : itemNumber(item);
    if (item.parent?.name === 'ul') this.asides.push({ kind: 'bullet', text });
  }

  flush(state: State): void {
    const raw = this.runs.map(({ text }) => text).join('');
    const { text, marks, footnotes, indented } = tidyRuns(this.runs);
    if (text === '' && footnotes.length === 0) {
      // Signs without text stay for the next line; a footnote's place is never dropped.
      this.runs = [];
      if (raw !== '') this.paragraphStarts = true;
      return;
    }
    const shift = this.generated.length;
    const moved = marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
    const line: SourceLine = {
      text: this.generated + text,
      line: 0,
      indented: indented || /^[1-9]/.test(styleOf(state.block, 'text-indent')),
      afterBlank: this.paragraphStarts,
      ...markerOf(state.block, text),
      ...(shift > 0 ? { generated: shift } : {}),
      ...(moved.length > 0 ? { marks: moved } : {}),
      ...(footnotes.length > 0 ? { footnotes: footnotes.map(({ at, id }) => ({ at: at + shift, id })) } : {}),
      look: lookOf(state.block, text, marks, this.runs),
    };
    this.lines.push({
      ...{ line, block: state.block, raw, linked: this.linked, asides: this.asides },
      ...(state.aside ? { aside: state.aside } : {}),
    });
    this.runs = [];
    this.asides = [];
    this.generated = '';
    this.linked = 0;
    this.paragraphStarts = false;
  }
}

function isPageLink({ name, attributes }: PageElement): boolean {
  return name === 'a' && attributes['href'] !== undefined && !isFileAddress(attributes['href']);
}

function asideOf(element: PageElement): State['aside'] {
  if (isControl(element)) return 'control';
  return isHidden(element) ? 'hidden' : undefined;
}
