import { CharacterSieve } from '../core/character-sieve.ts';

const [DIGIT, BETWEEN, SPELT_OUT, NAME, CLOSING, UNSEEN] = [1, 2, 4, 8, 16, 32];
/** What these bits stand for, in their order. */
const HELD = new CharacterSieve([
  /[0-9\uff10-\uff19]/,
  /[ \u00a0\u3000/\-\u2010-\u2015\uff0d]/,
  /[〇零○一二三四五六七八九幺]/,
  /[QqWw扣微护]/,
  /[.)）]/,
  // Nobody sees these between two digits, and they keep the digits from being found.
  /[\u00ad\u200b-\u200f\u2060\ufeff]/,
]);
/** The number of a mobile phone is the shortest that needs no name beside it. */
const FEWEST_DIGITS = 11;
/** 138.0013.8000 and (138)00138000 begin with three, of which these can be the first two. */
const FIRST_GROUP = 3;
const BEGINS_MOBILE = /1[3-9]/y;
const NAMES = /QQ|扣扣|微信|WeChat|护照/i;

/**
 * Whether a text may hold numbers of persons: one look that spares hardly any of them and most other texts the rest.
 * 'unseen' when it holds characters that nobody sees, which may divide a number.
 */
export function mayHoldNumbers(text: string): boolean | 'unseen' {
  let all = 0;
  let isLong = false;
  const run = { digits: 0, words: 0, group: 0, isParted: false };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const held = HELD.classesOf(unit);
    all |= held;
    if (held & CLOSING && run.group === FIRST_GROUP && beginsMobile(text, at - FIRST_GROUP)) isLong = true;
    run.words = held & SPELT_OUT ? run.words + 1 : 0;
    // Of full width they are no part of such a group.
    run.group = held & DIGIT && unit < 0x80 ? run.group + 1 : 0;
    if (held & DIGIT) run.digits++;
    else if (!(held & BETWEEN) || run.isParted) run.digits = 0;
    run.isParted = (held & BETWEEN) !== 0;
    if (run.digits >= FEWEST_DIGITS || run.words >= FEWEST_DIGITS) isLong = true;
  }
  if (all & UNSEEN) return 'unseen';
  return isLong || ((all & NAME) !== 0 && NAMES.test(text));
}

function beginsMobile(text: string, at: number): boolean {
  BEGINS_MOBILE.lastIndex = at;
  return BEGINS_MOBILE.test(text);
}
