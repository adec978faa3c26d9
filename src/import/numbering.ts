/** How official papers number their parts, outermost first: GB/T 9704-2012 §7.3.3, and 章、节、条 of regulations. */
export type NumberingKind =
  | 'chapter'
  | 'chapterSection'
  | 'article'
  | 'part'
  | 'section'
  | 'item'
  | 'subitem';

/** The number that a line begins with. */
export interface Numbering {
  kind: NumberingKind;
  /** The number with its brackets or dot, as it stands at the start of the line. */
  label: string;
  /** True for `一)` and `一）`: the opening bracket is missing. */
  lostBracket: boolean;
}

const HAN = '[〇零一二三四五六七八九十百千]+';
const PATTERNS: [NumberingKind, RegExp][] = [
  ['chapter', new RegExp(`^第${HAN}[章编](?=[\\s\\u3000]|$)`)],
  ['chapterSection', new RegExp(`^第${HAN}节(?=[\\s\\u3000]|$)`)],
  ['article', new RegExp(`^第${HAN}条(?:之${HAN})?(?=[\\s\\u3000]|$)`)],
  ['part', new RegExp(`^${HAN}[、．]`)],
  ['section', new RegExp(`^[（(]\\s?${HAN}\\s?[)）]`)],
  ['section', new RegExp(`^${HAN}[)）]`)],
  ['item', /^[0-9０-９]{1,3}(?:[.．](?![0-9０-９])|、)/],
  ['subitem', /^(?:[（(]\s?[0-9０-９]{1,3}\s?[)）]|[0-9０-９]{1,3}[)）]|[①-⑳])/],
];

/** The numbering at the start of a line, or undefined. */
export function numberingOf(text: string): Numbering | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match) {
      return { kind, label: match[0], lostBracket: kind === 'section' && !/^[（(]/.test(match[0]) };
    }
  }
  return undefined;
}
