import { findDate } from './dates.ts';
import { type InferredField, inferred, stated } from './evidence.ts';
import type { SourceLine } from './manuscript.ts';

/** A line under the title of a law that tells when and by whom it was passed, revised or issued. */
export interface Passing {
  iso: string;
  /** 通过, 修正, 公布 and so on. */
  act: string;
  /** Who did it, when the line says so. */
  by?: string;
  line: SourceLine;
}

/** How many lines under the title are looked through. */
const UNDER_TITLE = 30;
const ACT = /通过|批准|修订|修正|修改|公布|发布|颁布|印发/;
const EACH_DATE =
  /\d{4}年\d{1,2}月\d{1,2}日|[〇○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/g;
const BODY =
  /(?:第[〇零一二三四五六七八九十百\d]+届)?([\p{Script=Han}]{2,30}?(?:人民代表大会常务委员会|人民代表大会|人大常委会|常务会议|全体会议|审判委员会|检察委员会|委务会议|部务会议|局务会议|办公会议))/u;
/** 自2012年6月1日起施行, and where a text says so of itself. */
const EFFECT = /自\s*(\S{6,16}?日)\s*起\s*(?:正式|开始)?\s*(?:施行|实施|生效|执行|试行)/;
const EXPIRY = /有效期(?:限)?(?:截止?|延长)?(?:至|到)\s*(\S{6,16}?日)/;
/** What the sentence speaks of: the document itself, not another. */
const OWN =
  /^(?:第.{1,8}条\s*)?.{0,12}(?:本|该)(?:法|条例|办法|规定|细则|规则|意见|通知|方案|决定|标准|规范|制度|公告|通告|解释|章程|准则|目录|纲要)|^(?:第.{1,8}条\s*)?自|^[（(].*[）)]$|现予(?:以)?(?:公布|发布|印发)|予以(?:公布|发布)/;

/** What the lines under a title say of its passing, in order. */
export function readPassings(lines: readonly SourceLine[]): Passing[] {
  const passings: Passing[] = [];
  for (const line of lines.slice(0, UNDER_TITLE)) {
    if (/^第[一二三四五六七八九十百]+[编章条]/.test(line.text)) break;
    if (!isPassingLine(line.text)) continue;
    passings.push(...passingsIn(line));
  }
  return passings;
}

function isPassingLine(text: string): boolean {
  const plain = text.replace(/^[（(]/, '');
  return (
    text.length <= 600 &&
    /^(?:\d{4}年|[〇○一二三四五六七八九]{4}年)/.test(plain) &&
    ACT.test(plain) &&
    !/[。]./.test(plain)
  );
}

function passingsIn(line: SourceLine): Passing[] {
  const { text } = line;
  const at = [...text.matchAll(EACH_DATE)];
  return at.flatMap((match, index) => {
    const said = text.slice(match.index + match[0].length, at[index + 1]?.index ?? text.length);
    const iso = findDate(match[0])?.iso;
    // The date from which it is in force is another matter, and so is one inside the title of a decision.
    if (iso === undefined || /^\s*(?:起|前|以前|至)/.test(said)) return [];
    const act = ACT.exec(said.replace(/《[^》]*》/g, ''))?.[0];
    if (act === undefined) return [];
    const by = bodyOf(said);
    return [{ iso, act, line, ...(by === undefined ? {} : { by }) }];
  });
}

function bodyOf(said: string): string | undefined {
  const found = BODY.exec(
    said
      .replace(/《[^》]*》/g, '')
      .replace(/第[〇零一二三四五六七八九十百\d]+次?(?![届〇零一二三四五六七八九十百\d])/g, ''),
  )?.[1];
  return found
    ?.replace(/第[〇零一二三四五六七八九十百\d]+届/, '')
    .replace('人大常委会', '人民代表大会常务委员会');
}

/** 成文日期 of a law: of its latest passing or revision, since the text is that of its last version. */
export function passedOn(passings: readonly Passing[]): InferredField | undefined {
  const last = passings.toSorted((a, b) => (a.iso < b.iso ? -1 : 1)).at(-1);
  if (!last) return undefined;
  const several = passings.length > 1 ? `；共 ${passings.length} 次，取最后一次` : '';
  return inferred(
    'issuedOn',
    last.iso,
    `题注“${quote(last.line.text)}”中的${last.act}日期${several}`,
    last.line.line,
  );
}

/** 施行日期 and 有效期 as the text itself gives them, by a day. */
export function inForce(lines: readonly SourceLine[], issued: string | undefined): InferredField[] {
  const fields: InferredField[] = [];
  const effect = lastSaying(lines, EFFECT);
  if (effect && effect.iso !== issued && (issued === undefined || effect.iso > issued)) {
    fields.push(stated('effectiveOn', effect.iso, `原文“${quote(effect.raw)}”`, effect.line));
  }
  const expiry = lastSaying(lines, EXPIRY);
  const from = fields[0]?.value ?? issued;
  if (expiry && (from === undefined || expiry.iso > from)) {
    fields.push(stated('expiresOn', expiry.iso, `原文“${quote(expiry.raw)}”`, expiry.line));
  }
  return fields;
}

function lastSaying(
  lines: readonly SourceLine[],
  pattern: RegExp,
): { iso: string; raw: string; line: number } | undefined {
  for (const { text, line } of lines.toReversed()) {
    for (const sentence of text.split(/(?<=[。；])/).toReversed()) {
      const match = pattern.exec(sentence);
      const iso = match?.[1] === undefined ? undefined : findDate(match[1])?.iso;
      if (match && iso !== undefined && (OWN.test(sentence.trim()) || OWN.test(text)))
        return { iso, raw: match[0], line };
    }
  }
  return undefined;
}

function quote(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text;
}
