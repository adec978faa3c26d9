import type { Parents } from 'mdast';
import { bodyFinding, isTextBlock, nodesOf, placeIn, quoteAround, textRuns } from '../body.ts';
import { defineDocumentRule } from '../rule.ts';

/** Marks that come in pairs; half-width brackets pair with full-width ones, as old papers mix them. */
const PAIRS: readonly { open: string; close: string; name: string }[] = [
  { open: '《', close: '》', name: '书名号《》' },
  { open: '（(', close: '）)', name: '括号（）' },
  { open: '“', close: '”', name: '引号“”' },
];

/** `1)` and `a)` number the items of a list: that bracket has no partner. */
const ENUMERATOR = /(?<![\p{L}\p{N}(（])(?:\d{1,2}|[a-zA-Z])[)）]/gu;

/** A bracket, quotation mark or title mark without its partner in the same paragraph, heading or cell. */
export default defineDocumentRule({
  id: 'unbalanced-marks',
  severity: 'warning',
  *check(document) {
    const blocks = [...nodesOf(document.body.tree)].filter(isTextBlock);
    for (const [index, block] of blocks.entries()) {
      const runs = textRuns(block);
      const text = runs.map((run) => run.text).join('');
      for (const pair of PAIRS) {
        const lone = loneMark(text, pair);
        if (lone === undefined || opensNextToo(text, lone, blocks[index + 1])) continue;
        const opens = pair.open.includes(text.charAt(lone));
        yield bodyFinding(document, placeIn(runs, lone), {
          found: `“${quoteAround(text, lone)}”处的 ${text.charAt(lone)} 没有配对`,
          expected: `同一段里成对的${pair.name}`,
          fix: `对照原件补上；原件本来缺的，写作 <Supplied>${opens ? pair.close.at(0) : pair.open.at(0)}</Supplied>；一段话被拆成两段的，并作一段`,
        });
      }
    }
  },
});

/** Index of the first mark without a partner, or undefined. */
function loneMark(text: string, { open, close }: { open: string; close: string }): number | undefined {
  const masked = open.includes('(') ? text.replace(ENUMERATOR, (match) => ' '.repeat(match.length)) : text;
  const waiting: number[] = [];
  for (let index = 0; index < masked.length; index++) {
    const char = masked.charAt(index);
    if (open.includes(char)) waiting.push(index);
    else if (close.includes(char) && waiting.pop() === undefined) return index;
  }
  return waiting[0];
}

/** A quotation of several paragraphs opens each of them and closes only the last (GB/T 15834, on 引号). */
function opensNextToo(text: string, lone: number, next: Parents | undefined): boolean {
  if (text.charAt(lone) !== '“' || text.slice(0, lone).trim() !== '' || !next) return false;
  return textRuns(next)
    .map((run) => run.text)
    .join('')
    .trimStart()
    .startsWith('“');
}
