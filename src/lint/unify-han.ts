/**
 * Radicals (U+2E80-2FD5) and compatibility ideographs (U+F900-FAFF, U+2F800-2FA1F) look like Han characters but are not
 * those: PDF programs write them when they copy text. Characters that the standard itself folds (NFKC) are not listed.
 */
const RADICALS: Readonly<Record<string, string>> = {
  '\u2ea0': '民',
  '\u2ec4': '西',
  '\u2ec5': '见',
  '\u2ec9': '贝',
  '\u2ecb': '车',
  '\u2ed3': '长',
  '\u2ed4': '门',
  '\u2ed8': '青',
  '\u2ed9': '韦',
  '\u2eda': '页',
  '\u2edb': '风',
  '\u2edc': '飞',
  '\u2edd': '食',
  '\u2ee2': '马',
  '\u2ee3': '骨',
  '\u2ee4': '鬼',
  '\u2ee5': '鱼',
  '\u2ee6': '鸟',
  '\u2ee7': '卤',
  '\u2ee8': '麦',
  '\u2ee9': '黄',
  '\u2eec': '齐',
  '\u2eee': '齿',
  '\u2ef0': '龙',
};

/** One radical or compatibility ideograph; twelve of U+FA0E-FA29 are ordinary characters in spite of their place. */
export const NOT_UNIFIED =
  /(?![\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29])[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** The ordinary character that looks like a radical or compatibility ideograph; undefined where none surely does. */
export function unifiedHan(char: string): string | undefined {
  const unified = RADICALS[char] ?? char.normalize('NFKC');
  return unified === char ? undefined : unified;
}
