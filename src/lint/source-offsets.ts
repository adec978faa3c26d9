import type { SourceDocument } from '../schema/source.ts';

interface Lines {
  /** Offset in the file at which each of its lines begins. */
  file: readonly number[];
  /** The same for the lines of the body, as its parser counts them. */
  body: readonly number[];
}

const known = new WeakMap<SourceDocument, Lines>();

function linesOf(source: SourceDocument): Lines {
  const lines = known.get(source) ?? {
    file: lineStarts(source.text, 0),
    body: lineStarts(source.body, bodyOffset(source)),
  };
  known.set(source, lines);
  return lines;
}

/** Where in the file the body begins, in UTF-16 units. */
export function bodyOffset({ text, body }: Pick<SourceDocument, 'text' | 'body'>): number {
  return text.length - body.length;
}

function lineStarts(text: string, from: number): number[] {
  return [
    from,
    ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => from + index + end.length),
  ];
}

/** The offset in the file of a place in the body, whatever its line ends (a tree counts them all as one character). */
export function fileOffset(
  source: SourceDocument,
  { line, column }: { line: number; column: number },
): number {
  return (linesOf(source).body[line - 1] ?? source.text.length) + column - 1;
}

/** The line and column, both 1-based, of an offset in the file. */
export function filePlace(source: SourceDocument, offset: number): { line: number; column: number } {
  const starts = linesOf(source).file;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

const ESCAPED = /[!-/:-@[-`{-~]/;
const REFERENCE = /^&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|[A-Za-z][A-Za-z\d]{1,31});/;

/**
 * Where each character of a text node stands in its Markdown source, and, last, where the text ends: backslash escapes,
 * character references and the indents of continued lines are passed over. Undefined when the two don't agree.
 */
export function literalOffsets(source: string, value: string): number[] | undefined {
  const offsets: number[] = [];
  let at = 0;
  for (let index = 0; index < value.length; ) {
    const step = stepOver(source, at, value, index);
    if (!step) return undefined;
    for (let unit = 0; unit < step.units; unit++) offsets.push(step.from);
    at = step.to;
    index += step.units;
  }
  offsets.push(at);
  return offsets;
}

interface Step {
  /** Where the character's source begins and ends. */
  from: number;
  to: number;
  /** How many UTF-16 units of the value it makes. */
  units: number;
}

function stepOver(source: string, at: number, value: string, index: number): Step | undefined {
  const [char, wanted] = [source[at], value[index]];
  if (wanted === '\n') return stepOverLineEnd(source, at);
  if (char === '\\' && source[at + 1] === wanted && ESCAPED.test(wanted ?? ''))
    return { from: at, to: at + 2, units: 1 };
  const reference = char === '&' ? REFERENCE.exec(source.slice(at, at + 40)) : null;
  if (reference) {
    const code = reference[1] === undefined ? Number.parseInt(reference[2] ?? '0', 16) : Number(reference[1]);
    return { from: at, to: at + reference[0].length, units: code > 0xffff ? 2 : 1 };
  }
  return char === wanted ? { from: at, to: at + 1, units: 1 } : undefined;
}

/** A soft line end: space before it and the next line's indent are no part of the text. */
function stepOverLineEnd(source: string, at: number): Step | undefined {
  const [whole] = /^[ \t]*(?:\r\n|\n|\r)[ \t]*/.exec(source.slice(at)) ?? [];
  return whole === undefined ? undefined : { from: at, to: at + whole.length, units: 1 };
}
