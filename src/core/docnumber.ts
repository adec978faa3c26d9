/**
 * Official document numbers (发文字号): found in running text, read from any disguise, written in canonical form
 * (GB/T 9704-2012, 7.2.5: code, four-digit year in 〔〕, sequence without 第 and without leading zeros, 号).
 * No dependencies: this runs in the browser too.
 */
import { findBracketed } from './find-bracketed.ts';
import { findDamaged } from './find-damaged.ts';
import { findOrders } from './find-orders.ts';
import { foldGlyphs } from './glyphs.ts';

export type DocNumberKind = 'number' | 'order' | 'notice';

/** A number proper: 机关代字〔year〕sequence号. */
export interface AgencyNumber {
  kind: 'number';
  /** 机关代字 without brackets, year or spaces: 鲁教基字, 法（研）发. */
  code: string;
  year: number;
  sequence: number;
}

/** An order (令) or public notice (公告), numbered by its issuer, across years or within one. */
export interface IssuerNumber {
  kind: 'order' | 'notice';
  /** The issuer without 中华人民共和国; joint issuers joined by 、. */
  code: string;
  year?: number;
  sequence: number;
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

/** Writes a number in canonical form: 峄教发〔2009〕67号, 国务院令第687号, 教育部公告2021年第3号. */
export function formatDocNumber(n: DocNumber): string {
  if (n.kind === 'number') return `${n.code}〔${n.year}〕${n.sequence}号`;
  const year = n.year === undefined ? '' : `${n.year}年`;
  return `${n.code}${n.kind === 'order' ? '令' : '公告'}${year}第${n.sequence}号`;
}

const inOrder = (spans: NumberSpan[]): NumberSpan[] => spans.sort((a, b) => a.start - b.start);

function findSpans(text: string, knownCodes: Iterable<string>): NumberSpan[] {
  const folded = foldGlyphs(text);
  const known = new Set<string>();
  for (const code of knownCodes) known.add(foldGlyphs(code));
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
export function findDocNumbers(text: string, knownCodes: Iterable<string> = []): FoundDocNumber[] {
  return findSpans(text, knownCodes).map(({ start, end, number }) => ({
    raw: text.slice(start, end),
    start,
    end,
    canonical: formatDocNumber(number),
    kind: number.kind,
  }));
}

/** What may stand around a lone number without changing it: brackets, quotes, space, 文 or 文件, stops. */
const WRAPPING = /^[\s〔〈"《》〕〉]*|(?:文件|文|[\s〕〉"《》,，。.;、])*$/gu;

/**
 * Reads a text that is one document number in any disguise (brackets, widths, spaces, 第, leading zeros, 號).
 * Undefined when it is none, more than one, or has other words around it.
 */
export function parseDocNumber(text: string): DocNumber | undefined {
  const spans = findSpans(text, []);
  const only = spans.length === 1 ? spans[0] : undefined;
  if (!only) return undefined;
  const folded = foldGlyphs(text);
  const around = `${folded.slice(0, only.start)}\u0000${folded.slice(only.end)}`;
  return around.replace(WRAPPING, '') === '\u0000' ? only.number : undefined;
}
