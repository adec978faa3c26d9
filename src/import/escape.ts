/** A run of text, or a run that the editor supplied where the source had lost it. */
export interface Piece {
  text: string;
  supplied: boolean;
}

/** Characters that can open something in MDX, GFM or cjk-friendly emphasis, wherever they stand. */
const ANYWHERE = /[\\`*_{[<>~|]/g;
/** What GFM takes for the start of an address: inside one, backslashes would be read as text. */
const ADDRESS = /:(?=\/\/)|(?<=www)\.|@/gi;
/** An ampersand that would be read as a character reference. */
const REFERENCE = /&(?=#|[A-Za-z])/g;

/**
 * MDX source for the pieces of one paragraph or heading, such that the parser sees exactly their text: nothing
 * becomes bold, a list, a tag or a program.
 */
export function escapePieces(pieces: readonly Piece[], heading: boolean): string {
  const first = pieces[0];
  const out = pieces.map((piece) => {
    const text = escapeText(piece.text, heading);
    return piece.supplied ? `<Supplied>${text}</Supplied>` : text;
  });
  // A heading's line has its own start; only a paragraph's can be taken for a list, a heading or a program.
  if (first && !first.supplied && !heading) out[0] = escapeStart(out[0] ?? '');
  return out.join('');
}

function escapeText(text: string, heading: boolean): string {
  const escaped = text.replace(ANYWHERE, '\\$&').replace(ADDRESS, '\\$&').replace(REFERENCE, '\\&');
  return heading ? escaped.replace(/#/g, '\\#') : escaped;
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
