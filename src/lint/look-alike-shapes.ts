import { CharacterSieve } from '../core/character-sieve.ts';
import type { Confusion } from './look-alikes.ts';

const DIGITS = '一二三四五六七八九';

/** A number or mark in the shape of something else. */
interface Shape extends Confusion {
  what: string;
  /** Characters of which it has one. */
  holds: RegExp;
  /** A cheap look that spares most texts the pattern, where these are common ones. */
  may?: RegExp;
  /** The one character in it that is wrong, and what it should be, where nothing else can be meant. */
  mend?: (found: string) => string;
}

const SHAPES: readonly Shape[] = [
  {
    what: '中文数字的零写成了字母、数字或圆圈',
    holds: /[○◯OoＯｏ0０ОоΟο]/,
    pattern: new RegExp(
      `(?<![${DIGITS}〇零])(?=[〇零${DIGITS}]{0,3}[○◯OoＯｏ0０ОоΟο])[一二][〇零○◯OoＯｏ0０ОоΟο${DIGITS}]{3}(?=年)`,
      'gu',
    ),
    meant: '〇',
    mend: (found) => found.replace(/[○◯OoＯｏ0０ОоΟο]/gu, '〇'),
  },
  {
    what: '阿拉伯数字里夹着字母',
    holds: /[OolI]/,
    may: /[OolI]\d|\d[OolI]/,
    pattern:
      /(?<![A-Za-z\d.〔-])(?:[1-9][\dOo]{0,3}[Oo][\dOo]{0,3}|[lI][\d]{1,4}|[1-9]\d{0,3}[lI]\d{0,3})(?=[人名所个次节门项万元月周学课时条岁班位篇份％%])/gu,
    meant: '数字 0 或 1',
  },
  {
    what: '阿拉伯数字里夹着字母',
    holds: /[OolI]/,
    pattern: /(?<![A-Za-z\d])(?=\d*[OolI])[12lI][\dOolI]{3}(?=年)|(?<=月)(?=\d?[OolI])[\dOolI]{1,2}(?=日)/gu,
    meant: '数字 0 或 1',
  },
  {
    what: '序数写成了字母或横线',
    holds: /[lIO\-－—ー]/,
    may: /[lIO\-－—ー][条章节款项、.．）)]/,
    pattern:
      /(?<=第)[lIO\-－—](?=[条章节款项])|^[lI][、.．](?=\p{Script=Han})|^[—－ー-]、(?=\p{Script=Han})|(?<=^[（(])[—－ー](?=[）)])/gu,
    meant: '一或 1',
  },
  {
    what: '日文假名混在汉字里',
    holds: /[ニハロエカタトチミメリ]/,
    pattern:
      /(?<=[\p{Script=Han}（第])[ニハロエカタトチミメリ](?=[\p{Script=Han}）、])(?<![\u3041-\u30fe]{2})(?![\u30a1-\u30f6]{2})/gu,
    meant: '同形的汉字，如 二、八、口',
  },
  {
    what: '西里尔字母混在数字里',
    holds: /[ОоЗз]/,
    pattern: /(?<![\u0400-\u04ff])[ОоЗз](?=\d)|(?<=\d)[ОоЗз](?![\u0400-\u04ff])/gu,
    meant: '数字 0 或 3',
  },
  {
    what: '汉字“一”当了连接号',
    holds: /\d/,
    may: /\d一\d/,
    pattern: /(?<=(?:19|20)\d\d)一(?=(?:19|20)\d\d)/gu,
    meant: '—',
  },
  {
    what: '汉字之间的标点写成了别的符号',
    holds: /[`´｀ˋ]/,
    pattern: /(?<=\p{Script=Han})[`´｀ˋ](?=\p{Script=Han})/gu,
    meant: '、',
  },
  {
    what: '句末的“。”写成了字母',
    holds: /[oｏ]/,
    pattern: /(?<=\p{Script=Han})[oｏ](?=\p{Script=Han}|$)/gu,
    meant: '。',
  },
  {
    what: '汉字之间的标点写成了小数点',
    holds: /\./,
    may: /\p{Script=Han}\.\p{Script=Han}/u,
    pattern: /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu,
    meant: '。或 、',
  },
  {
    what: '西里尔或希腊字母混在拉丁字母里',
    holds: /[\u0391-\u03bf\u0410-\u0445]/,
    pattern:
      /(?<=[A-Za-z])[АВЕКМНОРСТХаеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|[АВЕКМНОРСТХаеорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο](?=[A-Za-z])|(?<![A-Za-z\u0370-\u04ff])[АВЕКМНОРСТХаеорсух](?=\p{Script=Han})/gu,
    meant: '同形的拉丁字母',
  },
];

const HELD = new CharacterSieve(SHAPES.map(({ holds }) => holds));

/** Numbers and marks in the shape of something else that a text may have. */
export function shapesIn(text: string): Shape[] {
  const held = HELD.classesIn(text);
  if (held === 0) return [];
  return SHAPES.filter(({ may }, index) => held & (1 << index) && (may?.test(text) ?? true));
}
