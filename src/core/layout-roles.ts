import { parseOrdinal } from './ordinals.ts';

/**
 * What a paragraph is in the layout of an official document (GB/T 9704-2012, 7.3): `addressee` 主送机关, flush left;
 * `enclosure` 附件说明, `enclosure-more` its further items; `signed` 发文机关署名 and 成文日期, which stand at the right.
 */
export type LayoutRole = 'addressee' | 'enclosure' | 'enclosure-more' | 'signed';

/** A block of a document's text, in reading order. */
export interface LayoutBlock {
  text: string;
  /** A paragraph of running text; headings, lists, tables and quotations are none. */
  paragraph: boolean;
}

/** Longest list of addressees and longest signature, in UTF-16 units: what is longer is a sentence. */
const LONGEST_ADDRESSEE = 120;
const LONGEST_SIGNATURE = 30;
/** A joint document bears several signatures. */
const MOST_SIGNATURES = 6;

const DATE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** How the name of an office ends. */
const OFFICE =
  /(?:局|厅|部|委|办|室|处|科|院|会|署|组|中心|政府|学校|小学|中学|大学|学院|幼儿园|公司|馆|站|所|队)$/;
const ENCLOSURE = /^附件\s*[:：]\s*\S/;
const ITEM = /^\d{1,2}[.．]/;

/** The role of each block that has one, by its place in the list. Nothing is guessed: a doubtful line has none. */
export function layoutRoles(blocks: readonly LayoutBlock[]): Map<number, LayoutRole> {
  const roles = new Map<number, LayoutRole>();
  markAddressee(blocks, roles);
  for (const [index, { text, paragraph }] of blocks.entries()) {
    if (!paragraph) continue;
    if (ENCLOSURE.test(text.trim())) markEnclosures(blocks, index, roles);
    if (DATE.test(compact(text))) markSignature(blocks, index, roles);
  }
  return roles;
}

/** The office addressed comes before all else; only the number may be printed above it. */
function markAddressee(blocks: readonly LayoutBlock[], roles: Map<number, LayoutRole>): void {
  for (const [index, { text, paragraph }] of blocks.slice(0, 2).entries()) {
    if (!paragraph) return;
    const line = text.trim();
    const addressed = /^(?!附件)[^。；！？]{2,}[:：]$/.test(line) && line.length <= LONGEST_ADDRESSEE;
    if (addressed && !parseOrdinal(line)) roles.set(index, 'addressee');
    if (addressed) return;
  }
}

function markEnclosures(blocks: readonly LayoutBlock[], first: number, roles: Map<number, LayoutRole>): void {
  roles.set(first, 'enclosure');
  for (let index = first + 1; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block?.paragraph || !ITEM.test(block.text.trim())) return;
    roles.set(index, 'enclosure-more');
  }
}

/** A date alone is a 成文日期 when an office's name stands above it or nothing follows it. */
function markSignature(blocks: readonly LayoutBlock[], date: number, roles: Map<number, LayoutRole>): void {
  let first = date;
  while (first > 0 && date - first < MOST_SIGNATURES && isSignature(blocks[first - 1])) first -= 1;
  if (first === date && (date === 0 || date < blocks.length - 1)) return;
  for (let index = first; index <= date; index += 1) roles.set(index, 'signed');
}

function isSignature(block: LayoutBlock | undefined): boolean {
  if (!block?.paragraph) return false;
  const line = compact(block.text);
  return (
    line.length <= LONGEST_SIGNATURE &&
    OFFICE.test(line) &&
    !/[，。；：！？、]/.test(line) &&
    !parseOrdinal(line)
  );
}

function compact(text: string): string {
  return text.replace(/\s/g, '');
}
