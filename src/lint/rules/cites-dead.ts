import { citingStanding } from '../../core/citing-standing.ts';
import { issueMoment, onDay } from '../../core/moments.ts';
import { numberKey } from '../../core/number-key.ts';
import { asOfDay, documentLives, type SettledStatus, settleStatuses } from '../../core/settle-status.ts';
import { deadWord, isDead } from '../../core/status.ts';
import { buildTargetIndex, documentNumbers, findCited } from '../../core/target-index.ts';
import { bodyFinding, type Judgement } from '../body.ts';
import { entriesOf, fileAndNumber, type LintEntry } from '../entries.ts';
import { explainedNumbers } from '../explained-numbers.ts';
import { isLocal, pointersOf, readAddress } from '../links.ts';
import { linksBetween } from '../relation-links.ts';
import { defineRule, type Finding, type LintContext, type LintDocument } from '../rule.ts';
import { textCitations } from '../text-citations.ts';

type Settled = LintEntry & SettledStatus;
type Context = Pick<LintContext, 'documents' | 'agencies' | 'asOf'>;

/** A document that one relies on, with the finding that is due if it was dead by then. */
interface Reliance {
  from: LintDocument;
  cited: Settled;
  finding: (judgement: Judgement) => Finding;
  what: string;
}

/**
 * A text that relies on a document which was dead by the day of the text. Only where both days are known: a citation of
 * what died later is history, and of an unknown day nothing is said. An editor's note that names the number silences it.
 */
export default defineRule({
  id: 'cites-dead',
  severity: 'warning',
  needs: ['documents', 'agencies', 'asOf'],
  *check(context) {
    const entries = entriesOf(context.documents);
    const settled = settleStatuses(entries, documentLives(entries, asOfDay(entries, context.asOf)));
    if (!settled.some(({ status }) => isDead(status))) return;
    const own = new Map(settled.map((entry) => [entry.document, entry]));
    const explained = explainedNumbers(context);
    const changed = changedPairs(context.documents);
    const told = new Set<string>();
    for (const { from, cited, finding, what } of reliances(context, settled)) {
      const citing = own.get(from);
      if (!citing) continue;
      const once = `${citing.id} ${cited.id}`;
      if (told.has(once) || changed.has(once)) continue;
      const words = wasDead(citing, cited)
        ? judgement(what, citing, cited)
        : mayHaveBeenDead(citing, cited)
          ? doubt(what, citing, cited)
          : undefined;
      if (!words) continue;
      if (documentNumbers(cited).some((number) => explained(from).has(numberKey(number)))) continue;
      told.add(once);
      yield finding(words);
    }
  },
});

/** Citations of the texts, then relations to what no text cites. */
function* reliances(context: Context, settled: readonly Settled[]): Generator<Reliance> {
  const index = buildTargetIndex(settled, (entry) => entry);
  for (const citation of textCitations(context)) {
    const { document: from, at, raw } = citation;
    const [cited, second] = findCited(index, citation, issueMoment(from.data));
    const finding = (words: Judgement): Finding => bodyFinding(from, at, words);
    if (cited && !second) yield { from, cited, finding, what: `正文引用 ${raw}` };
  }
  const byId = new Map(settled.map((entry) => [entry.id, entry]));
  for (const from of context.documents) {
    for (const { url, position } of pointersOf(from)) {
      const path = isLocal(url) ? readAddress(url).path : '';
      const cited = byId.get(path.replace(/^\/|\/$/g, ''));
      const finding = (words: Judgement): Finding => bodyFinding(from, position?.start, words);
      if (cited && cited.document !== from) yield { from, cited, finding, what: `正文链接到 ${path}` };
    }
  }
  for (const { name, target, from, to, place } of linksBetween(context.documents)) {
    const cited = byId.get(to.id);
    if (!cited || (name !== 'implements' && name !== 'forwards')) continue;
    const what = `文件关系写着“${name === 'implements' ? '贯彻' : '转发'}” ${target}`;
    yield { from: from.document, cited, finding: (words) => ({ ...place, ...words }), what };
  }
}

/** Which came first isn't known, and readers are to go by the one that cites. */
function mayHaveBeenDead(citing: Settled, cited: Settled): boolean {
  const { status } = citing.document.data;
  if (!isDead(cited.status) || status?.name !== '现行有效') return false;
  return citing.issuedOn === null || cited.statusSince === null;
}

function doubt(what: string, citing: Settled, cited: Settled): Judgement {
  const dead = deadWord(cited.status);
  const place = (file: string, field: string): string => `在 ${file} 写上 ${field}`;
  const missing = [
    ...(citing.issuedOn === null ? [place(citing.document.source.file, 'issuedOn')] : []),
    ...(cited.statusSince === null ? [place(cited.document.source.file, 'status 的 date')] : []),
  ];
  return {
    found: `${what}，而 ${fileAndNumber(cited)}已${dead}，是引用以前还是以后，日期没有写明`,
    expected: '引用时仍然有效的文件',
    fix: `查得到的，${missing.join('，')}；文号写错的改正；原文就是如此的，在编者注（notes）里加一条，说明 ${cited.docNumber ?? cited.title} 已${dead}`,
  };
}

function wasDead(citing: Settled, cited: Settled): boolean {
  const standing = citing.issuedOn ? citingStanding(cited, onDay(citing.issuedOn)) : undefined;
  return standing?.whenCited === 'dead' && standing.certain;
}

/** Whoever repeals or amends a document must cite it: both ids of each such relation. */
function changedPairs(documents: readonly LintDocument[]): Set<string> {
  const changes = linksBetween(documents).filter(({ name }) => name === 'repeals' || name === 'amends');
  return new Set(changes.map(({ from, to }) => `${from.id} ${to.id}`));
}

function judgement(what: string, citing: Settled, cited: Settled): Judgement {
  const dead = deadWord(cited.status);
  return {
    found: `${what}，而 ${fileAndNumber(cited)}${dead}于 ${cited.statusSince}，早于本文件的成文日期 ${citing.issuedOn}`,
    expected: '引用时仍然有效的文件',
    fix: `核对文号与日期，写错的改正；原文就是如此的，在编者注（notes）里加一条，说明 ${cited.docNumber ?? cited.title} 引用时${dead}`,
  };
}
