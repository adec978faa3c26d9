import { CharacterSieve } from '../../core/character-sieve.ts';
import { findDocNumbers } from '../../core/docnumber.ts';
import { narrowMarks } from '../../core/widths.ts';
import { quoteAround } from '../body.ts';
import type { TextEdit } from '../issue.ts';
import { type Passage, passagesOf, placeOf, rangeOf } from '../passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';
import { type Span, technicalSpans } from '../technical-spans.ts';

/** A character, or a run of them, of the wrong width. */
interface Misfit {
  from: number;
  to: number;
  /** What it should be; undefined where only the original can tell. */
  right?: string;
}

interface Kind {
  /** Characters without one of which there is none of it. */
  holds: RegExp;
  find(text: string): Misfit[];
  what: string;
  expected: string;
  fix: string;
}

const KINDS: readonly Kind[] = [
  {
    holds: /[,;:()!?\uff61-\uff64]/,
    find: (text) => [...marksAmongHan(text), ...halfWidthKana(text)],
    what: '半角标点夹在汉字间',
    expected: '汉字之间用全角标点',
    fix: '改为全角；文号、时间、比例、网址、文件名里的照旧，不会报告',
  },
  {
    holds: /"/,
    find: straightQuotes,
    what: '半角的直引号引着汉字',
    expected: '汉字用全角的引号“”',
    fix: '前一个改为“，后一个改为”',
  },
  {
    holds: /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/,
    find: wideLetters,
    what: '全角的数字或字母',
    expected: '半角的阿拉伯数字和拉丁字母',
    fix: '改为半角；全角的搜不到，读屏软件也读不好',
  },
  {
    holds: /[〔［【〕］】]/,
    find: mixedBrackets,
    what: '一对括号两半不同',
    expected: '成对的括号用同一种',
    fix: '对照原件改成同一种；原件就是如此的，在编者注（notes）里说明',
  },
];

const HELD = new CharacterSieve(KINDS.map(({ holds }) => holds));

/** The kinds that a text may have. */
function kindsIn(text: string): Kind[] {
  const held = HELD.classesIn(text);
  return held === 0 ? [] : KINDS.filter((_, index) => held & (1 << index));
}

/** Half-width punctuation among Han characters, full-width digits and letters, brackets of two kinds in a pair. */
export default defineDocumentRule({
  id: 'mixed-widths',
  severity: 'warning',
  *check(document) {
    yield* inFields(document);
    for (const passage of passagesOf(document)) {
      for (const kind of kindsIn(passage.text)) {
        const misfits = kind.find(passage.text);
        if (misfits[0]) yield describe(document, passage, kind, [misfits[0], ...misfits.slice(1)]);
      }
    }
  },
});

/** What heads the page and is searched first; its place is known by the line only, so nothing is rewritten. */
function* inFields({ source, data }: LintDocument): Generator<Finding> {
  for (const field of ['title', 'issuer'] as const) {
    const text = data[field] ?? '';
    if (data.notes?.some((note) => note.field === field)) continue;
    for (const { find, what, expected, fix } of kindsIn(text)) {
      const [first, ...more] = find(text);
      if (!first) continue;
      const count = more.length > 0 ? `等 ${more.length + 1} 处` : '';
      yield {
        ...{ file: source.file, line: source.lineOf([field]), expected },
        found: `${field === 'title' ? '标题' : '发文机关'}里${what}：“${quoteAround(text, first.from)}”${count}`,
        fix: `${fix.replace(/；.*/, '')}；原件就是如此的，在编者注（notes）加一条 - { text: 说明, field: ${field} }`,
      };
    }
  }
}

/** One finding a passage and kind: old texts have them by the dozen. */
function describe(
  document: LintDocument,
  passage: Passage,
  { what, expected, fix }: Kind,
  misfits: [Misfit, ...Misfit[]],
): Finding {
  const [first] = misfits;
  const count = misfits.length > 1 ? `等 ${misfits.length} 处` : '';
  const edits = misfits.flatMap((misfit) => editOf(document, passage, misfit) ?? []);
  const finding = {
    file: document.source.file,
    ...placeOf(document, passage, first.from),
    found: `${what}：“${quoteAround(passage.text, first.from)}”${count}`,
    ...{ expected, fix },
  };
  return edits.length > 0 ? { ...finding, edits } : finding;
}

function editOf(document: LintDocument, passage: Passage, { from, to, right }: Misfit): TextEdit | undefined {
  const range = right === undefined ? undefined : rangeOf(document, passage, from, to);
  if (!range || right === undefined) return undefined;
  // At the beginning of a block, `1.` would begin a list where `１.` did not.
  const list = from === 0 && /^\d{1,9}$/.test(right) && /^[.)]/.test(passage.text.slice(to));
  return { ...range, text: list ? `${right}\\` : right };
}

function marksAmongHan(text: string): Misfit[] {
  const marks = narrowMarks(text);
  if (marks.length === 0) return [];
  const exempt = [...technicalSpans(text), ...areaCodes(text)];
  return marks
    .filter(({ at }) => !exempt.some(({ start, end }) => at >= start && at < end))
    .filter(({ at }) => !(/[A-Za-z]/.test(text[at - 1] ?? '') && text[at] === ':'))
    .map(({ at, wide, space }) => ({ from: at, to: at + (space ? 2 : 1), right: wide }));
}

/** (0632)7711234 is how offices write their telephone. */
function areaCodes(text: string): Span[] {
  return [...text.matchAll(/\(0\d{2,3}\)(?=[\s-]?\d{7,8})/g)].map(({ index, 0: code }) => ({
    ...{ start: index, end: index + code.length },
  }));
}

/** "以人为本": which of the two opens is told by their order, where a passage has them in pairs. */
function straightQuotes(text: string): Misfit[] {
  const quoted = [...text.matchAll(/"[^"\n]{1,60}"/g)].filter(({ 0: raw }) =>
    /^"\p{Script=Han}|\p{Script=Han}"$/u.test(raw),
  );
  const count = text.split('"').length - 1;
  const lone = count % 2 === 1 ? /(?<=\p{Script=Han})"|"(?=\p{Script=Han})/u.exec(text) : null;
  // With one too many nobody but the original tells which is which.
  if (lone) return [{ from: lone.index, to: lone.index + 1 }];
  const exempt = quoted.length > 0 ? technicalSpans(text) : [];
  return quoted
    .filter(({ index }) => !exempt.some(({ start, end }) => index >= start && index < end))
    .flatMap(({ index, 0: raw }) => [
      { from: index, to: index + 1, right: '“' },
      { from: index + raw.length - 1, to: index + raw.length, right: '”' },
    ]);
}

/** ｡ ､ ｢ ｣: the half-width forms of 。、「」 that some old programs write. */
function halfWidthKana(text: string): Misfit[] {
  return [...text.matchAll(/[\uff61-\uff64]/g)].map(({ index, 0: mark }) => ({
    ...{ from: index, to: index + 1, right: mark.normalize('NFKC') },
  }));
}

function wideLetters(text: string): Misfit[] {
  const printed = findDocNumbers(text);
  return [...text.matchAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g)]
    .map(({ index, 0: run }) => ({ from: index, to: index + run.length, right: run.normalize('NFKC') }))
    .filter(({ from, to }) => !printed.some(({ start, end }) => from < end && start < to));
}

/** Brackets that are no partners; those of round brackets are judged as marks above. */
const OPEN = '〔［【[';
const CLOSE = '〕］】]';

function mixedBrackets(text: string): Misfit[] {
  const misfits: Misfit[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (OPEN.includes(char)) open.push(at);
    if (!CLOSE.includes(char)) continue;
    const start = open.pop();
    if (start === undefined || OPEN.indexOf(text.charAt(start)) === CLOSE.indexOf(char)) continue;
    misfits.push({ from: start, to: at + 1 });
  }
  if (misfits.length === 0) return misfits;
  const printed = findDocNumbers(text);
  return misfits.filter(({ from, to }) => !printed.some((number) => from < number.end && number.start < to));
}
