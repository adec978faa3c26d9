/**
 * Which characters simplified text is written in: those of GB 2312, which every browser can list. Only other ones are
 * looked up in a table of variants, so that ordinary text and queries need none.
 *
 * GB 2312 and 《通用规范汉字表》 (2013) also hold characters that were simplified away but for one use: 著作, 乾坤, 宫商角徵羽,
 * 慰藉, 覆盖. They stay what they are, or 著作 would be found by 着作; ambiguous.ts deals with them.
 */
import { gb2312Characters } from './gb2312.ts';

/**
 * Not in GB 2312, but in 《通用规范汉字表》 for one use, which simplified text has: 瞭望, 毕昇, 氾水, 扞格, 束脩, 神祇, 目劄, names.
 * 祕 釐 蒐 are there too (a surname, old names, a hunt), but are folded: traditional text needs them daily, as 秘 厘 搜.
 */
const ALSO_STANDARD = '瞭昇陞氾扞脩谿劄祇苧麹甦';

/**
 * Characters of GB 2312 that are folded all the same, with their forms. 後 and 菸 are not in 《通用规范汉字表》; the others
 * are, for one rare use (於 a surname, 夥 many, 麽 in 幺麽), but in traditional text stand everywhere.
 */
export const FOLDED_STANDARD: ReadonlyMap<string, string> = new Map([
  ['後', '后'],
  ['於', '于'],
  ['夥', '伙'],
  ['麽', '么'],
  ['菸', '烟'],
]);

const IDEOGRAPH = /[\u4E00-\u9FFF]/;

let standard: ReadonlySet<string> | undefined;

/** Whether simplified text is written with `character`, a Han character of the basic block (U+4E00 to U+9FFF). */
export function isStandard(character: string): boolean {
  standard ??= new Set([...gb2312Characters(16, 87), ...ALSO_STANDARD]);
  return standard.has(character) && !FOLDED_STANDARD.has(character);
}

/** Whether a table of variants could change a normalised text. */
export function mayHoldVariants(normalised: string): boolean {
  for (const character of new Set(normalised)) {
    if (IDEOGRAPH.test(character) && !isStandard(character)) return true;
  }
  return false;
}
