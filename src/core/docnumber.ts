/**
 * Official document numbers (发文字号): found in running text, read from any disguise, written in canonical form
 * (GB/T 9704-2012, 7.2.5: code, four-digit year in 〔〕, sequence without 第 and without leading zeros, 号).
 * No dependencies: this runs in the browser too.
 *
 * How the pieces in docnumber/ fit, from the text to a number:
 *   glyphs.ts          folds brackets, widths and variants, offsets unchanged; all below work on folded text
 *   find-bracketed.ts  code〔year〕n号 and 〔year〕code n号, by way of year-bracket.ts and number-list.ts
 *   find-damaged.ts    the same where brackets are lost; find-orders.ts  令, 公告 and 通告 with their issuer-edge.ts
 *   left-edge.ts       where the code before a year bracket starts: takes the run of Han characters, joins spaces
 *   code-cuts.ts       cuts prose from the left of that run: words and characters (cut-words.ts), names of organs
 *                      and places (issuer-cut.ts), and, where no list helps, a provincial head (code-head.ts)
 *   edge-words.ts      the word lists of all these, each with its reason
 */
import { cutRun } from './docnumber/code-cuts.ts';
import { findBracketed } from './docnumber/find-bracketed.ts';
import { findDamaged } from './docnumber/find-damaged.ts';
import { findOrders } from './docnumber/find-orders.ts';
import { foldGlyphs } from './docnumber/glyphs.ts';

export type DocNumberKind = 'number' | 'order' | 'notice';

/** A number proper: 机关代字〔year〕sequence号. */
export interface AgencyNumber {
  kind: 'number';
  /** 机关代字 without brackets, year or spaces: 鲁教基字, 法（研）发. */
  code: string;
  year: number;
  sequence: number;
}

/** An order (令) or public notice (公告, 通告), numbered by its issuer, across years or within one. */
export interface IssuerNumber {
  kind: 'order' | 'notice';
  /** The issuer without 中华人民共和国; joint issuers joined by 、. */
  code: string;
  year?: number;
  sequence: number;
  /** Set where a notice is a 通告: its issuer numbers its 公告 apart. */
  word?: '通告';
}

export type DocNumber = AgencyNumber | IssuerNumber;

/** A number as found in a text. Offsets are UTF-16 code units; `text.slice(start, end) === raw`. */
export interface FoundDocNumber {
  raw: string;
  start: number;
  end: number;
  canonical: string;
  kind: DocNumberKind;
}

/** A finding before it is written down: folded offsets equal original offsets. */
export interface NumberSpan {
  start: number;
  end: number;
  number: DocNumber;
}

/** Writes a number in canonical form: 峄教发〔2009〕67号, 国务院令第687号, 教育部公告2021年第3号, 公安部通告2021年第1号. */
export function formatDocNumber(n: DocNumber): string {
  if (n.kind === 'number') return `${n.code}〔${n.year}〕${n.sequence}号`;
  const year = n.year === undefined ? '' : `${n.year}年`;
  return `${n.code}${issuerWord(n)}${year}第${n.sequence}号`;
}

/** The word that stands behind the issuer: 令, 公告 or 通告. */
export function issuerWord({ kind, word }: IssuerNumber): string {
  return kind === 'order' ? '令' : (word ?? '公告');
}

const inOrder = (spans: NumberSpan[]): NumberSpan[] => spans.sort((a, b) => a.start - b.start);

/** Every number ends with it, most blocks of a text hold none: they need no closer look. */
const NUMBER_SIGN = /[号號]/u;

/** Agency codes as they stand in folded text. */
function foldedCodes(codes: Iterable<string>): ReadonlySet<string> {
  if (last && last.codes === codes && last.size === last.codes.length) return last.folded;
  const folded = new Set(Array.from(codes, foldGlyphs));
  last = Array.isArray(codes) ? { codes, size: codes.length, folded } : undefined;
  return folded;
}

/** All blocks of a document are searched with one list of codes. */
let last: { codes: readonly string[]; size: number; folded: ReadonlySet<string> } | undefined;

function findSpans(text: string, knownCodes: Iterable<string>): readonly NumberSpan[] {
  if (!NUMBER_SIGN.test(text)) return [];
  if (knownCodes !== NO_CODES) return searchSpans(text, knownCodes);
  // Several who know no codes ask for the same text one after another.
  if (searched.text !== text) searched = { text, spans: searchSpans(text, NO_CODES) };
  return searched.spans;
}

const NO_CODES: readonly string[] = [];
let searched: { text: string; spans: readonly NumberSpan[] } = { text: '', spans: [] };

function searchSpans(text: string, knownCodes: Iterable<string>): NumberSpan[] {
  const folded = foldGlyphs(text);
  const known = foldedCodes(knownCodes);
  const whole = findBracketed(folded, known);
  const damaged = findDamaged(folded, known, whole);
  const numbers = inOrder([...whole, ...damaged]);
  return inOrder([...numbers, ...findOrders(folded, numbers)]);
}

/**
 * Finds every document number in a text, in text order, without overlaps; a list such as 国办函〔2004〕57、71号 gives
 * one entry per number. `knownCodes` (agency codes) sharpen the left edge where words are glued to a code; they
 * never suppress unknown codes.
 */
export function findDocNumbers(text: string, knownCodes: Iterable<string> = NO_CODES): FoundDocNumber[] {
  return findSpans(text, knownCodes).map(({ start, end, number }) => ({
    raw: text.slice(start, end),
    start,
    end,
    canonical: formatDocNumber(number),
    kind: number.kind,
  }));
}

/** What may stand around a lone number without changing it: brackets, quotes, space, 文 or 文件, stops. */
const WRAP_LEFT = /^[\s〔〈"《》〕〉]*/u;
const WRAP_RIGHT = /(?:文件|文|[\s〕〉"《》〔〈,，。.;、])*$/u;

/** A lone number typed without brackets or without 号: 峄教发2009-67, 国办发[2017]47. */
const TYPED =
  /^([一-龥]{1,13}[字发函办政府通电文令规])[\s〔〈"年第.,_/-]*((?:19|20)[0-9]{2})[\s〕〉"年第.,_/-]+([0-9]{1,5})$/u;

function parseTyped(bare: string): DocNumber | undefined {
  const [, code = '', year, sequence] = TYPED.exec(bare.replace(/号$/u, '').trimEnd()) ?? [];
  return code === '' || Number(sequence) === 0 || cutRun(code, 'bracket') > 0
    ? undefined
    : { kind: 'number', code, year: Number(year), sequence: Number(sequence) };
}

/** 号, and 令, 公告 and 通告 behind it. */
const ENDING = /[号令告]$/u;

/** The only number in a text, where it fills the text from end to end. */
function parseWhole(bare: string, known: Iterable<string>): DocNumber | undefined {
  if (!ENDING.test(bare)) return undefined;
  const [only, ...others] = findSpans(bare, known);
  const fills = only && others.length === 0 && only.start === 0 && only.end === bare.length;
  return fills ? only.number : undefined;
}

/**
 * Reads a text that is one document number in any disguise (brackets, widths, spaces, 第, leading zeros, 號; brackets
 * or 号 forgotten in typing). Undefined when it is none, more than one, or has other words around it.
 */
export function parseDocNumber(text: string, knownCodes?: Iterable<string>): DocNumber | undefined {
  if (text.length > MAX_LONE) return undefined;
  if (knownCodes) return parseLone(text, knownCodes);
  if (!read.has(text)) {
    if (read.size >= MOST_READ) read.clear();
    read.set(text, parseLone(text, []));
  }
  const number = read.get(text);
  return number && { ...number };
}

/** What was read before: a library asks for the same few thousand numbers again and again. */
const read = new Map<string, DocNumber | undefined>();
const MOST_READ = 20_000;

function parseLone(text: string, knownCodes: Iterable<string>): DocNumber | undefined {
  const folded = foldGlyphs(text);
  const left = folded.replace(WRAP_LEFT, '');
  const right = left.replace(WRAP_RIGHT, '');
  // （第687号 and [2016]53）号 are closed by brackets of their own: try the fuller form first.
  const known = [...knownCodes];
  const candidates = new Set([folded.trim(), left.trimEnd(), right, `${right}号`]);
  for (const candidate of candidates) {
    const number = parseWhole(candidate, known);
    if (number) return number;
  }
  return parseTyped(right);
}

/** Longer texts are not a number but prose. */
const MAX_LONE = 200;
