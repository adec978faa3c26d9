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
