import { formatChineseNumeral } from '../core/numerals.ts';
import type { ClauseMark } from './clause-marks.ts';

/** A line of a text as the sequence sees it: numbered, a heading without a number, the beginning of an attachment, or plain. */
export interface SequenceLine {
  text: string;
  mark?: ClauseMark;
  kind: 'numbered' | 'heading' | 'attachment' | 'plain';
}

/** A number that doesn't follow. */
export interface SequenceFault {
  /** Index of the line. */
  line: number;
  kind: 'gap' | 'start' | 'repeat' | 'back';
  mark: ClauseMark;
  /** The number before it in its sequence; undefined at the start. */
  previous?: ClauseMark | undefined;
  /** Numbers that are missing, for a gap or a start. */
  missing: readonly number[];
}

interface Sequence {
  style: string;
  rank: number;
  last: ClauseMark;
  lastLine: number;
  /** The line with its first number. */
  firstText: string;
  seen: Set<number>;
}

/** Of a longer gap only so many are named. */
const MOST_MISSING = 30;

/**
 * Judges the numbers of a text's lines, each style within its parent. Legitimate are a restart at 1 under a new parent
 * or after a plain line, a numbering that runs on across parents, 第十条之一 after 第十条, a table of contents before
 * the text, and numbers that stand inside a paragraph instead of at its beginning.
 */
export function sequenceFaults(lines: readonly SequenceLine[]): SequenceFault[] {
  const walk = new Walk(lines);
  return lines.flatMap((line, index) => walk.take(line, index) ?? []);
}

class Walk {
  private readonly lines: readonly SequenceLine[];
  private open: Sequence[] = [];
  /** The last number of each style, whatever its parent. */
  private readonly latest = new Map<string, ClauseMark>();
  private lastMarked = 0;

  constructor(lines: readonly SequenceLine[]) {
    this.lines = lines;
  }

  take({ text, mark, kind }: SequenceLine, index: number): SequenceFault | undefined {
    if (kind === 'attachment') {
      this.open = [];
      this.latest.clear();
      this.lastMarked = index;
    }
    if (kind === 'heading') this.open = [];
    if (!mark) return undefined;
    const at = this.open.findIndex(({ style }) => style === mark.style);
    const fault = at < 0 ? this.begin(mark, index, text) : this.follow(at, mark, index, text);
    this.latest.set(mark.style, mark);
    this.lastMarked = index;
    return fault;
  }

  /** A style that is not open: the first number under a new parent. */
  private begin(mark: ClauseMark, line: number, text: string): SequenceFault | undefined {
    this.open = this.open.filter(({ rank }) => rank < mark.rank);
    this.open.push(sequence(mark, line, text));
    const before = this.latest.get(mark.style);
    if (mark.number === 1 || (before && follows(before, mark))) return undefined;
    const runsOn = before && mark.style.startsWith('第') && before.number < mark.number;
    const from = runsOn ? before.number + 1 : 1;
    const missing = this.absent(range(from, mark.number - 1), mark, this.lastMarked, line);
    return missing.length === 0 ? undefined : { line, kind: 'start', mark, missing };
  }

  /** The next number of an open sequence; what stood open below it ends. */
  private follow(at: number, mark: ClauseMark, line: number, text: string): SequenceFault | undefined {
    this.open = this.open.slice(0, at + 1);
    const open = this.open[at];
    if (!open) return undefined;
    const { last: previous, lastLine } = open;
    const restart = mark.number === 1 && this.mayRestart(open, line, text);
    if (restart) this.open[at] = sequence(mark, line, text);
    else {
      open.last = mark;
      open.lastLine = line;
    }
    const known = new Set(open.seen);
    open.seen.add(mark.number);
    if (restart || follows(previous, mark)) return undefined;
    if (mark.number > previous.number) {
      const skipped = range(previous.number + 1, mark.number - 1).filter((number) => !known.has(number));
      const missing = this.absent(skipped, mark, lastLine, line);
      return missing.length === 0 ? undefined : { line, kind: 'gap', mark, previous, missing };
    }
    const kind = mark.number === previous.number ? 'repeat' : 'back';
    return { line, kind, mark, previous, missing: [] };
  }

  /** A list may begin anew after a plain line or another style's number, a text after its table of contents. */
  private mayRestart({ last, lastLine, firstText }: Sequence, line: number, text: string): boolean {
    if (bare(text) === bare(firstText)) return true;
    const between = this.lines.slice(lastLine + 1, line);
    if (last.number > 1 || between.some(({ mark }) => mark)) return between.length > 0;
    return between.some((each) => /[：:]\s*$/.test(each.text));
  }

  /** Those of the numbers that stand nowhere in the lines between either, in whatever style. */
  private absent(numbers: readonly number[], mark: ClauseMark, from: number, to: number): number[] {
    if (numbers.length === 0) return [];
    const text = this.lines
      .slice(from, to)
      .map((line) => line.text)
      .join('\n');
    return numbers.filter((number) => !mentions(text, number, mark));
  }
}

function sequence(mark: ClauseMark, line: number, text: string): Sequence {
  const { style, rank, number } = mark;
  return { style, rank, last: mark, lastLine: line, firstText: text, seen: new Set([number]) };
}

function follows(previous: ClauseMark, mark: ClauseMark): boolean {
  if (mark.suffix > 0) return mark.number === previous.number && mark.suffix === previous.suffix + 1;
  return mark.number === previous.number + 1;
}

function range(from: number, to: number): number[] {
  return Array.from(
    { length: Math.min(MOST_MISSING, Math.max(0, to - from + 1)) },
    (_, index) => from + index,
  );
}

/** Whether a number of a style stands in a text, be it in the middle of a paragraph or with a slip in its mark. */
function mentions(text: string, number: number, { style }: ClauseMark): boolean {
  if (style === '①') return text.includes(String.fromCharCode(0x245f + number));
  const han = formatChineseNumeral(number);
  if (style.startsWith('第')) return new RegExp(`第\\s?(?:${han}|${number})\\s?${style.slice(2)}`).test(text);
  const digits = /[一㈠]/.test(style) ? han : String(number);
  const ends = /[）㈠⑴]/.test(style) ? '[)）]' : '[、.．]';
  const alone = `(?<![\\d第（(〇零一二三四五六七八九十百])${digits}\\s?${ends}|^${digits}[\\s\\u3000]`;
  const bracketed = ends === '[)）]' ? `|[（(]\\s?${digits}\\s?[)）]` : '';
  return new RegExp(alone + bracketed, 'm').test(text);
}

function bare(text: string): string {
  return text.replace(/[\s\u3000]/g, '');
}
