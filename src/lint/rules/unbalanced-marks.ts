import { CharacterSieve } from '../../core/character-sieve.ts';
import { quoteAround } from '../body.ts';
import { passagesOf, placeOf } from '../passages.ts';
import { defineDocumentRule, type Finding, type LintDocument } from '../rule.ts';

interface Pair {
  open: string;
  close: string;
  name: string;
  /** Over how many paragraph ends a pair may reach that encloses whole paragraphs. */
  reach: number;
  /** Each of the paragraphs may open it again (GB/T 15834, on 引号). */
  repeats?: boolean;
}

/** Marks that come in pairs; half-width brackets pair with full-width ones, as old papers mix them. */
const PAIRS: readonly Pair[] = [
  { open: '《', close: '》', name: '书名号《》', reach: 0 },
  { open: '〈', close: '〉', name: '书名号〈〉', reach: 0 },
  { open: '【', close: '】', name: '括号【】', reach: 0 },
  // Halves of two kinds are told by mixed-widths; a half-width one alone may be anything.
  { open: '〔［[', close: '〕］]', name: '括号〔〕', reach: 0 },
  { open: '「', close: '」', name: '引号「」', reach: 0 },
  { open: '『', close: '』', name: '引号『』', reach: 0 },
  // As the note under a title that says when a document was passed, set in two lines.
  { open: '（(', close: '）)', name: '括号（）', reach: 1 },
  // As where a decision quotes the articles that it amends.
  { open: '‘', close: '’', name: '引号‘’', reach: 0 },
  { open: '“', close: '”', name: '引号“”', reach: Number.POSITIVE_INFINITY, repeats: true },
];

/** The marks of each pair, in the order of the pairs. */
const MARKS = new CharacterSieve(
  PAIRS.map(({ open, close }) => new RegExp(`[${(open + close).replace(/[[\]]/g, '\\$&')}]`)),
);
const bitOf = (pair: Pair): number => 1 << PAIRS.indexOf(pair);

/** `1)` and `a)` number the items of a list: that bracket has no partner. */
const ENUMERATOR = /(?<![\p{L}\p{N}(（])(?:\d{1,2}|[a-zA-Z])[)）]/gu;

/** That of don’t and teachers’ is no quotation mark. */
const APOSTROPHE = /(?<=[A-Za-z\d])’|[‘’](?=\d0s|tis\b)/g;

/** A bracket, quotation mark or title mark without its partner in the same paragraph, heading or cell. */
export default defineDocumentRule({
  id: 'unbalanced-marks',
  severity: 'warning',
  *check(document) {
    const passages = passagesOf(document);
    const texts = passages.map(({ text }) => text);
    const marks = texts.map((text) => MARKS.classesIn(text));
    yield* inTitle(document);
    for (const pair of PAIRS) {
      for (const [index, [lone]] of loneMarks(texts, marks, pair).entries()) {
        const [passage, text] = [passages[index], texts[index]];
        if (lone === undefined || !passage || text === undefined) continue;
        const partner = pair.open.includes(text.charAt(lone)) ? pair.close.at(0) : pair.open.at(0);
        yield {
          file: document.source.file,
          ...placeOf(document, passage, lone),
          found: `“${quoteAround(text, lone)}”处的 ${text.charAt(lone)} 没有配对`,
          expected: `同一段里成对的${pair.name}`,
          fix: `对照原件补上；原件本来缺的，写作 <Supplied>${partner}</Supplied>；一段话被拆成两段的，并作一段`,
        };
      }
    }
    for (const [index, passage] of passages.entries()) {
      // Marks of one pair can't cross.
      const kinds = marks[index] ?? 0;
      const crossing = (kinds & (kinds - 1)) === 0 ? undefined : crossingMark(passage.text);
      if (crossing !== undefined)
        yield {
          file: document.source.file,
          ...placeOf(document, passage, crossing),
          found: `“${quoteAround(passage.text, crossing)}”处的 ${passage.text.charAt(crossing)} 与别的标点交叉`,
          expected: '里面的一对先收，外面的一对后收',
          fix: '对照原件，把两个收尾的标点换过来；原件就是如此的，在编者注（notes）里说明',
        };
    }
  },
});

/** A title is one line, with all its marks in it; it has no column, and no note below it, but an editor's note. */
function* inTitle({ source, data }: LintDocument): Generator<Finding> {
  const { title = '', notes } = data;
  if (notes?.some(({ field }) => field === 'title')) return;
  for (const pair of PAIRS) {
    const [lone] = loneInBlock(title, pair);
    if (lone === undefined) continue;
    yield {
      file: source.file,
      line: source.lineOf(['title']),
      found: `标题“${quoteAround(title, lone)}”处的 ${title.charAt(lone)} 没有配对`,
      expected: `标题里成对的${pair.name}`,
      fix: '对照原件补上；原件本来缺的，在编者注（notes）加一条 - { text: 说明, field: title }',
    };
  }
}

const OPENING = '《〈（“「『【';
const CLOSING = '》〉）”」』】';

/** Index of a mark that closes an outer pair before the pair within it is closed: 《甲“乙》丙”. */
function crossingMark(text: string): number | undefined {
  const waiting: number[] = [];
  for (const { index, 0: char } of text.matchAll(/[《〈（“「『【》〉）”」』】]/g)) {
    const kind = CLOSING.indexOf(char);
    if (kind < 0) {
      waiting.push(index);
      continue;
    }
    const partner = waiting.findLastIndex((at) => text.charAt(at) === OPENING.charAt(kind));
    if (partner < 0) continue;
    const within = waiting.splice(partner).slice(1);
    if (within.some((at) => closesLater(text, text.charAt(at), index))) return index;
  }
  return undefined;
}

/** Whether what an opening mark opens is closed after an index, before another of its kind opens. */
function closesLater(text: string, open: string, after: number): boolean {
  const close = CLOSING.charAt(OPENING.indexOf(open));
  const [closes, opens] = [text.indexOf(close, after + 1), text.indexOf(open, after + 1)];
  return closes >= 0 && (opens < 0 || closes < opens);
}

/** For each block the indexes of its marks that have no partner in it, pairs around whole paragraphs left out. */
function loneMarks(texts: readonly string[], marks: readonly number[], pair: Pair): number[][] {
  const bit = bitOf(pair);
  if (!marks.some((held) => held & bit)) return [];
  const lone = texts.map((text, index) => ((marks[index] ?? 0) & bit ? loneInBlock(text, pair) : []));
  if (lone.every(({ length }) => length === 0)) return [];
  let opened: number[] = [];
  for (const [index, text] of texts.entries()) {
    const { opens, closes, begins } = edgesOf(text, lone[index] ?? [], pair);
    const previous = opened.at(-1);
    const again = pair.repeats === true && previous === index - 1;
    if (opens) opened = again ? [...opened, index] : [index];
    else if (previous !== undefined && (closes ? index - previous <= pair.reach : again && begins)) {
      for (const block of opened) lone[block]?.shift();
      if (closes) lone[index]?.pop();
      opened = [];
    }
  }
  return lone;
}

/** Whether a lone mark opens or closes the whole block, and whether the block begins with an opening mark at all. */
function edgesOf(text: string, lone: readonly number[], { open, close }: Pair) {
  const [first, last] = [lone[0], lone.at(-1)];
  const begins = open.includes(text.trimStart().charAt(0) || ' ');
  const opens = begins && first !== undefined && text.slice(0, first).trim() === '';
  const ends = last !== undefined && /^[。；，、]?\s*$/.test(text.slice(last + 1));
  return { begins, opens, closes: ends && close.includes(text.charAt(last)) };
}

/** Indexes of a block's marks without a partner in it, ascending. */
function loneInBlock(text: string, pair: Pair): number[] {
  const lone = loneAmong(text, pair).filter((at) => !/[[\]]/.test(text.charAt(at)) && !isOfNumber(text, at));
  if (lone.length === 0 || !pair.open.includes('(') || !/[)）]/.test(text)) return lone;
  // As `d)` of (c + d) closes a bracket, only what leaves fewer marks alone is an enumerator.
  const enumerated = loneAmong(withoutEnumerators(text), pair);
  return enumerated.length <= lone.length ? enumerated : lone;
}

/** The bracket of a document number's year; whatever is wrong with that is told by the rule on broken numbers. */
function isOfNumber(text: string, at: number): boolean {
  if (!/[〔〕［］]/.test(text.charAt(at))) return false;
  return /[字发函办令告]\s?[〔［]?\d{0,4}$/.test(text.slice(Math.max(0, at - 8), at));
}

function loneAmong(text: string, pair: Pair): number[] {
  const { open } = pair;
  const bit = bitOf(pair);
  const masked = open === '‘' ? text.replace(APOSTROPHE, ' ') : text;
  const waiting: number[] = [];
  const lone: number[] = [];
  for (let at = 0; at < masked.length; at++) {
    if ((MARKS.classesOf(masked.charCodeAt(at)) & bit) === 0) continue;
    if (open.includes(masked.charAt(at))) waiting.push(at);
    else if (waiting.pop() === undefined) lone.push(at);
  }
  return [...lone, ...waiting].sort((a, b) => a - b);
}

function withoutEnumerators(text: string): string {
  return text.replace(ENUMERATOR, (match) => ' '.repeat(match.length));
}
