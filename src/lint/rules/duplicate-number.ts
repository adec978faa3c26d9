import { numberKey } from '../../core/number-key.ts';
import { claimedNumber } from '../claims.ts';
import { defineRule, type Finding, type LintDocument } from '../rule.ts';

/** Two files with one document number, in whatever print, such as 国令第5号 and 国务院令第5号: one of them is a second copy or bears a wrong number. */
export default defineRule({
  id: 'duplicate-number',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    const numbered = documents.flatMap((document) => {
      const number = claimedNumber(document);
      return number === undefined ? [] : { document, number };
    });
    for (const holders of Map.groupBy(numbered, ({ number }) => numberKey(number)).values()) {
      if (holders.length < 2) continue;
      for (const holder of holders) yield describe(holder, holders);
    }
  },
});

interface Holder {
  document: LintDocument;
  number: string;
}

function describe(holder: Holder, holders: readonly Holder[]): Finding {
  const { document, number } = holder;
  const others = holders
    .filter((other) => other !== holder)
    .map((other) => other.document.source.file + (other.number === number ? '' : `（${other.number}）`));
  return {
    file: document.source.file,
    line: document.source.lineOf(['docNumber']),
    found: `文号 ${number} 与 ${others.join('、')} 重复`,
    expected: '一个文号只有一份文件',
    fix: '核对原件：是同一份文件就删去一份，不是就改正写错的文号',
  };
}
