import { mayHoldNumbers } from './personal-number-look.ts';
import { type Span, technicalSpans } from './technical-spans.ts';

/** A number that belongs to one person. */
export interface PersonalNumber {
  kind: 'identity' | 'mobile' | 'card' | 'account' | 'passport';
  /** UTF-16 offset in the text. */
  start: number;
  /** The number with its middle hidden. */
  masked: string;
  /** It has all of an identity number but a right check digit, and nothing beside it says that it is one. */
  doubtful?: boolean;
}

/** Digits of any width, in groups that single spaces, hyphens or slashes part; one pass, whatever the text. */
const DIGIT_RUN =
  /[0-9\uff10-\uff19]+(?:[ \u00a0\u3000/\-\u2010-\u2015\uff0d][0-9\uff10-\uff19]+)*[XxＸｘ]?/g;
/** Accounts that stand beside their name; a group's (QQ群) and a public one (公众号) are no person's. */
const ACCOUNT =
  /(?:QQ|扣扣)(?:号码?)?[:：\s]{0,3}([1-9]\d{4,10})(?!\d)|(?:微信|WeChat)(?:号|ID)?[:：]\s?([A-Za-z][\w-]{5,19})|(?<![\w.-])([1-9]\d{4,10})@qq\.com/gi;
/** What says that a long number counts or names something other than a person. */
const OTHER_BEFORE =
  /(?:编号|档号|索引号|流水号|订单号|单号|学号|学籍号|批准文号|许可证号?|注册号|登记号|信用代码|条形码|ISBN|ISSN|国标|金额|合同号|项目号|课题号|文号|对公账[户号])(?:码|为|是|：|:|\s){0,3}$/i;
const AMOUNT_AFTER = /^\s?(?:元|万|亿|吨|千|公|平方|人次|人民币|美元|％|%)/;
const IDENTITY_BEFORE = /身份证[^0-9\n]{0,12}$/;
const MOBILE_BEFORE = /(?:电话|手机|联系|热线|Tel|Phone|Mobile)[^0-9\n]{0,12}$/i;
const CARD_BEFORE = /(?:卡号|账号|帐号|账户|帐户|银行|开户|信用社)[^0-9\n]{0,12}$/;

/** A mobile number in a print that no other number has, or spelt out; a pupil's number that holds an identity number. */
const SPELT: readonly { kind: PersonalNumber['kind']; pattern: RegExp }[] = [
  { kind: 'mobile', pattern: /(?<![\d.])1[3-9]\d\.\d{4}\.\d{4}(?![\d.])/g },
  { kind: 'mobile', pattern: /[(（]1[3-9]\d[)）]\s?\d{4}[\s-]?\d{4}(?!\d)/g },
  {
    kind: 'mobile',
    pattern:
      /(?<![〇零○一二三四五六七八九])[一幺][三四五六七八九][〇零○一二三四五六七八九幺]{9}(?![〇零○一二三四五六七八九])/g,
  },
  { kind: 'identity', pattern: /(?<=(?<![A-Za-z\d])[GL])\d{17}[\dXx](?![A-Za-z\d])/g },
  { kind: 'passport', pattern: /(?<=护照(?:号码?)?[:：\s]{0,3})[A-Z]{1,2}\d{7,8}(?!\d)/g },
];
/** Every identity-card, mobile and bank-card number and account in a text (a file, frontmatter included), in order. */
export function personalNumbers(text: string): PersonalNumber[] {
  const look = mayHoldNumbers(text);
  if (look !== 'unseen') return look ? numbersOf(text) : [];
  const kept = [...text.matchAll(/[^\u00ad\u200b-\u200f\u2060\ufeff]/g)].map(({ index }) => index);
  const found = numbersOf(kept.map((index) => text.charAt(index)).join(''));
  return found.map((number) => ({ ...number, start: kept[number.start] ?? number.start }));
}

function numbersOf(text: string): PersonalNumber[] {
  const found: PersonalNumber[] = [];
  let technical: readonly Span[] | undefined;
  for (const match of text.matchAll(DIGIT_RUN)) {
    if (match[0].length < 11 || isPartOfMore(text, match.index, match[0].length)) continue;
    technical ??= technicalSpans(text);
    if (technical.some(({ start, end }) => match.index >= start && match.index < end)) continue;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6);
    if (OTHER_BEFORE.test(before) || AMOUNT_AFTER.test(after)) continue;
    found.push(...numbersIn(match[0].normalize('NFKC').toUpperCase(), match.index, before));
  }
  for (const match of text.matchAll(ACCOUNT)) {
    const account = match[1] ?? match[2] ?? match[3] ?? '';
    found.push({ kind: 'account', start: match.index, masked: masked(account) });
  }
  for (const { kind, pattern } of SPELT) {
    for (const { index, 0: raw } of text.matchAll(pattern)) {
      const isNone = kind === 'identity' && !isIdentity(raw.toUpperCase());
      if (!isNone) found.push({ kind, start: index, masked: masked(raw) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A hash, a code with letters, a decimal, a path, a number with a year in brackets. */
function isPartOfMore(text: string, start: number, length: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 1), start), text.slice(start + length)];
  return (
    /[A-Za-z\d_./\\#=&〔［[]/.test(before) ||
    /^(?:[A-Za-z_\\]|[./][A-Za-z\d]|[〕］\]]|\s?号)/.test(after.slice(0, 2))
  );
}

/** A run of digits may be several numbers with a space between; groups are joined as each kind of number has them. */
function numbersIn(run: string, start: number, before: string): PersonalNumber[] {
  const groups = [...run.matchAll(/[\dX]+/g)].map(({ index, 0: digits }) => ({ index, digits }));
  const found: PersonalNumber[] = [];
  for (let at = 0; at < groups.length; ) {
    const long = (groups[at]?.digits.length ?? 0) > 1;
    const hit = long ? longestFrom(groups.slice(at, at + 6), before) : undefined;
    if (hit) {
      const number = { kind: hit.kind, start: start + (groups[at]?.index ?? 0), masked: masked(hit.digits) };
      found.push(hit.doubtful ? { ...number, doubtful: true } : number);
    }
    at += hit?.groups ?? 1;
  }
  return found;
}

function longestFrom(
  groups: readonly { digits: string }[],
  before: string,
): { kind: PersonalNumber['kind']; digits: string; groups: number; doubtful?: boolean } | undefined {
  for (let count = groups.length; count > 0; count--) {
    const parts = groups.slice(0, count).map(({ digits }) => digits);
    const digits = parts.join('');
    const kind = kindOf(digits, parts.map(({ length }) => length).join(' '), before);
    if (kind) return { kind, digits: kind === 'mobile' ? digits.slice(-11) : digits, groups: count };
    if (parts.length === 1 && hasIdentityShape(digits))
      return { kind: 'identity', digits, groups: count, doubtful: true };
  }
  return undefined;
}

/** How people group the digits of each kind. */
const MOBILE_GROUPS = /^(?:(?:0?0?86|86) )?(?:11|3 4 4|3 3 5|4 3 4|3 2 2 2 2|13)$/;
const IDENTITY_GROUPS = /^(?:18|6 8 4|3 3 8 4|6 4 4 4|15)$/;
const CARD_GROUPS = /^(?:1[6-9]|4 4 4 4(?: [1-3])?|6 1[0-3])$/;

function kindOf(digits: string, lengths: string, before: string): PersonalNumber['kind'] | undefined {
  const groups = lengths.replace(/^[2-4] (?=11$|3 4 4$|3 3 5$|4 3 4$)/, '86 ');
  if (IDENTITY_GROUPS.test(lengths) && (isIdentity(digits) || isOldIdentity(digits))) return 'identity';
  const named = IDENTITY_BEFORE.test(before) && IDENTITY_GROUPS.test(lengths);
  if (named && /^(?:\d{15}|\d{17}[\dX])$/.test(digits)) return 'identity';
  if (MOBILE_BEFORE.test(before) && /^1[3-9]\d{9}$/.test(digits)) return 'mobile';
  if (MOBILE_GROUPS.test(groups) && /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits)) return 'mobile';
  const isCard = CARD_GROUPS.test(lengths) && /^\d{16,19}$/.test(digits) && passesLuhn(digits);
  return isCard && (digits.startsWith('62') || CARD_BEFORE.test(before)) ? 'card' : undefined;
}

/** First two digits of an administrative division code (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** GB 11643-1999: region, day of birth, order, check digit (ISO 7064 MOD 11-2). */
function isIdentity(digits: string): boolean {
  if (!hasIdentityShape(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits[17] === '10X98765432'[sum % 11];
}

/** Region and day of birth are such as exist. */
function hasIdentityShape(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits) || !PROVINCE.test(digits)) return false;
  return isDay(Number(digits.slice(6, 10)), digits.slice(10, 14));
}

/** The number of 15 digits that cards had until 2013: no check digit, a year of two. */
function isOldIdentity(digits: string): boolean {
  if (!/^\d{15}$/.test(digits) || !PROVINCE.test(digits) || digits.slice(2, 6) === '0000') return false;
  return isDay(1900 + Number(digits.slice(6, 8)), digits.slice(8, 12));
}

function isDay(year: number, monthDay: string): boolean {
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(2))];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const doubled = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Three characters before and two after are enough to find the place. */
function masked(account: string): string {
  return `${account.slice(0, 3)}${'*'.repeat(Math.max(1, account.length - 5))}${account.slice(-2)}`;
}
