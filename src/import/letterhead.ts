const LETTERHEAD =
  /(?:文件|（代拟稿）|\d+期)$|^(?:签发人|密级|特急|加急|绝密|机密|秘密)|^\d{6}$|^附件\d*[:：]?$/;

/** A red line drawn with characters: ━━━━, ＊＊＊＊. */
const DRAWN = /^[^\p{L}\p{N}]+$/u;

/** True for a line of the red head: its name, a secrecy or urgency mark, the number of the copy, the line below it. */
export function isLetterhead(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  return DRAWN.test(plain) || (text.length <= 40 && LETTERHEAD.test(plain));
}
