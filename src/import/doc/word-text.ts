import { type Fib, STORIES, type Story } from './fib.ts';
import {
  type CharacterLook,
  changeCharacter,
  changeParagraph,
  type ParagraphLook,
  PLAIN_PARAGRAPH,
} from './looks.ts';
import type { TextPiece } from './pieces.ts';
import { type FormatRun, readChanges, runAt } from './properties.ts';
import { PLAIN_STYLE, type Style } from './styles.ts';

/** A stretch of characters of one look. */
export interface Stretch {
  /** Its first character, in UTF-16 units from the start of its story. */
  start: number;
  text: string;
  look: CharacterLook;
}

/** A paragraph, or a cell's last one, with the character that ends it. */
export interface WordParagraph {
  stretches: Stretch[];
  end: string;
  look: ParagraphLook;
  style: Style;
}

/** The text of a Word file with its formatting, story by story. */
export interface WordText {
  /** All characters of a story, marks and all. */
  raw(story: Story): string;
  paragraphs(story: Story, from?: number, to?: number): WordParagraph[];
}

/** What a Word file's text is made of. */
export interface WordParts {
  fib: Fib;
  pieces: readonly TextPiece[];
  styles: readonly Style[];
  paragraphRuns: readonly FormatRun[];
  characterRuns: readonly FormatRun[];
}

/** Puts text and formatting together. */
export function wordText(parts: WordParts): WordText {
  const whole = parts.pieces.map(({ text }) => text).join('');
  const starts = storyStarts(parts.fib);
  const range = (story: Story): [number, number] => [
    starts[story],
    Math.min(whole.length, starts[story] + parts.fib.lengths[story]),
  ];
  return {
    raw: (story) => whole.slice(...range(story)),
    paragraphs(story, from = 0, to = Number.POSITIVE_INFINITY) {
      const [start, end] = range(story);
      return cutParagraphs(parts, [start + from, Math.min(end, start + to)], start);
    },
  };
}

function storyStarts({ lengths }: Fib): Record<Story, number> {
  let at = 0;
  const starts = STORIES.map((story) => {
    const start = at;
    at += lengths[story];
    return [story, start];
  });
  return Object.fromEntries(starts) as Record<Story, number>;
}

/** Paragraphs of a range of characters; a last one without its mark counts too. */
function cutParagraphs(parts: WordParts, [from, to]: [number, number], base: number): WordParagraph[] {
  const paragraphs: WordParagraph[] = [];
  let open: Stretch[] = [];
  const close = (piece: TextPiece, index: number, end: string): void => {
    const { look, style } = paragraphLook(parts, piece, index);
    const stretches = open.map((stretch) => ({ ...stretch, look: characterLook(parts, stretch, style) }));
    paragraphs.push({ stretches, end, look, style });
    open = [];
  };
  let last: [TextPiece, number] | undefined;
  for (const piece of parts.pieces) {
    const first = Math.max(0, from - piece.start);
    const end = Math.min(piece.text.length, to - piece.start);
    let at = first;
    while (at < end) {
      const next = nextBorder(parts, piece, at, end);
      if (next.mark > at || next.mark < 0) {
        const until = next.mark < 0 ? next.border : next.mark;
        open.push(rawStretch(parts, piece, [at, until], base));
        last = [piece, until - 1];
        at = until;
      } else {
        close(piece, at, piece.text[at] ?? '');
        at++;
      }
    }
  }
  if (open.length > 0 && last) close(last[0], last[1], '');
  return paragraphs;
}

/** Where the formatting changes next, and where the paragraph ends, if that is before. */
function nextBorder(
  { characterRuns }: WordParts,
  piece: TextPiece,
  at: number,
  end: number,
): { border: number; mark: number } {
  const run = runAt(characterRuns, piece.at + at * piece.width);
  const runEnd = run ? Math.ceil((run.end - piece.at) / piece.width) : at + 1;
  const border = Math.max(at + 1, Math.min(end, runEnd));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Word's own marks are control characters
  const found = piece.text.slice(at, border).search(/[\r\u0007\f]/);
  return { border, mark: found < 0 ? -1 : at + found };
}

type RawStretch = Stretch & { formats?: [Uint8Array | undefined, Uint8Array | undefined] };

function rawStretch(
  parts: WordParts,
  piece: TextPiece,
  [at, end]: [number, number],
  base: number,
): RawStretch {
  const run = runAt(parts.characterRuns, piece.at + at * piece.width);
  return {
    start: piece.start + at - base,
    text: piece.text.slice(at, end),
    look: PLAIN_STYLE.character,
    formats: [run?.bytes, piece.changes],
  };
}

function characterLook(parts: WordParts, { formats }: RawStretch, style: Style): CharacterLook {
  const changes = (formats ?? []).flatMap((bytes) => (bytes ? readChanges(bytes) : []));
  const named = changes.find(({ code }) => code === 0x4a30)?.value;
  const own = named && parts.styles[(named[0] ?? 0) | ((named[1] ?? 0) << 8)]?.character;
  return changeCharacter(
    own ? { ...style.character, ...bolder(style, own) } : style.character,
    changes,
    style.character,
  );
}

/** A character style adds to the paragraph's; what it leaves alone is not told from what it sets back, so it only adds. */
function bolder(style: Style, own: CharacterLook): Partial<CharacterLook> {
  return { bold: style.character.bold || own.bold, italic: style.character.italic || own.italic };
}

function paragraphLook(
  parts: WordParts,
  piece: TextPiece,
  at: number,
): { look: ParagraphLook; style: Style } {
  const run = runAt(parts.paragraphRuns, piece.at + at * piece.width);
  if (!run || run.bytes.length < 2) return { look: PLAIN_PARAGRAPH, style: parts.styles[0] ?? PLAIN_STYLE };
  const number = (run.bytes[0] ?? 0) | ((run.bytes[1] ?? 0) << 8);
  const style = parts.styles[number] ?? PLAIN_STYLE;
  const changes = readChanges(run.bytes.subarray(2));
  const saved = piece.changes ? readChanges(piece.changes) : [];
  return { look: changeParagraph({ ...style.paragraph, style: number }, [...changes, ...saved]), style };
}
