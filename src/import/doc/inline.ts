import { codeText, isMadeList } from '../docx/fields.ts';
import type { BuiltLine, LineBuilder } from '../line-builder.ts';
import { safeHref } from '../safe-href.ts';
import type { Stretch, WordParagraph } from './word-text.ts';

/** What a paragraph's characters refer to, and what of them is left out. */
export interface InlineState {
  /** Id of the footnote whose mark is the character at a place of the body, in UTF-16 units. */
  notes: ReadonlyMap<number, string>;
  /** Fields that are open: what they were asked to show, and whether that has begun. */
  fields: { instruction: string; shown: boolean }[];
  left: { text: string; reason: string }[];
  pictures: number;
  drawings: number;
  symbols: number;
  /** Inserted with the insertion still to be accepted. */
  inserted: string;
  /** Text of the codes of fields, which stands in no story. */
  unwritten: string[];
}

/** The state at the start of a story. */
export function inlineState(notes: ReadonlyMap<number, string> = new Map()): InlineState {
  return { notes, fields: [], left: [], pictures: 0, drawings: 0, symbols: 0, inserted: '', unwritten: [] };
}

/** Lines of a paragraph: one, but for breaks within it. */
export function paragraphLines(
  { stretches }: Pick<WordParagraph, 'stretches'>,
  state: InlineState,
  builder: LineBuilder,
): BuiltLine[] {
  for (const stretch of stretches) addStretch(stretch, state, builder);
  return builder.take();
}

function addStretch(stretch: Stretch, state: InlineState, builder: LineBuilder): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's own marks are control characters
  for (const match of stretch.text.matchAll(/[\u0000-\u001f(]|[^\u0000-\u001f(]+/g)) {
    const [part] = match;
    if (part.length === 1 && part <= '(') addMark(part, stretch, stretch.start + match.index, state, builder);
    else addText(part, stretch, state, builder);
  }
}

function addText(text: string, { look }: Stretch, state: InlineState, builder: LineBuilder): void {
  const hiding = state.fields.findLast(({ shown }) => !shown);
  if (hiding) {
    hiding.instruction += text;
    return;
  }
  if (look.deleted || look.hidden) {
    leave(state, text, look.deleted ? '修订中已删去的文字' : '隐藏文字');
    return;
  }
  // The site makes its own contents, and page numbers mean nothing there.
  if (state.fields.some(({ instruction }) => isMadeList(instruction))) {
    leave(state, text, '目录');
    return;
  }
  if (look.inserted) state.inserted += text;
  const href = state.fields.map(({ instruction }) => linkOf(instruction)).find((each) => each !== undefined);
  builder.add(text, { strong: look.bold, emphasis: look.italic, href });
}

/** Neighbouring text that is left out for one reason is one text. */
function leave(state: InlineState, text: string, reason: string): void {
  const last = state.left.at(-1);
  if (last?.reason === reason) last.text += text;
  else state.left.push({ text, reason });
}

function addMark(mark: string, stretch: Stretch, at: number, state: InlineState, builder: LineBuilder): void {
  const id = state.notes.get(at);
  if (id !== undefined) {
    builder.refer(id);
    if (mark >= ' ') addText(mark, stretch, state, builder);
  } else if (mark === '\u0013') state.fields.push({ instruction: '', shown: false });
  else if (mark === '\u0014') {
    const field = state.fields.at(-1);
    if (field) field.shown = true;
  } else if (mark === '\u0015') endField(state, stretch, builder);
  else if (mark === '\u000b' || mark === '\u000e') builder.add('\n');
  else if (mark === '\u001e') addText('-', stretch, state, builder);
  else if (mark === '\t') addText(' ', stretch, state, builder);
  else if (mark === '(' && !(stretch.look.special && stretch.look.symbol !== 0))
    addText(mark, stretch, state, builder);
  else if (state.fields.some(({ shown }) => !shown)) return;
  else if (mark === '\u0001' && stretch.look.special) state.pictures++;
  else if (mark === '\u0008') state.drawings++;
  else if (mark === '(') state.symbols++;
}

/** A field without a result may show text of its own code: ①, characters with a reading above them, a fraction. */
function endField(state: InlineState, stretch: Stretch, builder: LineBuilder): void {
  const field = state.fields.pop();
  if (!field || field.shown || state.fields.some(({ shown }) => !shown)) return;
  const text = codeText(field.instruction);
  state.unwritten.push(text?.shown ?? '', text?.reading ?? '');
  if (text?.reading) leave(state, text.reading, '注音');
  if (text && text.shown !== '') addText(text.shown, stretch, state, builder);
}

function linkOf(instruction: string): string | undefined {
  const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction)?.[1];
  return address === undefined ? undefined : safeHref(address);
}
