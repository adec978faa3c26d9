/** Radicals that stand in fonts for whole characters and have no compatibility form in Unicode. */
const SUPPLEMENT: Record<string, string> = {
  ...{
    '⺟': '母',
    '⺠': '民',
    '⺫': '目',
    '⺬': '示',
    '⺼': '肉',
    '⻁': '虎',
    '⻄': '西',
    '⻅': '见',
    '⻆': '角',
  },
  ...{
    '⻉': '贝',
    '⻋': '车',
    '⻑': '長',
    '⻓': '长',
    '⻔': '门',
    '⻘': '青',
    '⻙': '韦',
    '⻚': '页',
    '⻛': '风',
  },
  ...{
    '⻜': '飞',
    '⻝': '食',
    '⻢': '马',
    '⻣': '骨',
    '⻤': '鬼',
    '⻥': '鱼',
    '⻦': '鸟',
    '⻨': '麦',
    '⻩': '黄',
  },
  ...{ '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟' },
  // Unicode gives the traditional 戶, but fonts of simplified Chinese mean 户.
  '⼾': '户',
};
const RADICALS = /[\u2e80-\u2fdf]/g;
const LIGATURES = /[\ufb00-\ufb06]/g;

/** A text with whole characters in place of radicals, and letters in place of ligatures: the codes that are meant. */
export function unified(text: string): { text: string; radicals: string[] } {
  const radicals: string[] = [];
  const replaced = text.replace(RADICALS, (char) => {
    const whole = SUPPLEMENT[char] ?? char.normalize('NFKC');
    if (whole !== char) radicals.push(`${char}→${whole}`);
    return whole;
  });
  return { text: replaced.replace(LIGATURES, (char) => char.normalize('NFKC')), radicals };
}

/** The 3755 characters of GB 2312 level 1, of which running Chinese consists for the most part. */
const COMMON = commonCharacters();

function commonCharacters(): Set<string> {
  const decoder = new TextDecoder('gb18030');
  const found = new Set<string>();
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) found.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return found;
}

/** Fewer characters prove nothing. */
const ENOUGH = 30;

/**
 * True when a text is no language: fonts without a table of codes give any characters. Chinese in traditional
 * characters still shares more than half of the common ones; random ideographs less than a fifth.
 */
export function isGibberish(text: string): boolean {
  const seen = text.match(/\S/gu) ?? [];
  const strange = seen.filter((char) => /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(char)).length;
  if (seen.length >= ENOUGH && strange > seen.length * 0.2) return true;
  const han = seen.filter((char) => /\p{Script=Han}/u.test(char));
  const common = han.filter((char) => COMMON.has(char)).length;
  if (han.length >= ENOUGH) return common < han.length * 0.4;
  const letters = seen.filter((char) => /[^\u0020-\u007e\u2010-\u2026\u3000-\u303f\uff00-\uffef]/.test(char));
  return seen.length >= ENOUGH && letters.length > seen.length * 0.5 && han.length < letters.length / 2;
}
