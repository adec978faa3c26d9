/** How wide text stands in a picture, estimated without a font: Han and full-width marks are 1 em. */

/** Capitals and the widest letters of common fonts; digits and small letters are narrower. */
const WIDE_LETTERS = /[A-Z@%&mw]/;

/** Width of a character in em; rather too much than too little, so that nothing is clipped. */
function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027)) return 1;
  if (WIDE_LETTERS.test(character)) return 0.9;
  return 0.62;
}

/** Width of one line of text in em. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + characterWidth(character), 0);
}

/** The text itself, or as much of its beginning as stands in `width` em with an ellipsis after it. */
export function fitText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let used = 1;
  let kept = '';
  for (const character of text) {
    used += characterWidth(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept.replace(/[（《〈“‘、，]+$/u, '')}…`;
}

/** Marks that may not begin a line. */
const CLOSING = /^[，。、；：？！）》〉”’〕】…]/u;

/**
 * Breaks text into at most `lines` lines of `width` em, about equally long, as a title is set; the last ends with an
 * ellipsis when some is left over.
 */
export function wrapText(text: string, width: number, lines: number): string[] {
  const greedy = breakLines(text, width, lines);
  const whole = greedy.join('') === text;
  for (let narrower = textWidth(text) / greedy.length; whole && narrower < width; narrower += 0.5) {
    const even = breakLines(text, narrower, greedy.length);
    if (even.join('') === text && even.every((line) => textWidth(line) <= width)) return even;
  }
  return greedy;
}

function breakLines(text: string, width: number, lines: number): string[] {
  // A year or a Latin word stays whole.
  const pieces = text.match(/[0-9A-Za-z]{1,12}|./gsu) ?? [];
  const broken: string[] = [];
  let line = '';
  for (const [index, piece] of pieces.entries()) {
    if (broken.length === lines - 1) return [...broken, fitText(line + pieces.slice(index).join(''), width)];
    if (line !== '' && textWidth(line + piece) > width) {
      const carried = CLOSING.test(piece) ? (line.match(/.$/su)?.[0] ?? '') : '';
      broken.push(line.slice(0, line.length - carried.length));
      line = carried;
    }
    line += piece;
  }
  return line === '' ? broken : [...broken, fitText(line, width)];
}
