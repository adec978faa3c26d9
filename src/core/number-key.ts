/** 中国人民银行令〔2016〕3号, the issuer's order of a year, is also cited as 中国人民银行令2016年第3号. */
const YEARLY = /^(.*(?:令|公告|通告))〔(\d{4})〕(\d+)号$/u;
/** 国令 is the State Council's own short form. */
const STATE_COUNCIL = /^国令(?=第|\d)/u;

/**
 * A key under which two prints of one document's number meet although their canonical forms differ. `canonical` is a
 * canonical number; equal keys mean the same document, the key is not for display.
 */
export function numberKey(canonical: string): string {
  return canonical
    .replace(/中华人民共和国|、/gu, '')
    .replace(YEARLY, '$1$2年第$3号')
    .replace(STATE_COUNCIL, '国务院令');
}
