/** A text as it is compared, and where each of its characters came from. */
export interface FoldedText {
  /** Without punctuation and space, widths and case put aside. */
  text: string;
  /** For each UTF-16 unit of `text` its offset in the original. */
  offsets: number[];
}

/** Signs that say something: 20% isn't 20, and ** is what a censor left of a word. */
const SPEAKING = /[%‰*#@&]/;
/** Most of a text: there is nothing to fold in these. */
const IDEOGRAPH = /^[\u4e00-\u9fff]$/;
const SILENT = /[\s\p{P}\p{S}\p{Cf}]/u;

/** Folds a text for comparison from offset `start` on: punctuation, space, width and case make no difference. */
export function foldText(text: string, start = 0): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  for (let offset = start; offset < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    for (const unit of plainForm(character, text, offset)) {
      folded += unit;
      for (let count = 0; count < unit.length; count++) offsets.push(offset);
    }
    offset += character.length;
  }
  return { text: folded, offsets };
}

/** What stands for a character in a comparison; a point within a number keeps 3.5 from being 35. */
function plainForm(character: string, text: string, offset: number): string {
  if (IDEOGRAPH.test(character)) return character;
  const plain = character.normalize('NFKC').toLowerCase();
  if (SPEAKING.test(plain)) return plain;
  const insideNumber = /^[.:]$/.test(plain) && isDigit(text[offset - 1]) && isDigit(text[offset + 1]);
  return SILENT.test(plain) && !insideNumber ? '' : plain;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^\d$/.test(character.normalize('NFKC'));
}
