/**
 * Folds the printed variety of one text to one form, code unit by code unit, so that offsets into the folded
 * text are offsets into the original. Only what matters for document numbers and titles is folded.
 */

const OPENING = '〔[［(（﹝【〖{｛『「⟨⟦❲〘〚﹙﹛⁅';
const CLOSING = '〕]］)）﹞】〗}｝』」⟩⟧❳〙〛﹚﹜⁆';
/** Angle forms are kept apart: they also enclose titles, so they count as brackets only around a year. */
const OPENING_ANGLE = '〈<＜«‹《﹤≪';
const CLOSING_ANGLE = '〉>＞»›》﹥≫';
const QUOTES = '"＂“”„‟\'＇‘’`′″';
const SPACES =
  ' \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';
/** Characters without width, and Markdown's marks: the backslash of an escaped bracket, the asterisks of bold. */
const INVISIBLE =
  '\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\\*';

/** Traditional and variant forms of characters that occur in agency codes and issuer names, in pairs. */
const VARIANTS =
  '號号國国發发教教廳厅務务環环財财稅税農农業业電电學学師师體体藝艺衛卫團团聯联會会黨党組组宣宣統统編编審审計计監监檢检' +
  '辦办領领導导職职規规劃划設设質质運运輸输鐵铁險险證证銀银貿贸產产場场資资護护應应廣广' +
  '東东魯鲁吉吉遼辽滬沪粵粤瓊琼貴贵陝陕甘甘寧宁內内臺台雲云贛赣閩闽蘇苏' +
  '總总署署軍军區区縣县鄉乡鎮镇處处員员門门優优實实驗验課课閱阅圖图書书語语' +
  '見见據据按按關关於于執执際际對对責责議议決决復复覆复報报請请頒颁佈布轉转貫贯徹彻' +
  '產产動动綜综與与從从將将後后級级屆届氣气綠绿減减儲储節节醫医藥药養养龄龄齡龄殘残婦妇僑侨';

function buildFoldTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const fold = (chars: string, to: string): void => {
    for (const char of chars) table.set(char, to);
  };
  fold(OPENING, '〔');
  fold(CLOSING, '〕');
  fold(OPENING_ANGLE, '〈');
  fold(CLOSING_ANGLE, '〉');
  fold(QUOTES, '"');
  fold(SPACES, ' ');
  fold(INVISIBLE, ' ');
  fold('\r', '\n');
  fold('○◯Ｏ', '〇');
  fold('－—–―‐‑‒−～〜﹣', '-');
  fold('，﹐', ',');
  fold('；﹔', ';');
  for (let digit = 0; digit <= 9; digit++) table.set(String.fromCharCode(0xff10 + digit), String(digit));
  const pairs = Array.from(VARIANTS);
  for (let i = 0; i + 1 < pairs.length; i += 2) table.set(pairs[i] ?? '', pairs[i + 1] ?? '');
  return table;
}

const FOLD_TABLE = buildFoldTable();

/** What the table changes; all of it are single UTF-16 code units. */
const FOLDED = new RegExp(
  `[${[...FOLD_TABLE.keys()]
    .filter((unit) => FOLD_TABLE.get(unit) !== unit)
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')}]`,
  'g',
);

/** Folds a text; the result has the same length in UTF-16 code units. */
export function foldGlyphs(text: string): string {
  return text.replace(FOLDED, (unit) => FOLD_TABLE.get(unit) ?? unit);
}

/** Is this code unit a Han character of the basic planes (or 〇)? Surrogate pairs do not occur in codes. */
export function isHan(unit: string): boolean {
  const point = unit.charCodeAt(0);
  return (point >= 0x4e00 && point <= 0x9fff) || (point >= 0x3400 && point <= 0x4dbf) || point === 0x3007;
}

/** Is this folded code unit white space? */
export function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n';
}
