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
  return a.data?.docNumber !== undefined && a.data.docNumber === b.data?.docNumber;
}

function describe(holder: LintDocument, others: readonly LintDocument[]) {
  const { source, id, data } = holder;
  const origin = data?.docNumber ? `文号 ${data.docNumber}` : '文件名';
  return {
    file: source.file,
    line: data?.docNumber ? source.lineOf(['docNumber']) : 1,
    found: `网页地址 /${id}/（由${origin}得出）与 ${others.map((other) => other.source.file).join('、')} 相同`,
    expected: '每份文件的网页地址各不相同',
    fix: '没有文号的文件改文件名；两个文号读音相同的，去掉其中一份的 docNumber，改记在 printedAs，并用编者注说明',
  };
}
