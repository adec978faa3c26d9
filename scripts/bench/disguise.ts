/** Other ways to print or type a text that mean the same to a reader. */
import type { Random } from './random.ts';

const FULL_WIDTH = 0xfee0;
/** Shapes of one mark. The straight double quote is the query language's own, so nobody can type it for another. */
const SHAPES = ['(（[［{｛〔【〖', ')）]］}｝〕】〗', '《〈', '》〉', "“”‘’「」『』＂'"].map((shapes) => [
  ...shapes,
]);
const HALF_WIDTH = new Map([
  ['。', '｡'],
  ['、', '､'],
]);
/** Spaces of a keyboard, of a web page, and one that has no width. */
const SPACES = [' ', '　', '\u00a0', '\u200b'];

/** A character in the other width, where it has one. */
function otherWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x21 && code <= 0x7e && code !== 0x22) return String.fromCodePoint(code + FULL_WIDTH);
  if (code >= 0xff01 && code <= 0xff5e && code !== 0xff02) return String.fromCodePoint(code - FULL_WIDTH);
  return HALF_WIDTH.get(character) ?? character;
}

/** A Latin letter of ASCII in the other case; of others the two cases aren't always one letter (ß, SS). */
function otherCase(character: string): string {
  if (/^[a-z]$/.test(character)) return character.toUpperCase();
  return /^[A-Z]$/.test(character) ? character.toLowerCase() : character;
}

function otherShape(character: string, random: Random): string {
  const shapes = SHAPES.find((same) => same.includes(character)) ?? [];
  const others = shapes.filter((shape) => shape !== character);
  return others.length > 0 ? random.pick(others) : character;
}

/** The text with widths, cases and shapes of brackets and quotes changed here and there; its spaces are left out. */
export function disguiseCharacters(text: string, random: Random): string {
  return [...text.replace(/\s/gu, '')]
    .map((character) => {
      let changed = random.chance(0.7) ? otherShape(character, random) : character;
      if (random.chance(0.5)) changed = otherCase(changed);
      return random.chance(0.6) ? otherWidth(changed) : changed;
    })
    .join('');
}

/** The text with spaces between some of its characters: in a query it must stand in straight quotes. */
export function spaceOut(text: string, random: Random): string {
  return [...text]
    .map((character, index) =>
      index > 0 && random.chance(0.5) ? random.pick(SPACES) + character : character,
    )
    .join('');
}
