import { bodyFinding, isTextBlock, nodesOf, placeIn, quoteAround, textRuns } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

interface Pair {
  open: string;
  close: string;
  /** Both, for finding them. */
  marks: RegExp;
  name: string;
  /** Over how many paragraph ends a pair may reach that encloses whole paragraphs. */
  reach: number;
  /** Each of the paragraphs may open it again (GB/T 15834, on 引号). */
  repeats?: boolean;
}

/** Marks that come in pairs; half-width brackets pair with full-width ones, as old papers mix them. */
const PAIRS: readonly Pair[] = [
  { open: '《', close: '》', marks: /[《》]/g, name: '书名号《》', reach: 0 },
  // As the note under a title that says when a document was passed, set in two lines.
  { open: '（(', close: '）)', marks: /[（()）]/g, name: '括号（）', reach: 1 },
  // As where a decision quotes the articles that it amends.
  { open: '“', close: '”', marks: /[“”]/g, name: '引号“”', reach: Number.POSITIVE_INFINITY, repeats: true },
];

/** `1)` and `a)` number the items of a list: that bracket has no partner. */
const ENUMERATOR = /(?<![\p{L}\p{N}(（])(?:\d{1,2}|[a-zA-Z])[)）]/gu;

/** A bracket, quotation mark or title mark without its partner in the same paragraph, heading or cell. */
export default defineDocumentRule({
  id: 'unbalanced-marks',
  severity: 'warning',
  *check(document) {
    const blocks = [...nodesOf(document.body.tree)].filter(isTextBlock).map(textRuns);
    const texts = blocks.map((runs) => runs.map((run) => run.text).join(''));
    for (const pair of PAIRS) {
      for (const [index, [lone]] of loneMarks(texts, pair).entries()) {
        const [runs, text] = [blocks[index], texts[index]];
        if (lone === undefined || !runs || text === undefined) continue;
        const partner = pair.open.includes(text.charAt(lone)) ? pair.close.at(0) : pair.open.at(0);
        yield bodyFinding(document, placeIn(runs, lone), {
          found: `“${quoteAround(text, lone)}”处的 ${text.charAt(lone)} 没有配对`,
          expected: `同一段里成对的${pair.name}`,
          fix: `对照原件补上；原件本来缺的，写作 <Supplied>${partner}</Supplied>；一段话被拆成两段的，并作一段`,
        });
      }
    }
  },
});

/** For each block the indexes of its marks that have no partner in it, pairs around whole paragraphs left out. */
function loneMarks(texts: readonly string[], pair: Pair): number[][] {
  const lone = texts.map((text) => loneInBlock(text, pair));
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
function loneInBlock(text: string, { open, close, marks }: Pair): number[] {
  if (text.search(marks) < 0) return [];
  const masked = open.includes('(') ? text.replace(ENUMERATOR, (match) => ' '.repeat(match.length)) : text;
  const waiting: number[] = [];
  const lone: number[] = [];
  for (const { 0: char, index } of masked.matchAll(marks)) {
    if (open.includes(char)) waiting.push(index);
    else if (close.includes(char) && waiting.pop() === undefined) lone.push(index);
  }
  return [...lone, ...waiting].sort((a, b) => a - b);
}
