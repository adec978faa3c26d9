import { parseDocNumber } from '../../core/docnumber.ts';
import { defineDocumentRule } from '../rule.ts';

/** Characters that stand in an address as they are. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A file name that would make the page's address unreadable, where no document number makes the address. */
export default defineDocumentRule({
  id: 'file-name',
  severity: 'error',
  *check({ source, data, id }) {
    if (!data || (data.docNumber && parseDocNumber(data.docNumber))) return;
    const name = id.split('/').at(-1) ?? id;
    if (PLAIN_NAME.test(name)) return;
    yield {
      file: source.file,
      line: 1,
      found: `没有文号，文件名“${name}”又含有中文、空格或其他符号`,
      expected: '没有文号的文件，文件名只用英文字母、数字、连字符，因为它就是网页地址',
      fix: '改文件名，例如 2012-work-plan.mdx；有文号的，在 docNumber 写上文号',
    };
  },
});
