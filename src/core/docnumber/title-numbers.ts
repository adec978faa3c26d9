/** Which number was printed for a title, and which number's document issues it. */
import type { FoundDocNumber } from '../docnumber.ts';
import { lastEndingBefore } from './spans.ts';
import type { TitleSpan } from './title-spans.ts';

/**
 * 《甲》（国发〔2010〕1号 and 《甲》 国发〔2010〕1号: what may stand between a title and its number. A remark (《甲》（试行）（…)
 * and Markdown's marks of bold do not part them.
 */
const BETWEEN_AFTER =
  /^[\s》”"'*]*(?:[（(](?:(?:修订|修正|试行|暂行|草案|(?:19|20)\d{2}年?(?:修订|修正|版|本))[稿版本]?|(?:以下)?(?:简|统)称[“"]?《[^《》]{1,20}》[”"]?)[)）]\s*)?(?:[（([【〔]\s*(?:(?:以下)?(?:简|统)称《[^《》]{1,20}》[，,、；]?)?(?:[^《》（）()。；，,、]{0,24}[，,]\s*){0,2}[^《》（）()。；，,、]{0,24})?$/u;
/** In the last case only space, a stray 》 or a quote: the number follows without a bracket. */
const BARE = /^[\s》”"'*]*$/u;
/** 《甲》，国发〔2010〕1号 and 《甲》，教育部 教基〔2010〕1号: as footnotes and lists of grounds print it. */
const BEHIND_COMMA = /^[\s*]*[，,]\s*(?:[一-龥]{1,12}[部厅局委院府会署办室]\s*)?\**$/u;
/** Only where nothing but the end of the clause follows: 《甲》，国发〔2010〕1号《乙》 names the number of 乙. */
const CLAUSE_ENDS = /^[\s*]*(?:(?:文件|文)?(?:印发|发布|公布))?(?:[，,。；;、）)]|$)/u;
/** 关于印发《甲》的通知（国发〔2010〕1号）: the number of the notice that issues the title. */
const OF_NOTICE =
  /^\s*(?:等[一-龥]{1,8})?的?(?:通知|公告|通告|决定|批复|复函|意见|函)[\s》”"'*]*[（([【〔]\s*$/u;
const ISSUING = /(?:印发|发布|公布|转发|颁布|颁发|下发|批转|批准|制发|执行)\s*$/u;
/** '国发〔2010〕1号', '国务院关于印发《甲》的通知': the same with the number first. */
const FIELD_BEFORE = /^["'”]\s*,\s*["'“][^"'”“，。；《》]{0,30}关于(?:印发|发布|公布|批转|颁发)$/u;
/** 《甲》的通知", "document_no": "国发〔2010〕1号: fields of one record. */
const NEXT_FIELD =
  /^(?:的(?:通知|公告|通告|决定|批复|复函|意见|函))?\s*["'”]\s*,\s*["']?(?:document_?(?:no|number)|doc_?(?:no|num|number)|number|文号|发文字号|字号)["']?\s*[:：=]\s*["'“]?$/iu;
/** 教基〔2001〕1号《甲》, 国发〔2010〕1号文件《甲》, and a record's fields: number, then title. */
const BETWEEN_BEFORE =
  /^[\s*]*[）)]?[\s*]*(?:文件|文)?[\s*]*(?:的|[:：—-]+|[”"']?[,，;]?\s*[”"']?(?:title|name|标题|名称)[”"']?\s*[:：=]\s*[”"'“]?)?\s*$/iu;
/** 《甲》（以下简称《乙》）已由教育部令第3号公布. */
const BY_ORDER = /^(?:[（(][^（）()]{0,40}[)）])?[^《》。；\n]{0,16}[由以经]$/u;
const IS_ISSUED = /^\s*(?:文件|文)?\s*(?:公布|发布|印发|颁布|下发|批准|转发)/u;
/** 第59号令公布的《甲》, 29号文，转发了…《甲》: the number's document issues the title. */
const ISSUES =
  /^\s*(?:文件|文)?[，,]?\s*(?:正式|联合|已|并)?(?:重新)?(?:公布|发布|印发|颁布|颁发|转发|下发|批转|批准|签发|制发|公告|附)[^《》。；\n]{0,80}$/u;
const AMENDS = /^\s*(?:文件|文)?\s*(?:修改|修订|修正|废止|第[一二三四五六七八九十]次)/u;
/** 现印发, 精神 …: the number before is a ground, not the cover of what follows. */
const GROUNDS = /精神|要求|现将|现印发|根据|按照|结合/u;

/** A text with its titles and numbers; both are spoken of by index. What each rule needs stands between the two. */
export interface Scene {
  text: string;
  spans: readonly TitleSpan[];
  numbers: readonly FoundDocNumber[];
}

/** The last number that ends at or before `at` and stands in no title. */
export function numberBefore(scene: Scene, at: number): number {
  for (let i = lastEndingBefore(scene.numbers, at); i >= 0; i--) {
    const number = scene.numbers[i];
    if (number && !insideTitle(scene.spans, number)) return i;
  }
  return -1;
}

function insideTitle(spans: readonly TitleSpan[], number: FoundDocNumber): boolean {
  const span = spans[lastEndingBefore(spans, number.start) + 1];
  return span !== undefined && span.start <= number.start && number.end <= span.end;
}

const MAX_BETWEEN = 160;

export const between = (scene: Scene, from: number, to: number): string =>
  to - from > MAX_BETWEEN ? '。' : scene.text.slice(from, to);

/** The number printed right before a title, with or without 文件: 教基〔2001〕1号《甲》. */
function isRightBefore(scene: Scene, number: number, span: TitleSpan): boolean {
  const end = scene.numbers[number]?.end;
  return end !== undefined && BETWEEN_BEFORE.test(between(scene, end, span.start));
}

function isFieldBefore(scene: Scene, number: number, span: TitleSpan): boolean {
  const end = scene.numbers[number]?.end;
  return end !== undefined && FIELD_BEFORE.test(between(scene, end, span.start));
}

/** Index of the number printed right after a title, or -1. */
export function numberAfter(scene: Scene, index: number, claimed: ReadonlySet<number>): number {
  const span = scene.spans[index];
  const next = span ? lastEndingBefore(scene.numbers, span.end) + 1 : -1;
  const number = scene.numbers[next];
  if (!span || !number || number.start < span.end) return -1;
  const gap = between(scene, span.end, number.start);
  if (BY_ORDER.test(gap) && IS_ISSUED.test(scene.text.slice(number.end, number.end + 8))) return next;
  if (isIssuedWith(scene, span, gap) || isBehindComma(scene, gap, number)) return next;
  if (!BETWEEN_AFTER.test(gap)) return -1;
  const before = numberBefore(scene, span.start);
  const numberFirst = BARE.test(gap) && !claimed.has(before) && isRightBefore(scene, before, span);
  return numberFirst ? -1 : next;
}

/** Does the number stand behind the words for the notice that issues the title, or in the next field of its record? */
function isIssuedWith(scene: Scene, span: TitleSpan, gap: string): boolean {
  const lead = scene.text.slice(Math.max(0, span.start - 6), span.start);
  return (OF_NOTICE.test(gap) && ISSUING.test(lead)) || NEXT_FIELD.test(gap);
}

function isBehindComma({ text }: Scene, gap: string, number: FoundDocNumber): boolean {
  return BEHIND_COMMA.test(gap) && CLAUSE_ENDS.test(text.slice(number.end, number.end + 6));
}

/** Index of the number whose document issues the title in the same sentence, or -1. */
export function coverNumber(scene: Scene, span: TitleSpan, claimed: ReadonlySet<number>): number {
  let index = numberBefore(scene, span.start);
  if (!claimed.has(index) && (isRightBefore(scene, index, span) || isFieldBefore(scene, index, span)))
    return index;
  for (; index >= 0; index--) {
    const gap = between(scene, scene.numbers[index]?.end ?? 0, span.start).replace(/^[）)】\]〕]/u, '');
    if (AMENDS.test(gap)) continue;
    return ISSUES.test(gap) && !GROUNDS.test(gap) ? index : -1;
  }
  return -1;
}
