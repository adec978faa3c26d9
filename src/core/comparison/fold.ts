/** A text as it is compared, and where each of its characters came from. */
export interface FoldedText {
  /** Without punctuation and space, widths and case put aside. */
  text: string;
  /** For each UTF-16 unit of `text` its offset in the original. */
  offsets: number[];
}

/** Signs that say something: 20% isn't 20, and ** is what a censor left of a word. */
const SPEAKING = /[%‰*#@&]/;
const SILENT = /[\s\p{P}\p{S}\p{Cf}]/u;
/** Most of a text: there is nothing to fold from the first of these to the last. */
const FIRST_IDEOGRAPH = 0x4e00;
const LAST_IDEOGRAPH = 0x9fff;

/** Folds a text for comparison from offset `start` on: punctuation, space, width and case make no difference. */
export function foldText(text: string, start = 0): FoldedText {
  const offsets: number[] = [];
  return { text: fold(text, start, offsets), offsets };
}

/** The text alone of what `foldText` gives: where each character came from costs more than to fold it. */
export function foldedText(text: string, start = 0): string {
  return fold(text, start);
}

/** Adds to `offsets`, if they are wanted, one for each UTF-16 unit of what it gives. */
function fold(text: string, start: number, offsets?: number[]): string {
  let folded = '';
  for (let offset = start; offset < text.length; ) {
    const end = endOfIdeographs(text, offset);
    if (end > offset) {
      folded += text.slice(offset, end);
      if (offsets) for (let from = offset; from < end; from++) offsets.push(from);
      offset = end;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const plain = plainForm(character, text, offset);
    folded += plain;
    if (offsets) for (let count = 0; count < plain.length; count++) offsets.push(offset);
    offset += character.length;
  }
  return folded;
}

function endOfIdeographs(text: string, start: number): number {
  let end = start;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit < FIRST_IDEOGRAPH || unit > LAST_IDEOGRAPH) break;
  }
  return end;
}

/** A character without width and case, and whether it says nothing by itself. */
interface Form {
  plain: string;
  silent: boolean;
}

/** Forms of characters that were met; of the same few hundred a text is made. */
const forms = new Map<string, Form>();

function formOf(character: string): Form {
  const known = forms.get(character);
  if (known) return known;
  const plain = character.normalize('NFKC').toLowerCase();
  const form = { plain, silent: !SPEAKING.test(plain) && SILENT.test(plain) };
  forms.set(character, form);
  return form;
}

/** What stands for a character in a comparison; a point within a number keeps 3.5 from being 35. */
function plainForm(character: string, text: string, offset: number): string {
  const { plain, silent } = formOf(character);
  if (!silent) return plain;
  const insideNumber =
    (plain === '.' || plain === ':') && isDigit(text[offset - 1]) && isDigit(text[offset + 1]);
  return insideNumber ? plain : '';
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && /^\d$/.test(formOf(character).plain);
}
