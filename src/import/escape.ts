import { MARK_KINDS, type MarkKind } from './manuscript.ts';

/** A mark of a piece; a link says where it leads. */
export interface PieceMark {
  kind: MarkKind;
  href?: string;
}

/** A run of text that is marked alike, or a run that the editor supplied where the source had lost it. */
export interface Piece {
  text: string;
  supplied: boolean;
  /** Outermost first. */
  marks?: readonly PieceMark[];
  /** Labels of the footnotes that are referred to before the text. */
  footnotes?: readonly string[];
}

/** Where pieces stand: each place takes other characters for syntax. */
export type PiecePlace = 'paragraph' | 'heading' | 'cell' | 'label';

/** Characters that can open something in MDX, GFM or cjk-friendly emphasis, wherever they stand. */
const ANYWHERE = /[\\`*_{[<>~|]/g;
/** What GFM takes for the start of an address: inside one, backslashes would be read as text. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|@/gi;
/** An ampersand that would be read as a character reference. */
const REFERENCE = /&(?=#|[A-Za-z])/g;

/**
 * A closing bracket whose opening one is escaped needs no backslash, and a text is easier to read without. But for each
 * the parser looks back over the whole block for a footnote: five thousand took eight seconds.
 */
const FEW_CLOSERS = 30;

const DELIMITERS: Record<Exclude<MarkKind, 'link'>, string> = {
  strong: '**',
  emphasis: '*',
  deleted: '~~',
};

/**
 * MDX source for the pieces of one paragraph, heading or cell, such that the parser sees exactly their text: nothing
 * becomes bold, a list, a tag or a program but what is marked so.
 */
export function escapePieces(pieces: readonly Piece[], place: PiecePlace): string {
  let out = '';
  let open: readonly PieceMark[] = [];
  const closers = pieces.reduce((sum, { text }) => sum + (text.split(']').length - 1), 0);
  const isCrowded = closers > FEW_CLOSERS;
  for (const [index, piece] of pieces.entries()) {
    const marks = piece.marks ?? [];
    const shared = commonMarks(open, marks);
    out += open.slice(shared).toReversed().map(closing).join('');
    out += marks.slice(shared).map(opening).join('');
    open = marks;
    const bare = index === 0 && place === 'paragraph' && marks.length === 0;
    out += writePiece(piece, place, bare, isCrowded);
  }
  return out + open.toReversed().map(closing).join('');
}

function writePiece(
  { text, supplied, marks = [], footnotes = [] }: Piece,
  place: PiecePlace,
  startsBlock: boolean,
  isCrowded: boolean,
): string {
  const references = footnotes.map((label) => `[^${label}]`).join('');
  const linked = marks.some(({ kind }) => kind === 'link');
  const written = escapeText(text, linked ? 'label' : place);
  const escaped = isCrowded ? written.replace(/(?<!\\)\]/g, '\\]') : written;
  // Behind a footnote's mark a colon would make it a definition, a bracket an address.
  if (references !== '') return references + escaped.replace(/^[:(]/, '\\$&');
  if (supplied) return `<Supplied>${escaped}</Supplied>`;
  return startsBlock ? escapeStart(escaped) : escaped;
}

function commonMarks(open: readonly PieceMark[], next: readonly PieceMark[]): number {
  const differs = open.findIndex((mark, at) => mark.kind !== next[at]?.kind || mark.href !== next[at]?.href);
  return differs < 0 ? open.length : differs;
}

function opening(mark: PieceMark): string {
  return mark.kind === 'link' ? '[' : DELIMITERS[mark.kind];
}

function closing(mark: PieceMark): string {
  return mark.kind === 'link' ? `](<${escapeHref(mark.href ?? '')}>)` : DELIMITERS[mark.kind];
}

/** Percent-encodes what would end an address between angle brackets, or be read as something else there. */
function escapeHref(href: string): string {
  return href.replace(/[\s<>\\|&{}`*_]/g, (char) =>
    char === '_' || char === '&' || char === '*' ? `\\${char}` : encodeURIComponent(char),
  );
}

function escapeText(text: string, place: PiecePlace): string {
  const escaped = text.replace(ANYWHERE, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '\\&');
  if (place === 'label') return escaped.replace(/\]/g, '\\]');
  return place === 'heading' ? escaped.replace(/#/g, '\\#') : escaped;
}

/** Escapes what is syntax only at the start of a line. */
function escapeStart(text: string): string {
  return (
    text
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^[#+=-]/, '\\$&')
      // No backslash can precede a letter, so the first letter becomes a character reference.
      .replace(/^(import|export)(?![A-Za-z0-9$])/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`)
  );
}

/** Order in which marks that lie upon one another are nested. */
export function byNesting(a: PieceMark, b: PieceMark): number {
  return MARK_KINDS.indexOf(a.kind) - MARK_KINDS.indexOf(b.kind);
}
