/** Words that a document itself sets apart: what it puts in quotation marks, and what its headings say. */
import type { Block } from '../../src/search/record.ts';
import { dropEmptyStart } from './empty-words.ts';

/** Letters, digits and Han characters only: nothing with punctuation in it is one word. */
const WORD = /^[\p{L}\p{N}]+$/u;
const HAN = /\p{Script=Han}/u;
const QUOTED = /[“「『]([^“”「」『』]{2,10})[”」』]/gu;
/** What stands in quotation marks but means the paper, not its subject. */
const NOT_TERMS: ReadonlySet<string> = new Set(
  '试行 草案 暂行 修订 以下 本法 本条例 本办法 本规定'.split(' '),
);

/** 一、 （一） 1. ① 第一章 第三条 at the beginning of a heading. */
const ORDINAL =
  /^(?:[（(]?[一二三四五六七八九十百零〇\d]+[）)]?\s*[、.．，）)]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳]|第[一二三四五六七八九十百零〇\d]+[编章节条部分]+)\s*/u;
const BETWEEN_PHRASES = /[，。；：、！？,;:!?\s]+/u;
const LONGEST_HEADING = 12;

/** Half a phrase: 与保障. */
const HANGING = /^[的和与及或]|[的和与及或]$/u;

const isTerm = (text: string): boolean =>
  WORD.test(text) && HAN.test(text) && !HANGING.test(text) && !NOT_TERMS.has(text);

/** What the body of a document puts in quotation marks, as often as it does. */
export function quotedTerms(blocks: readonly Block[]): string[] {
  const body = blocks.filter(({ region }) => region === 'body' || region === 'heading');
  return body.flatMap(({ text }) => [...text.matchAll(QUOTED)].map((match) => match[1] ?? '')).filter(isTerm);
}

/** The phrases of a document's headings, without ordinals and without the words that only say that it is done. */
export function headingTerms(blocks: readonly Block[]): string[] {
  const headings = blocks.filter(({ region }) => region === 'heading');
  const phrases = headings.flatMap(({ text }) => text.replace(ORDINAL, '').split(BETWEEN_PHRASES));
  return phrases
    .map(dropEmptyStart)
    .filter((phrase) => phrase.length >= 2 && phrase.length <= LONGEST_HEADING && isTerm(phrase));
}
