import { normalizeTitle } from '../../core/normalize-title.ts';
import { numberKey } from '../../core/number-key.ts';
import { buildTargetIndex, findTargets } from '../../core/target-index.ts';
import { titleKeys } from '../../core/title-keys.ts';
import { bodyFinding } from '../body.ts';
import { entriesOf, fileAndNumber, type LintEntry } from '../entries.ts';
import { explainedNumbers } from '../explained-numbers.ts';
import { defineRule } from '../rule.ts';
import { textCitations } from '../text-citations.ts';

/** A citation whose number is one held document's and whose title is another's: one of the two is misprinted. */
export default defineRule({
  id: 'citation-conflict',
  severity: 'warning',
  needs: ['documents', 'agencies'],
  *check(context) {
    const explained = explainedNumbers(context);
    const index = buildTargetIndex(entriesOf(context.documents), (entry) => entry);
    for (const { document, kind, canonical, title, raw, at } of textCitations(context)) {
      // A short name has the title and the number of its definition, of which this was said there.
      if (kind === 'title' || canonical === null || title === null) continue;
      const [numbered, second] = findTargets(index, { canonical, title: null });
      const titled = findTargets(index, { canonical: null, title });
      if (!numbered || second || titled.length === 0 || isTitleOf(title, numbered)) continue;
      if (explained(document).has(numberKey(canonical))) continue;
      yield bodyFinding(document, at, {
        found: `《${title}》后面的文号 ${raw} 是 ${fileAndNumber(numbered)}《${numbered.title}》的，这个题名却是 ${titled.map(fileAndNumber).join('、')} 的`,
        expected: '题名与文号同属一份文件',
        fix: `对照原件，录错的改正；原件就是如此的，在编者注（notes）里加一条，说明 ${canonical} 与题名不合`,
      });
    }
  },
});

/** Whether a document may be cited by a title: its own, that of the text which it issues, or a part of either. */
function isTitleOf(title: string, { title: own, issuer }: LintEntry): boolean {
  const cited = normalizeTitle(title);
  const keys = titleKeys({ title: own, issuer });
  return [...keys.own, ...keys.issued].some((key) => key.includes(cited));
}
