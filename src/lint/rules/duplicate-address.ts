import { claimedNumber } from '../claims.ts';
import { defineRule, type LintDocument } from '../rule.ts';

/** Two files that would be published at one address. Case is ignored, as some web servers and disks ignore it. */
export default defineRule({
  id: 'duplicate-address',
  severity: 'error',
  needs: ['documents'],
  *check({ documents }) {
    const byAddress = Map.groupBy(documents, ({ id }) => id.toLowerCase());
    for (const holders of byAddress.values()) {
      for (const holder of holders) {
        const others = holders.filter((other) => other !== holder && !sameNumber(holder, other));
        if (others.length > 0) yield describe(holder, others);
      }
    }
  },
});

/** The rule duplicate-number reports these already. */
function sameNumber(a: LintDocument, b: LintDocument): boolean {
  const number = claimedNumber(a);
  return number !== undefined && number === claimedNumber(b);
}

function describe(holder: LintDocument, others: readonly LintDocument[]) {
  const { source, id } = holder;
  const number = claimedNumber(holder);
  const origin = number ? `文号 ${number} ` : '文件名';
  return {
    file: source.file,
    line: number ? source.lineOf(['docNumber']) : 1,
    found: `网页地址 /${id}/（由${origin}得出）与 ${others.map((other) => other.source.file).join('、')} 相同`,
    expected: '每份文件的网页地址各不相同',
    fix: '没有文号的文件改文件名；两个文号读音相同的，去掉其中一份的发文字号（docNumber），改记在原文印作（printedAs），并用编者注（notes）说明',
  };
}
