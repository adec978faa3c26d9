import { claimedNumber } from '../claims.ts';
import { defineDocumentRule } from '../rule.ts';

/** Characters that stand in an address as they are. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The page's folder and the files beside it bear the name, some with an ending; no disk takes more than 255 bytes. */
const LONGEST_NAME = 240;

/**
 * Names that servers take for something else: `index` is the page of the whole folder, what ends in .html a single
 * page, and Windows drops a full stop at the end.
 */
const TAKEN_NAME = /^index(?:\.|$)|\.html?$|\.$/i;

/** A file name that can't be a page's address or makes an unreadable one, where no document number makes the address. */
export default defineDocumentRule({
  id: 'file-name',
  severity: 'error',
  *check({ source, id, problems }) {
    // A number that is there but wrong is told by another rule, and makes the address once it is mended.
    const hasNumber =
      claimedNumber({ source }) !== undefined || problems.some(({ path }) => path[0] === 'docNumber');
    if (hasNumber || source.syntaxProblems.length > 0) return;
    const name = id.split('/').at(-1) ?? id;
    const place = { file: source.file, line: 1 };
    if (TAKEN_NAME.test(name)) {
      yield {
        ...place,
        found: `没有文号，文件名“${name}”作网页地址会与列表页混同，或被服务器当成别的文件`,
        expected: '没有文号的文件，文件名不是 index，不以 .html 或点结尾',
        fix: '改文件名，例如 2012-work-plan.mdx；有文号的，在发文字号（docNumber）写上文号',
      };
    } else if (name.length > LONGEST_NAME) {
      yield {
        ...place,
        found: `没有文号，文件名有 ${name.length} 个字符`,
        expected: `没有文号的文件，文件名不超过 ${LONGEST_NAME} 个字符，更长的网址服务器存不下`,
        fix: '改短文件名，例如 2012-work-plan.mdx；有文号的，在发文字号（docNumber）写上文号',
      };
    } else if (!PLAIN_NAME.test(name)) {
      yield {
        ...place,
        found: `没有文号，文件名“${name}”又含有中文、空格或其他符号`,
        expected: '没有文号的文件，文件名只用英文字母、数字、连字符，因为它就是网页地址',
        fix: '改文件名，例如 2012-work-plan.mdx；有文号的，在发文字号（docNumber）写上文号',
      };
    }
  },
});
