import { parseAttachmentMark, parseOrdinal } from './ordinals.ts';

/**
 * What a paragraph is in the layout of an official document (GB/T 9704-2012, 7.3): `addressee` 主送机关, flush left;
 * `enclosure` 附件说明, `enclosure-more` its further items; `signed` 发文机关署名 and 成文日期, which stand at the right.
 */
export type LayoutRole = 'addressee' | 'enclosure' | 'enclosure-more' | 'signed';

/** A block of a document's text, in reading order; footnotes are none. */
export interface LayoutBlock {
  text: string;
  /** A paragraph of running text; headings, lists, tables and quotations are none. */
  paragraph: boolean;
}

/** How the name of an office, a school or a group of them ends. */
const BODY =
  '(?:[部厅局委办室院校园馆站所处科股组会队署]|中心|政府|党委|党组|总工会|小学|中学|大学|学校|单位|部门|人民法院|检察院|公司)';
/** A line that holds one name and nothing else: no mark of punctuation but the brackets of a name. */
const SIGNATURE = new RegExp(`^[\\p{Script=Han}（）()]{1,38}${BODY}$`, 'u');
/** One of those addressed, what stands in brackets left out. */
const ADDRESSEE = new RegExp(`^[^：:。？！“”《》]{0,40}${BODY}$`, 'u');
/** Words of a sentence that leads to what follows: 现将有关事项通知各单位： addresses nobody. */
const LEADS_ON = /现[将就]|通知|如下|以下|下列|关于|为了|根据|按照/u;
const DATE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** The number of a document in a line of its own. */
const NUMBER = /^[^。；]{4,40}号。$/u;
const ENCLOSURE = /^附件\s*[:：]\s*\S/;
/** A joint document bears several signatures, but no more than this. */
const MOST_SIGNERS = 12;

/** The role of each block that has one, by its place in the list. Nothing is guessed: a doubtful line has none. */
export function layoutRoles(blocks: readonly LayoutBlock[]): Map<number, LayoutRole> {
  const lines = blocks.map(({ text, paragraph }) => (paragraph ? text.trim() : undefined));
  const roles = new Map<number, LayoutRole>();
  const addressee = addresseeAt(lines);
  if (addressee !== undefined) roles.set(addressee, 'addressee');
  for (const [index, line] of lines.entries()) {
    if (line === undefined) continue;
    if (ENCLOSURE.test(line)) markEnclosures(lines, index, roles);
    if (DATE.test(compact(line))) markSignature(blocks, lines, index, roles);
  }
  return roles;
}

/** The first paragraph that is none of the number or title repeated, if it names those addressed. */
function addresseeAt(lines: readonly (string | undefined)[]): number | undefined {
  const index = lines.findIndex((line) => line !== undefined && isAddress(line));
  const before = lines.slice(0, Math.max(index, 0));
  const isFirst =
    before.length <= 2 && before.every((line = '') => !/[。；]/u.test(line) || NUMBER.test(line));
  return index >= 0 && isFirst ? index : undefined;
}

function isAddress(line: string): boolean {
  if (!/[：:]$/u.test(line) || LEADS_ON.test(line)) return false;
  const names = line
    .slice(0, -1)
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .split(/[，、；]/u);
  return names.every((name) => ADDRESSEE.test(name.trim()));
}

/** 附件：1.甲, after which 2.乙 and so on stand in lines of their own. */
function markEnclosures(
  lines: readonly (string | undefined)[],
  first: number,
  roles: Map<number, LayoutRole>,
): void {
  roles.set(first, 'enclosure');
  if (!/^附件\s*[:：]\s*1[.．、]/u.test(lines[first] ?? '')) return;
  for (let at = first + 1, number = 2; ; at += 1, number += 1) {
    const line = lines[at] ?? '';
    const ordinal = parseOrdinal(line);
    if (ordinal?.level !== 'item' || ordinal.number !== number || /[。；]/u.test(line)) return;
    roles.set(at, 'enclosure-more');
  }
}

/** The date that ends the text or stands before its attachments, with the names above it. */
function markSignature(
  blocks: readonly LayoutBlock[],
  lines: readonly (string | undefined)[],
  date: number,
  roles: Map<number, LayoutRole>,
): void {
  const next = blocks[date + 1]?.text.trim();
  const ends =
    next === undefined || parseAttachmentMark(next) !== undefined || /^[（(][^）)]*[）)]$/u.test(next);
  if (!ends) return;
  let first = date;
  while (date - first < MOST_SIGNERS && SIGNATURE.test(compact(lines[first - 1] ?? ''))) first -= 1;
  // A date without a name is no signature unless the text ends with it.
  if (first === date && (date === 0 || next !== undefined)) return;
  for (let index = first; index <= date; index += 1) roles.set(index, 'signed');
}

function compact(text: string): string {
  return text.replace(/\s/gu, '');
}
