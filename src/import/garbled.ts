/** What UTF-8 leaves when it is read as Latin-1 and saved again: ä¸­ for 中. */
const TWICE_ENCODED = /[\u00e4-\u00e9][\u0080-\u00bf\u0152-\u0178\u2018-\u203a\u20ac\u2122]{2}/g;
/** What UTF-8 leaves when it is read as GBK: rare characters, of which these stand for the commonest ones. */
const READ_AS_GBK = /[鐨鏄鍦锛銆鏁鐮鍜涓鍏绛骞鏈宸浠鍙鎬勬垨]/g;
/** 锟斤拷 is what is left of characters already lost; 烫 and 屯 of memory never written. */
const LOST = /锟斤拷|锟斤|斤拷|烫烫烫|屯屯屯|葺葺葺/;

/** Why a decoded text can't be what was written, in Chinese; undefined when nothing speaks against it. */
export function garbledReason(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  const length = sample.replace(/\s/g, '').length;
  if ((sample.match(TWICE_ENCODED)?.length ?? 0) * 3 > length * 0.3) {
    return '文字经过两次编码，已成“ä¸­æ–‡”一类的乱码。改法：找到没有乱码的原件，另存为 UTF-8 后再导入';
  }
  const asGbk = sample.match(READ_AS_GBK)?.length ?? 0;
  const common = sample.match(/[的是在了和有一为年教学工作]/g)?.length ?? 0;
  if (length > 30 && asGbk > length * 0.08 && asGbk > common * 2) {
    return '文字是 UTF-8 误按 GBK 读出后存下的，已成“涓枃”一类的乱码。改法：找到没有乱码的原件，另存为 UTF-8 后再导入';
  }
  return undefined;
}

/** True for a line in which characters were lost before it was saved. */
export function hasLostCharacters(text: string): boolean {
  return LOST.test(text);
}
