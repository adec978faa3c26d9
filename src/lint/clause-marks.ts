import { parseChineseNumeral } from '../core/numerals.ts';
import { parseOrdinal } from '../core/ordinals.ts';

/** The number with which a line of a text begins. */
export interface ClauseMark {
  /** How it is written; numbers of one style are compared with one another. */
  style: string;
  /** How deep the style stands in an official paper: GB/T 9704-2012 §7.3.3 (一、（一）1.（1）), and 编章节条 of regulations. */
  rank: number;
  number: number;
  /** 1 for 第十条之一; 0 without 之. */
  suffix: number;
  /** As it stands there. */
  raw: string;
}

const HAN = '[〇零○一二三四五六七八九十百千廿卅]{1,9}';
const NUMBER = `(${HAN}|[\\d０-９]{1,4})`;
const DIVISION = `^第${NUMBER}(编|篇|部分|章|节|条)(?:之(${HAN}))?`;
/** In running text 第三条 may begin a sentence (第三条规定……): there a space must follow. */
const IN_TEXT = new RegExp(`${DIVISION}(?=[\\s\\u3000：:【（(]|$)`);
const IN_HEADING = new RegExp(DIVISION);
const DIVISION_RANKS: Readonly<Record<string, number>> = { 编: 0, 篇: 0, 部分: 0, 章: 1, 节: 2, 条: 3 };

/** Styles below 条, outermost first; the rank is the place here. */
const STYLES: readonly { style: string; rank: number; pattern: RegExp }[] = [
  { style: '一、', rank: 4, pattern: new RegExp(`^(${HAN})[、．.]`) },
  { style: '（一）', rank: 5, pattern: new RegExp(`^[（(]?\\s?(${HAN})\\s?[)）]`) },
  { style: '1.', rank: 6, pattern: /^([\d０-９]{1,3})[.．](?![\d０-９])/ },
  { style: '1、', rank: 6, pattern: /^([\d０-９]{1,3})、(?![\d０-９])/ },
  {
    style: '（1）',
    rank: 7,
    pattern: /^(?![（(]\d{2}[)）]\p{Script=Han}{1,8}第?\d{1,4}号)[（(]\s?([\d０-９]{1,3})\s?[)）]/u,
  },
  { style: '1）', rank: 8, pattern: /^([\d０-９]{1,3})[)）]/ },
];

/** Numbers that are one character each: the first of each row is 1. */
const SIGNS: readonly { style: string; rank: number; from: number; to: number }[] = [
  { style: '㈠', rank: 5, from: 0x3220, to: 0x3229 },
  { style: '⒈', rank: 6, from: 0x2488, to: 0x249b },
  { style: '⑴', rank: 7, from: 0x2474, to: 0x2487 },
  { style: '①', rank: 9, from: 0x2460, to: 0x2473 },
];

/** What a marked line can begin with; spares the rest of a text the patterns. */
const BEGINS = /^[\s\u3000]*[第（(〇零○一二三四五六七八九十百千廿卅\d０-９㈠-㈩①-⒛]/;

/** Reads the number at the beginning of a line; undefined when it has none or the number counts something (三、四年级). */
export function clauseMark(line: string, heading: boolean): ClauseMark | undefined {
  if (!BEGINS.test(line)) return undefined;
  const text = line.trimStart();
  return divisionMark(text, heading ? IN_HEADING : IN_TEXT) ?? signMark(text) ?? listedMark(text);
}

function divisionMark(text: string, pattern: RegExp): ClauseMark | undefined {
  const [raw, digits = '', word = '', suffix] = pattern.exec(text) ?? [];
  const number = readNumber(digits);
  const after = suffix === undefined ? 0 : readNumber(suffix);
  if (raw === undefined || number === undefined || after === undefined) return undefined;
  return { style: `第一${word}`, rank: DIVISION_RANKS[word] ?? 0, number, suffix: after, raw };
}

function signMark(text: string): ClauseMark | undefined {
  const code = text.charCodeAt(0);
  const row = SIGNS.find(({ from, to }) => code >= from && code <= to);
  if (!row) return undefined;
  return { style: row.style, rank: row.rank, number: code - row.from + 1, suffix: 0, raw: text.charAt(0) };
}

function listedMark(text: string): ClauseMark | undefined {
  for (const { style, rank, pattern } of STYLES) {
    const [raw, digits = ''] = pattern.exec(text) ?? [];
    const number = readNumber(digits);
    if (raw === undefined || number === undefined) continue;
    // 一、二年级 counts; core knows what such numbers count.
    if (style === '一、' && raw.endsWith('、') && parseOrdinal(text)?.level !== 'part') return undefined;
    return { style, rank, number, suffix: 0, raw };
  }
  return undefined;
}

function readNumber(digits: string): number | undefined {
  const plain = /[０-９]/.test(digits) ? digits.normalize('NFKC') : digits;
  if (/^\d+$/.test(plain)) return Number(plain);
  return plain === '' ? undefined : parseChineseNumeral(plain);
}
