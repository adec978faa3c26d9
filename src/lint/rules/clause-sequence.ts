import { formatChineseNumeral } from '../../core/numerals.ts';
import { parseAttachmentMark } from '../../core/ordinals.ts';
import { type ClauseMark, clauseMark } from '../clause-marks.ts';
import { type SequenceFault, type SequenceLine, sequenceFaults } from '../clause-sequence.ts';
import { type Passage, passagesOf, placeOf } from '../passages.ts';
import { quotedPassages } from '../quoted-passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

/** A line with the place that a finding on it names. */
interface PlacedLine extends SequenceLine {
  passage: Passage;
  from: number;
}

/**
 * Numbers of clauses that are skipped, repeated or go back, and lists whose page shows other numbers than the file. An
 * excerpt may begin and skip anywhere; tables, quotations and footnotes number for themselves.
 */
export default defineDocumentRule({
  id: 'clause-sequence',
  severity: 'warning',
  *check(document) {
    const lines = linesOf(document);
    const whole = document.data.completeness === '全文';
    for (const fault of sequenceFaults(lines)) {
      const line = lines[fault.line];
      if (line && (whole || fault.kind === 'repeat')) yield describe(document, line, fault);
    }
    yield* renumbered(document);
  },
});

function linesOf(document: LintDocument): PlacedLine[] {
  const passages = passagesOf(document);
  const quoted = quotedPassages(passages.map(({ text }) => text));
  return passages.flatMap((passage, index) => {
    if (passage.inert || quoted.has(index)) return [];
    if (!passage.text.includes('\n')) return [lineOf(passage.text, passage, 0)];
    let from = 0;
    return passage.text.split('\n').map((text, row): PlacedLine => {
      const line = lineOf(text, row === 0 ? passage : { ...passage, listMark: undefined }, from);
      from += text.length + 1;
      return line;
    });
  });
}

/** 附件：1. and 附件 2 begin anew; the names of several attachments stand in one list. */
const ATTACHMENTS = /^\s*附(?:件|表|录)?\s*[:：]/;

function lineOf(text: string, passage: Passage, from: number): PlacedLine {
  const placed = { text, passage, from };
  if (parseAttachmentMark(text) !== undefined || ATTACHMENTS.test(text))
    return { ...placed, kind: 'attachment' };
  const mark = passage.listMark
    ? listClauseMark(passage.listMark)
    : clauseMark(text, passage.depth !== undefined);
  if (mark) return { ...placed, kind: 'numbered', mark };
  return { ...placed, kind: passage.depth === undefined ? 'plain' : 'heading' };
}

/** Each list is a style of its own, as it says itself where it begins; Markdown counts on within it. */
function listClauseMark({ shown, list, level }: NonNullable<Passage['listMark']>): ClauseMark {
  return { style: `list ${list} 1.`, rank: 10 + level, number: shown, suffix: 0, raw: `${shown}.` };
}

function describe(
  document: LintDocument,
  { passage, from, text }: PlacedLine,
  fault: SequenceFault,
): Finding {
  const { kind, mark, previous, missing } = fault;
  const raw = mark.raw.trim();
  const before = previous?.raw.trim();
  const beginning = text.trim().slice(0, 12);
  const found = {
    gap: `序数从 ${before} 跳到 ${raw}，中间缺${named(missing, mark)}`,
    start: `序数从 ${raw} 开始，前面缺${named(missing, mark)}`,
    repeat: `序数 ${raw} 重复`,
    back: `序数 ${before} 之后倒退到 ${raw}`,
  }[kind];
  return {
    file: document.source.file,
    ...placeOf(document, passage, from),
    found: `${found}：“${beginning}${text.trim().length > 12 ? '…' : ''}”`,
    expected: '同一级的序数从一起连续，或接着上文数下去',
    fix: '对照原件：漏录的补上，认错的改正，被并进上一段的另起一段；原件就是如此的，保留，在编者注（notes）里说明；只收一部分的，收录程度（completeness）写摘录',
  };
}

/** The missing numbers as they would be written: 第七章、第八章 or 第一条等 30 个. */
function named(missing: readonly number[], { style, raw }: ClauseMark): string {
  const han = !/\d/.test(raw.normalize('NFKC')) && !style.startsWith('list');
  const write = (number: number) =>
    style.replace(/[一1①㈠⑴⒈]/, han ? formatChineseNumeral(number) : String(number));
  const names = missing
    .slice(0, 3)
    .map((number) => write(number).replace(/[、.]$/, ''))
    .join('、');
  const rest = missing.length > 3 ? `等 ${missing.length} 个` : '';
  return /^[第（]/.test(names) ? names + rest : ` ${names}${rest}`;
}

/** The first item of each Markdown list whose typed number is not the one that the page will show. */
function* renumbered(document: LintDocument): Generator<Finding> {
  const told = new Set<number>();
  for (const passage of passagesOf(document)) {
    const { typed, shown, list } = passage.listMark ?? {};
    if (list === undefined || typed === shown || told.has(list)) continue;
    told.add(list);
    yield {
      file: document.source.file,
      ...placeOf(document, passage, 0),
      found: `列表里写的是 ${typed}.，网页上会显示 ${shown}.：“${passage.text.slice(0, 12)}”`,
      expected: '列表的序数连续；不连续的不用列表',
      fix: `要照写的序数显示，在点前加反斜线（${typed}\\.）并各自成段；序数写错的，改正`,
    };
  }
}
