import type { Element, Root } from 'hast';
import { parseAttachmentMark, parseOrdinal } from '../core/ordinals.ts';
import { elementsIn, textOf } from './element-text.ts';

/** How the name of an office, a school or a group of them ends. */
const BODY =
  '(?:[部厅局委办室院校园馆站所处科股组会]|中心|政府|党委|党组|总工会|学校|单位|部门|人民法院|检察院|公司)';
/** A line that holds one name and nothing else: no mark of punctuation but the brackets of a name. */
const SIGNATURE = new RegExp(`^[\\p{Script=Han}（）()\\s]{1,38}${BODY}$`, 'u');
/** One of those addressed (主送机关), what stands in brackets left out. */
const ADDRESSEE = new RegExp(`^[^：:。？！“”《》]{0,40}${BODY}$`, 'u');
/** Words of a sentence that leads to what follows: 现将有关事项通知各单位： addresses nobody. */
const LEADS_ON = /现[将就]|通知|如下|以下|下列|关于|为了|根据|按照/u;
const DATE =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** 附件：1.甲, after which 2.乙 and so on stand in lines of their own. */
const FIRST_ATTACHMENT = /^附件[：:]\s*1[.．、]/;
/** More offices than this don't sign one document. */
const MOST_SIGNERS = 12;

/**
 * Marks the lines of an official document that its layout sets apart (GB/T 9704-2012, 7.3.2, 7.3.4, 7.3.5), so that style
 * sheets can: the addressees (`flush`), attachments after the first (`attached`), the signature and the date below it
 * (`signed`). Only what is one beyond doubt is marked; no word is changed.
 */
export function markOfficialLines(root: Root): void {
  const blocks = elementsIn(root);
  const lines = blocks.map((block) => (block.tagName === 'p' ? bare(textOf(block)) : undefined));
  const mark = (index: number, name: string): void => {
    const properties = blocks[index]?.properties;
    if (properties) properties['className'] = [name];
  };
  const addressees = addresseesAt(lines);
  if (addressees !== undefined) mark(addressees, 'flush');
  for (const index of attachmentsAt(lines)) mark(index, 'attached');
  for (const index of signedAt(lines, blocks)) mark(index, 'signed');
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The first paragraph that is none of the number or title repeated, if it names those addressed. */
function addresseesAt(lines: readonly (string | undefined)[]): number | undefined {
  const index = lines.findIndex((line) => line !== undefined && isAddress(line));
  const before = lines.slice(0, Math.max(index, 0));
  const isFirst = before.length <= 2 && before.every((line) => line === undefined || !/[。；]./u.test(line));
  return index >= 0 && isFirst ? index : undefined;
}

function isAddress(line: string): boolean {
  if (!/[：:]$/u.test(line) || LEADS_ON.test(line)) return false;
  const names = line
    .slice(0, -1)
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .split(/[，、；]/u);
  return names.every((name) => ADDRESSEE.test(name));
}

function attachmentsAt(lines: readonly (string | undefined)[]): number[] {
  const first = lines.findIndex((line) => line !== undefined && FIRST_ATTACHMENT.test(line));
  const found: number[] = [];
  if (first < 0) return found;
  for (let at = first + 1, number = 2; ; at += 1, number += 1) {
    const line = lines[at] ?? '';
    const ordinal = parseOrdinal(line);
    if (ordinal?.level !== 'item' || ordinal.number !== number || /[。；]/u.test(line)) return found;
    found.push(at);
  }
}

/** The date that ends the text or stands before its attachments, with the names above it; nothing without a name. */
function signedAt(lines: readonly (string | undefined)[], blocks: readonly Element[]): number[] {
  return lines.flatMap((line, date) => {
    if (line === undefined || !DATE.test(line.replace(/ /g, '')) || !endsText(lines, blocks, date)) return [];
    let first = date;
    while (date - first < MOST_SIGNERS && SIGNATURE.test(lines[first - 1] ?? '')) first -= 1;
    return first === date ? [] : blocks.slice(first, date + 1).map((_block, offset) => first + offset);
  });
}

function endsText(
  lines: readonly (string | undefined)[],
  blocks: readonly Element[],
  index: number,
): boolean {
  const next = blocks[index + 1];
  if (!next || next.properties['dataFootnotes'] !== undefined) return true;
  const text = lines[index + 1] ?? bare(textOf(next));
  return parseAttachmentMark(text) !== undefined || /^[（(][^）)]*[）)]$/u.test(text);
}
