import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';
import { defineDocumentRule } from '../rule.ts';

/** A printed form that is not another spelling of the document number. A note on either field explains a misprint. */
export default defineDocumentRule({
  id: 'printed-number',
  severity: 'error',
  *check({ source, data }) {
    if (data.printedAs === undefined) return;
    if (data.notes?.some(({ field }) => field === 'docNumber' || field === 'printedAs')) return;
    const parsed = parseDocNumber(data.printedAs);
    const canonical = parsed && formatDocNumber(parsed);
    if (canonical !== undefined && canonical === data.docNumber) return;
    yield {
      file: source.file,
      line: source.lineOf(['printedAs']),
      found: `原文印作（printedAs）是“${data.printedAs}”，${canonical ? `读作 ${canonical}` : '读不出文号'}，而发文字号（docNumber）${data.docNumber ? `是 ${data.docNumber}` : '没有写'}`,
      expected: '两处是同一个文号的两种写法',
      fix: `核对原件，改正写错的一处；原件印错的，在编者注（notes）加一条 - { text: 说明, field: printedAs }`,
    };
  },
});
