/** How terms and characters are typed: pinyin without tones. At build time only: the dictionary is large. */
import { pinyin } from 'pinyin-pro';
import { bareText } from '../../src/search/suggest-terms.ts';

const HAN = /\p{Script=Han}/u;

/** Words that the dictionary misreads, or reads otherwise where other words are glued to them. */
const READINGS: ReadonlyArray<readonly [word: string, syllables: string]> = [
  ['校本', 'xiao ben'],
  ['音乐', 'yin yue'],
  ['银行', 'yin hang'],
  ['行业', 'hang ye'],
  ['会计', 'kuai ji'],
  ['重点', 'zhong dian'],
  ['单县', 'shan xian'],
];
/** 校长, 教育局局长: who is at the head of something. */
const HEAD_OF = /(?<=[校局处科组会院市县区省镇乡家班所部股队园站])长/gu;
/** 学校长期规划 is about no 校长. */
const LONG = /长(?=[期远效])/gu;

const OPTIONS = { toneType: 'none', type: 'array', v: true } as const;

/** As it is typed on any keyboard: lü as lv, but lüe and nüe as lue and nue. */
const typed = (syllable: string): string => syllable.replace(/^([ln])ve$/, '$1ue');

/** The syllable of each character of a text; '' for a Han character without a known reading, else itself. */
export function spellTerm(text: string): string[] {
  const bare = bareText(text);
  const characters = [...bare];
  const read = pinyin(bare, OPTIONS);
  const inContext = read.length === characters.length;
  const syllables = characters.map((character, index) => {
    if (!HAN.test(character)) return character;
    const syllable = typed((inContext ? read[index] : pinyin(character, OPTIONS)[0]) ?? '');
    return /^[a-z]+$/.test(syllable) ? syllable : '';
  });
  // Offsets are those of characters as long as all of them are one UTF-16 unit, as those of the words below are.
  if (characters.length !== bare.length) return syllables;
  for (const [word, reading] of READINGS) {
    for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word, at + 1)) {
      syllables.splice(at, word.length, ...reading.split(' '));
    }
  }
  for (const { index } of bare.matchAll(HEAD_OF)) syllables[index] = 'zhang';
  for (const { index } of bare.matchAll(LONG)) syllables[index] = 'chang';
  return syllables;
}

/** Readings of a character kept, the commonest first: others are too rare to be anybody's mistake. */
const MOST_READINGS = 2;

/** The toneless readings of a character, the commonest first. */
export function readingsOf(character: string): string[] {
  const all = pinyin(character, { ...OPTIONS, multiple: true }).map(typed);
  return [...new Set(all)].filter((syllable) => /^[a-z]+$/.test(syllable)).slice(0, MOST_READINGS);
}
