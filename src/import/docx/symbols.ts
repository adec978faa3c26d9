import { ownValue } from '../own-value.ts';

/**
 * Fonts of signs give letters another look: an "l" in Wingdings is ●. What a reader saw is written with the character
 * that Unicode has for it.
 */

/** Signs from a code on, one character each; a space stands for a sign that has no character. */
type Run = readonly [first: number, signs: string];

const WINGDINGS: readonly Run[] = [
  [0x21, '✏✂✁'],
  [0x28, '☎✆✉'],
  [0x36, '⌛'],
  [0x3f, '✍'],
  [0x41, '✌'],
  [0x45, '☜☞☝☟'],
  [0x4a, '☺ ☹'],
  [0x51, '✈☼'],
  [0x54, '❄'],
  [0x58, '✠✡☪☯ ☸♈♉♊♋♌♍♎♏♐♑♒♓&'],
  [0x6c, '●❍■□❐❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞'],
  [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x9e, '·•▪○'],
  [0xa4, '◉◎'],
  [0xa7, '▪□'],
  [0xaa, '✦★✶✴✹✵'],
  [0xb5, '✪✰'],
  [0xd5, '⌫⌦'],
  [0xd8, '➢'],
  [0xdc, '➲'],
  [0xdf, '←→↑↓↖↗↙↘'],
  [0xe8, '➔'],
  [0xef, '⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✓☒☑'],
];
const WINGDINGS_2: readonly Run[] = [
  [0x4f, '✗✓☒☑☒'],
  [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'],
  [0x96, '•●●⦁◎'],
  [0xa2, '■□'],
  [0xae, '◆◇'],
  [0xea, '★'],
];
const WINGDINGS_3: readonly Run[] = [
  [0x21, '→'],
  [0x23, '↑↓'],
  [0x70, '▲▼△▽◀▶◁▷'],
];
const WEBDINGS: readonly Run[] = [
  [0x33, '◀▶▲▼'],
  [0x61, '✓'],
  [0x63, '□'],
  [0x67, '■'],
  [0x6e, '●'],
  [0x72, '✗'],
];
const SYMBOL: readonly Run[] = [
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa1, 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'],
  [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑'],
  [0xf1, '〉∫'],
];

const FONTS: Record<string, ReadonlyMap<number, string>> = {
  wingdings: table(WINGDINGS),
  'wingdings 2': table(WINGDINGS_2),
  'wingdings 3': table(WINGDINGS_3),
  webdings: table(WEBDINGS),
  symbol: table(SYMBOL),
};

function table(runs: readonly Run[]): ReadonlyMap<number, string> {
  const pairs = runs.flatMap(([first, signs]) =>
    Array.from(signs, (sign, at): [number, string] => [first + at, sign]),
  );
  return new Map(pairs.filter(([, sign]) => sign !== ' '));
}

/** True for a font that gives letters another look. */
export function isSignFont(font: string | undefined): boolean {
  return font !== undefined && ownValue(FONTS, font.trim().toLowerCase()) !== undefined;
}

/**
 * The sign of a code in a font of signs, or undefined when it has no character. Word also writes such a code
 * with 0xF000 added.
 */
export function signOf(font: string, code: number): string | undefined {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return ownValue(FONTS, font.trim().toLowerCase())?.get(plain);
}

/** A text as a font shows it, and those of its characters that stand for signs without a character. */
export function signsIn(text: string, font: string | undefined): { signs: string; unknown: string } {
  if (font === undefined || !isSignFont(font)) return { signs: text, unknown: '' };
  let unknown = '';
  const signs = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const coded = code > 0x20 && (code < 0x100 || (code >= 0xf020 && code <= 0xf0ff));
    if (!coded) return char;
    const sign = signOf(font, code);
    if (sign === undefined) unknown += char;
    return sign ?? '';
  });
  return { signs: signs.join(''), unknown };
}

const SUPER = new Map(
  Array.from('0123456789+-=()n−', (char, at) => [char, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ⁻')[at]]),
);
const SUB = new Map(Array.from('0123456789+-=()−', (char, at) => [char, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋')[at]]));

/** A raised or lowered text in characters that are so themselves, or undefined when one of it has none. */
export function raised(text: string, position: 'super' | 'sub'): string | undefined {
  const signs = Array.from(text, (char) => (position === 'super' ? SUPER : SUB).get(char));
  return signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}
