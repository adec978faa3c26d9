import { claimedNumber } from '../claims.ts';
import { defineRule, type LintDocument } from '../rule.ts';

/** Two files with one document number: one of them is a second copy or bears a wrong number. */
export default defineRule({
  id: 'duplicate-number',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    const byNumber = Map.groupBy(documents, claimedNumber);
    for (const [number, holders] of byNumber) {
      if (number === undefined || holders.length < 2) continue;
      for (const holder of holders) yield describe(holder, number, holders);
    }
  },
});

function describe(holder: LintDocument, number: string, holders: readonly LintDocument[]) {
  const others = holders.filter((other) => other !== holder).map((other) => other.source.file);
  return {
    file: holder.source.file,
    line: holder.source.lineOf(['docNumber']),
    found: `文号 ${number} 与 ${others.join('、')} 重复`,
    expected: '一个文号只有一份文件',
    fix: '核对原件：是同一份文件就删去一份，不是就改正写错的文号',
  };
}
