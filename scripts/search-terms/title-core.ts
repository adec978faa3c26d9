/** What a title is about, without the words that say what kind of paper it is: 关于推进…的实施意见 gives 推进…. */

const TRAILER = /\s*[（(〔[][^（()）〔〕[\]]{1,24}[）)〕\]]\s*$/u;
/** 的通知, 的若干意见, 的实施方案 (the 15 official kinds and those of working papers). */
const KIND =
  /的[^的《》]{0,6}(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|方案|办法|规定|规划|细则|计划|总结|要点|说明|解释)$/u;
const ISSUES = /^(?:印发|转发|批转|公布|发布|下发|颁布|(?:贯彻)?(?:实施|执行|落实)(?=[《〈]))/u;
const WHOLE_TITLE = /^[《〈](.+)[》〉]$/u;

/** Removes what stands in brackets at the end, such as （试行）, as often as it occurs. */
function dropTrailers(title: string): string {
  const shorter = title.replace(TRAILER, '');
  return shorter === title || shorter === '' ? title : dropTrailers(shorter);
}

/** What stands between 关于 and 的通知; the title itself when it isn't built that way. */
function subjectOf(title: string): string {
  const about = title.indexOf('关于');
  return about < 0 ? title : title.slice(about + 2).replace(KIND, '');
}

const OPENING = '《〈“‘（(【';
const CLOSING = '》〉”’）)】';

/** Whether every bracket and quotation mark of a text has its partner. */
export function isBalanced(text: string): boolean {
  const open: number[] = [];
  for (const character of text) {
    if (OPENING.includes(character)) open.push(OPENING.indexOf(character));
    else if (CLOSING.includes(character) && open.pop() !== CLOSING.indexOf(character)) return false;
  }
  return open.length === 0;
}

/** The core of a title: a piece of it, cut out unchanged. A title that is issued or forwarded gives its own core. */
export function titleCore(title: string): string {
  const whole = title.trim();
  const subject = dropTrailers(subjectOf(dropTrailers(whole)))
    .replace(ISSUES, '')
    .trim();
  const issued = WHOLE_TITLE.exec(subject)?.[1];
  if (issued !== undefined && isBalanced(issued)) return titleCore(issued);
  return isBalanced(subject) && subject !== '' ? subject : whole;
}
