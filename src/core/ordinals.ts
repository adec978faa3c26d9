import { parseChineseNumeral } from './numerals.ts';

/**
 * What the number at the start of a heading or paragraph says of its place in a document.
 * `part` 一、 · `section` （一） · `item` 1. · `subitem` （1） · `chapter` 第一章 · `article` 第一条 (and their kin).
 */
export interface Ordinal {
  level: 'part' | 'section' | 'item' | 'subitem' | 'chapter' | 'article';
  number: number;
}

const HAN = '[〇零一二三四五六七八九十百]+';
/** What follows a number that counts something, rather than numbering a clause: 一、二年级语文, 三、四月份. */
const COUNTED = '(?:年级|年制|学段|学期|单元|月|季度|期|等奖|类|级|线|批|轮|次|区|校|中学|小学|班|组)';

/** Levels after GB/T 9704-2012 §7.3.3 (一、（一）1.（1）) and 立法技术规范 (章, 条). A lost opening bracket is tolerated. */
const ORDINALS: [Ordinal['level'], RegExp][] = [
  ['chapter', new RegExp(`^第(${HAN}|\\d+)[编章]`)],
  ['article', new RegExp(`^第(${HAN}|\\d+)条`)],
  ['part', new RegExp(`^(${HAN})、(?!(?:${HAN}、)*${HAN}${COUNTED})`)],
  ['section', new RegExp(`^[（(]?(${HAN})[）)]`)],
  ['subitem', /^[（(](\d{1,3})[）)]/],
  ['item', /^(\d{1,3})(?:[.．](?!\d)|、(?!\d))/],
];

/** With which of these any ordinal begins: most blocks have none, and need not be looked at further. */
const BEGINNING = /^[第〇零一二三四五六七八九十百（(\d０-９]/;
const ATTACHMENT = new RegExp(`^附件\\s*(${HAN}|\\d{0,3})\\s*[:：]?$`);

/** The ordinal with which a text begins. */
export interface Opening {
  ordinal: Ordinal;
  /** Leading space and the space after it included; UTF-16 units. */
  length: number;
}

/** Reads the ordinal with which a block of text begins; full-width digits and leading space are tolerated. */
export function parseOrdinal(text: string): Ordinal | undefined {
  return readOpening(text)?.ordinal;
}

/** Length of the ordinal with which a text begins, leading space and the space after it included; UTF-16 units, 0 without one. */
export function ordinalLength(text: string): number {
  return readOpening(text)?.length ?? 0;
}

/** Reads the ordinal with which a text begins, and how long it is. */
export function readOpening(text: string): Opening | undefined {
  const typed = text.trimStart();
  if (!BEGINNING.test(typed)) return undefined;
  const plain = typed.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  for (const [level, pattern] of ORDINALS) {
    const [mark, digits] = pattern.exec(plain) ?? [];
    if (mark === undefined || digits === undefined) continue;
    const number = /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
    if (number === undefined) continue;
    return { ordinal: { level, number }, length: text.length - typed.slice(mark.length).trimStart().length };
  }
  return undefined;
}

/** The number of an attachment whose text begins here: a line that says 附件, 附件1 or 附件一 and no more. */
export function parseAttachmentMark(text: string): number | undefined {
  // Normalising a whole paragraph takes long, and few begin so; no other character becomes this one.
  if (!text.trimStart().startsWith('附')) return undefined;
  const digits = ATTACHMENT.exec(text.normalize('NFKC').trim())?.[1];
  if (digits === undefined) return undefined;
  if (digits === '') return 1;
  return /^\d/.test(digits) ? Number(digits) : parseChineseNumeral(digits);
}
