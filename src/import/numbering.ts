/** How official papers number their parts, outermost first: GB/T 9704-2012 §7.3.3, and 编、章、节、条 of regulations. */
export type NumberingKind =
  | 'book'
  | 'subbook'
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
/** Words behind 第一章 in a sentence about it, and 第一节课; but 规划, 起诉 and the like begin names. */
const ABOUT = [
  '[的里内与或至到第、已是为以]',
  '所(?!有|得)',
  '和(?!解|谐)',
  '及(?!格)',
  '中(?![国介小学央医外等标华])',
  '规(?![划范])',
  '课(?![程堂题])',
  '共(?![同有享])',
  '起(?![诉草重])',
  '外(?![商国部汇事资籍])',
].join('|');

/** The number of a part, set off from its name by a space, or glued to a short name without punctuation: 第一章总　则. */
function part(word: string): RegExp {
  return new RegExp(`^第${HAN}${word}(?=[\\s\\u3000]|$|(?!${ABOUT})[^，。；：！？,.;:]{1,30}$)`);
}

const PATTERNS: [NumberingKind, RegExp][] = [
  ['book', part('(?:编|篇|部分)')],
  ['subbook', part('分编')],
  ['chapter', part('章')],
  ['chapterSection', part('节')],
  [
    'article',
    new RegExp(
      `^第${HAN}条(?:之${HAN})?(?=[\\s\\u3000]|$|(?:为|本|凡|根据|依照|国家|各级|县级|学校|教师)\\S)`,
    ),
  ],
  ['part', new RegExp(`^${HAN}[、．]`)],
  ['section', new RegExp(`^[（(]\\s?${HAN}\\s?[)）]`)],
  ['section', new RegExp(`^${HAN}[)）]`)],
  ['item', /^[0-9０-９]{1,3}(?:[.．](?![0-9０-９])|、)/],
  // (81)国发23号 is a number of the old kind.
  [
    'subitem',
    /^(?![（(][0-9]{2}[)）]\p{Script=Han}{1,8}第?[0-9]{1,4}号)(?:[（(]\s?[0-9０-９]{1,3}\s?[)）]|[0-9０-９]{1,3}[)）]|[①-⑳])/u,
  ],
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
