import { parseDocNumber } from '../../core/docnumber.ts';
import { numberKey } from '../../core/number-key.ts';
import { buildTargetIndex, findTargets } from '../../core/target-index.ts';
import { bodyFinding } from '../body.ts';
import { entriesOf, fileAndNumber, type LintEntry } from '../entries.ts';
import { explainedNumbers } from '../explained-numbers.ts';
import { defineRule } from '../rule.ts';
import { textCitations } from '../text-citations.ts';

/**
 * A text that cites the number of a later year than its own, or a held document of a later day: number or date is
 * misread, or the text was changed afterwards. Told once of each number; an editor's note that names it silences it.
 */
export default defineRule({
  id: 'cites-future',
  severity: 'warning',
  needs: ['documents', 'agencies'],
  *check(context) {
    const explained = explainedNumbers(context);
    const entries = entriesOf(context.documents);
    const index = buildTargetIndex(entries, (entry) => entry);
    const own = new Map(entries.map((entry) => [entry.document, entry]));
    const told = new Set<string>();
    for (const { document, canonical, raw, at } of textCitations(context)) {
      const citing = own.get(document);
      if (canonical === null || !citing) continue;
      const [only, second] = findTargets(index, { canonical, title: null });
      const cited = second ? undefined : only;
      const when = cited === citing ? undefined : laterThan(citing, canonical, cited);
      const once = `${document.source.file} ${numberKey(canonical)}`;
      if (!when || told.has(once) || explained(document).has(numberKey(canonical))) continue;
      told.add(once);
      yield bodyFinding(document, at, {
        found: `正文引用 ${raw}，${when}，而本文件${issued(citing)}`,
        expected: '所引文件不晚于本文件',
        fix: `核对文号与本文件的日期，录错的改正；原文就是如此的，在编者注（notes）里加一条，说明 ${canonical} 晚于本文件`,
      });
    }
  },
});

/** How what is cited is later, in words; undefined where it isn't known to be. Two days decide over the years. */
function laterThan(citing: LintEntry, canonical: string, cited: LintEntry | undefined): string | undefined {
  if (citing.issuedOn && cited?.issuedOn) {
    return cited.issuedOn > citing.issuedOn ? `${fileAndNumber(cited)}成文于 ${cited.issuedOn}` : undefined;
  }
  const [year, own] = [parseDocNumber(canonical)?.year, yearOf(citing)];
  return year !== undefined && own !== undefined && year > own ? `它的年份是 ${year}` : undefined;
}

/** The year of issue, in doubt the later: a paper of December may bear a number of the next year. */
function yearOf({ issuedOn, docNumber }: LintEntry): number | undefined {
  const numbered = docNumber === null ? undefined : parseDocNumber(docNumber)?.year;
  if (issuedOn === null) return numbered;
  return Math.max(Number(issuedOn.slice(0, 4)), numbered ?? 0);
}

function issued({ issuedOn, docNumber }: LintEntry): string {
  return issuedOn === null ? `的文号是 ${docNumber}` : `成文于 ${issuedOn}`;
}
