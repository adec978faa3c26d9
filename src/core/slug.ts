/** ASCII slugs for addresses: numbers and names spelt in pinyin. */
import { pinyin } from 'pinyin-pro';
import { foldGlyphs } from './docnumber/glyphs.ts';
import { type DocNumber, issuerWord } from './docnumber.ts';

/**
 * Words whose reading must not depend on what is glued to them. The first that fits wins.
 */
const READINGS: ReadonlyArray<readonly [string, string]> = [
  ['银行', 'yinhang'],
  ['行业', 'hangye'],
  ['音乐', 'yinyue'],
  ['校长', 'xiaozhang'],
  ['省长', 'shengzhang'],
  ['市长', 'shizhang'],
  ['县长', 'xianzhang'],
  ['区长', 'quzhang'],
  ['州长', 'zhouzhang'],
  ['会计', 'kuaiji'],
];

/**
 * Readings of single characters in codes, where no phrase decides: 长沙's 长, 行政's 行, 调研's 调, 朝阳's 朝.
 * In names the phrase dictionary knows better.
 */
const CODE_READINGS: ReadonlyArray<readonly [string, string]> = [
  ['长', 'chang'],
  ['行', 'xing'],
  ['调', 'diao'],
  ['朝', 'chao'],
];

const ASCII = /[A-Za-z0-9]+/g;

/** Pinyin without tones, one lower-case string per character; characters without a reading are dropped. */
function spell(text: string, readings = READINGS): string {
  let spelled = '';
  let rest = '';
  const flush = (): void => {
    if (rest !== '')
      spelled += pinyin(rest, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }).join('');
    rest = '';
  };
  for (let i = 0; i < text.length; ) {
    const reading = readings.find(([word]) => text.startsWith(word, i));
    if (reading) {
      flush();
      spelled += reading[1];
      i += reading[0].length;
    } else rest += text.charAt(i++);
  }
  flush();
  return spelled.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * The slug of a number: 峄教函字〔2011〕4号 gives yijiaohanzi-2011-4, 国务院令第687号 guowuyuanling-687. Two numbers may
 * share a slug (homophones); callers resolve that.
 */
export function docNumberSlug(n: DocNumber): string {
  const word = n.kind === 'number' ? '' : issuerWord(n);
  const readings = n.kind === 'number' ? [...READINGS, ...CODE_READINGS] : READINGS;
  const parts = [spell(n.code + word, readings), n.year, n.sequence];
  return parts.filter((part) => part !== undefined && part !== '').join('-');
}

/**
 * The slug of a name or title: pinyin run together, Latin words and digits kept apart by hyphens (2023年度计划 gives
 * 2023-niandujihua). Text without a letter or digit gives an empty string.
 */
export function textSlug(text: string): string {
  const normal = foldGlyphs(text.normalize('NFKC'));
  const parts: string[] = [];
  let from = 0;
  for (const match of normal.matchAll(ASCII)) {
    parts.push(
      ...normal
        .slice(from, match.index)
        .split(/[^\p{Script=Han}]+/u)
        .map((run) => spell(run)),
      match[0].toLowerCase(),
    );
    from = match.index + match[0].length;
  }
  parts.push(
    ...normal
      .slice(from)
      .split(/[^\p{Script=Han}]+/u)
      .map((run) => spell(run)),
  );
  return parts.filter((part) => part !== '').join('-');
}
