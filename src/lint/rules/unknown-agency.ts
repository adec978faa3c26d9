import { parseDocNumber } from '../../core/docnumber.ts';
import { defineRule } from '../rule.ts';

/** An agency code that agencies.yml doesn't know: a typing slip, or an entry to add. */
export default defineRule({
  id: 'unknown-agency',
  severity: 'warning',
  needs: ['documents', 'agencies'],
  *check({ documents, agencies }) {
    // With a broken register every code would look unknown.
    if (agencies.problems.length > 0) return;
    const codes = new Set(agencies.entries.map((agency) => agency.code));
    for (const { source, data } of documents) {
      const number = data.docNumber ? parseDocNumber(data.docNumber) : undefined;
      if (number?.kind !== 'number' || codes.has(number.code)) continue;
      yield {
        file: source.file,
        line: source.lineOf(['docNumber']),
        found: `机关代字 ${number.code} 不在 ${agencies.file} 中`,
        expected: '登记过的机关代字',
        fix: `若代字无误，在 ${agencies.file} 加一条：- { code: ${number.code}, issuer: ${data.issuer}, certainty: 有据或推断, basis: 凭什么认定 }；若是笔误，改正发文字号（docNumber）`,
      };
    }
  },
});
