/** Words that say that something is done, or where, but not what. No term begins or ends with them. */

const EMPTY_WORDS =
  '加强|强化|推进|推动|推广|开展|深入|深化|全面|全力|大力|积极|做好|抓好|抓实|搞好|规范|促进|提高|提升|增强|优化|改进|创新|加快|加大|落实|' +
  '实施|组织|举办|召开|建立|构建|搭建|完善|健全|切实|扎实|认真|贯彻|执行|制定|实行|调整|公布|发布|继续|不断|着力|努力|' +
  '全区|全县|全市|全省|全国|我区|我县|我市|我省|本区|全体|第一|第二';

/** What stands behind a subject and adds nothing: 校本教研工作 says no more than 校本教研. */
const EMPTY_NOUNS = '工作|问题|情况|事项';

const STARTS_EMPTY = new RegExp(`^(?:${EMPTY_WORDS})`, 'u');
const ENDS_EMPTY = new RegExp(`(?:${EMPTY_WORDS}|${EMPTY_NOUNS})$`, 'u');
const EMPTY_BEFORE = new RegExp(`(?:${EMPTY_WORDS})$`, 'u');
const EMPTY_AFTER = new RegExp(`^(?:${EMPTY_WORDS}|${EMPTY_NOUNS})`, 'u');
const LEADING = new RegExp(`^(?:${EMPTY_WORDS})+`, 'u');

/** Whether a text begins or ends with an empty word. */
export const hasEmptyEdge = (text: string): boolean => STARTS_EMPTY.test(text) || ENDS_EMPTY.test(text);

/** Whether what comes before a term is nothing or ends with an empty word. */
export const isFreeBefore = (before: string): boolean => before === '' || EMPTY_BEFORE.test(before);

/** Whether what comes after a term is nothing or begins with an empty word. */
export const isFreeAfter = (after: string): boolean => after === '' || EMPTY_AFTER.test(after);

const LEAST_LEFT = 3;

/** A text without the empty words at its beginning, if enough is left: 大力推进教学改革 gives 教学改革. */
export function dropEmptyStart(text: string): string {
  const rest = text.replace(LEADING, '');
  return rest.length >= LEAST_LEFT ? rest : text;
}
