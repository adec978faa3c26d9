import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';
import { parseChineseNumeral } from '../../core/numerals.ts';
import { parseAttachmentMark } from '../../core/ordinals.ts';
import { type Passage, passagesOf, placeOf } from '../passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

/** The number stands above the text, the date below it: no further in than so many passages. */
const FROM_TOP = 3;
const FROM_END = 6;

/**
 * A number or date that the text itself bears, on a line of its own, and that the frontmatter gives otherwise. An
 * editor's note on the field explains the conflict and silences the rule.
 */
export default defineDocumentRule({
  id: 'body-conflict',
  severity: 'warning',
  *check(document) {
    const explained = new Set(document.data.notes?.map(({ field }) => field));
    const passages = ownPassages(passagesOf(document));
    if (!explained.has('docNumber') && !explained.has('printedAs')) yield* numberConflict(document, passages);
    if (!explained.has('issuedOn')) yield* dateConflict(document, passages);
  },
});

/** What comes before the first attachment: each of those may have a number and date of its own. */
function ownPassages(passages: readonly Passage[]): Passage[] {
  const end = passages.findIndex(({ text }) => parseAttachmentMark(text) !== undefined);
  return passages.slice(0, end < 0 ? passages.length : end).filter(({ inert }) => !inert);
}

function* numberConflict(document: LintDocument, passages: readonly Passage[]): Generator<Finding> {
  const { docNumber, aliases = [] } = document.data;
  if (docNumber === undefined) return;
  for (const passage of passages.slice(0, FROM_TOP)) {
    const alone = passage.text
      .trim()
      .replace(/[。.]$/, '')
      .replace(/^[（(](.*)[）)]$/, '$1');
    const parsed = parseDocNumber(alone);
    const printed = parsed && formatDocNumber(parsed);
    if (printed === undefined || printed === docNumber || aliases.includes(printed)) continue;
    yield finding(
      document,
      passage,
      `正文开头单独一行的文号是 ${printed}`,
      `著录的 docNumber 是 ${docNumber}`,
      'docNumber',
    );
  }
}

function* dateConflict(document: LintDocument, passages: readonly Passage[]): Generator<Finding> {
  const { issuedOn } = document.data;
  if (issuedOn === undefined) return;
  const last = passages.slice(-FROM_END).findLast(({ text }) => dayOf(text) !== undefined);
  const printed = last && dayOf(last.text);
  if (!last || printed === issuedOn) return;
  yield finding(document, last, `落款的日期是 ${printed}`, `著录的 issuedOn 是 ${issuedOn}`, 'issuedOn');
}

function finding(
  document: LintDocument,
  passage: Passage,
  printed: string,
  given: string,
  field: 'docNumber' | 'issuedOn',
): Finding {
  return {
    file: document.source.file,
    ...placeOf(document, passage, 0),
    found: `${printed}，${given}`,
    expected: '两处相同',
    fix: `核对原件，改正写错的一处；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: ${field} }`,
  };
}

const DAY =
  /(?:^|[室局府会部厅科处校院办])(\d{4}|[一二][〇零○一二三四五六七八九]{3})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$/u;

/** The ISO day of a passage that is a date and no more. */
function dayOf(text: string): string | undefined {
  const parts = DAY.exec(text.replace(/[\s\u3000]/g, '').normalize('NFKC'))?.slice(1) ?? [];
  const [year, month, day] = parts.map((part) =>
    /^\d/.test(part) ? Number(part) : parseChineseNumeral(part),
  );
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
