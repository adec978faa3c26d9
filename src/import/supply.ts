import { numberingOf } from './numbering.ts';

/** A bracket that the source lost and the importer puts back, marked as supplied. */
export interface Supply {
  /** UTF-16 offset in the source paragraph before which it goes. */
  at: number;
  text: '（' | '《';
  /** Why it is taken to be lost there, in Chinese. */
  reason: string;
}

/** A bracket that stands alone and cannot be paired with certainty. */
export interface Unpaired {
  at: number;
  text: string;
}

/** Finds lost opening brackets: `一)…` at the start, and a `》` whose title can only begin in one place. */
export function lostBrackets(text: string): { supplies: Supply[]; unpaired: Unpaired[] } {
  const supplies: Supply[] = [];
  const numbering = numberingOf(text);
  if (numbering?.lostBracket) {
    supplies.push({ at: 0, text: '（', reason: `层次序数“${numbering.label}”缺前括号` });
  }
  const unpaired: Unpaired[] = [];
  for (const lone of unpairedBrackets(text)) {
    if (lone.text === '》') {
      const at = titleStart(text, lone.at);
      if (at !== undefined) {
        supplies.push({ at, text: '《', reason: `书名“${text.slice(at, lone.at)}”缺前书名号` });
        continue;
      }
    }
    const isOrdinal = numbering !== undefined && lone.at < numbering.label.length;
    if (!isOrdinal) unpaired.push(lone);
  }
  return { supplies: supplies.sort((a, b) => a.at - b.at), unpaired };
}

const CLOSERS: Record<string, string> = { ')': '(', '）': '(', '》': '《', '〕': '〔', '】': '【', '”': '“' };
const OPENERS = '(（《〔【“';

/** Brackets and quotation marks without their other half, in text order. Half and full width of a bracket pair up. */
export function unpairedBrackets(text: string): Unpaired[] {
  const open: Record<string, Unpaired[]> = {};
  const lone: Unpaired[] = [];
  for (const [at, char] of text.split('').entries()) {
    if (OPENERS.includes(char)) {
      const kind = char === '（' ? '(' : char;
      open[kind] ??= [];
      open[kind].push({ at, text: char });
    }
    const opener = CLOSERS[char];
    if (opener !== undefined && !open[opener]?.pop()) lone.push({ at, text: char });
  }
  return [...lone, ...Object.values(open).flat()].sort((a, b) => a.at - b.at);
}

/** How far back a lost 《 is looked for, in UTF-16 units. */
const LONGEST_TITLE = 120;

/**
 * Where a title that lost its 《 begins. Only two places are certain: right after a 、 that separates it from
 * another title, or after 》 and a conjunction. Anything else would be a guess at another's words.
 */
function titleStart(text: string, end: number): number | undefined {
  const from = Math.max(0, end - LONGEST_TITLE);
  const before = text.slice(from, end);
  const edge =
    /(?:》、?(?:以及|和|与|及)|》(?:[（(][^（）()]*[）)])?、)(?:以及|和|与|及)?(?=[^《》，。；：、,;:]{4,}$)/.exec(
      before,
    );
  return edge ? from + edge.index + edge[0].length : undefined;
}
