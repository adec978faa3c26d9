import type { Finding } from './finding.ts';
import type { Paragraph } from './join.ts';
import { type NumberingKind, numberingOf } from './numbering.ts';
import { tableOfContents } from './table-of-contents.ts';

/** Kinds of numbering that can head a part of a text, outermost first. 条 and below number paragraphs, not headings. */
const HEADING_ORDER: readonly NumberingKind[] = [
  ...(['book', 'subbook', 'chapter', 'chapterSection', 'part', 'section'] as const),
];
/** Numbers of a regulation's parts head whatever they stand before; 一、 and （一） may also number items. */
const ALWAYS: ReadonlySet<NumberingKind> = new Set(['book', 'subbook', 'chapter', 'chapterSection']);

/** Longer lines are paragraphs that begin with a number, in UTF-16 units. */
const LONGEST_HEADING = 50;

/** A heading without a number is shorter still. */
const LONGEST_UNNUMBERED = 16;

interface Candidate {
  /** What numbers it, if it is numbered as a heading may be. */
  kind?: NumberingKind;
  /** The depth at which the source itself calls it a heading. */
  marker?: number;
  /** It has text of its own below it. */
  leads: boolean;
}

/**
 * Depth of each paragraph as a heading, 1 outermost, or undefined. Depths are ranks: a text of 节 and 一、 has two,
 * whatever else it lacks. Whether 一、 or （一） heads a part or numbers an item is judged for the whole document: they
 * are headings when most of the short ones have text of their own below them.
 */
export function headingDepths(paragraphs: readonly Paragraph[]): {
  depths: (number | undefined)[];
  findings: Finding[];
} {
  const listed = tableOfContents(paragraphs);
  const candidates = paragraphs.map((_, index) =>
    listed.has(index) ? undefined : candidateAt(paragraphs, index),
  );
  const hasArticles = paragraphs.some(({ text }) => numberingOf(text)?.kind === 'article');
  const accepted = new Set(
    HEADING_ORDER.filter((kind) => areHeadings(paragraphs, candidates, kind, hasArticles)),
  );
  const isHeading = (candidate: Candidate | undefined): candidate is Candidate => {
    if (candidate?.marker !== undefined) return true;
    return candidate?.kind !== undefined && accepted.has(candidate.kind);
  };
  const headings = candidates.map((candidate) => (isHeading(candidate) ? candidate : undefined));
  const items = hasArticles ? [] : paragraphs.filter((_, index) => candidates[index] && !headings[index]);
  const plain = hasArticles || headings.some((heading) => heading) ? [] : unnumberedHeadings(paragraphs);
  const findings = [
    ...(items[0] ? [itemsFinding(items[0], items.length)] : []),
    ...(plain[0] && plain.length > 1 ? [plainFinding(plain[0], plain.length)] : []),
  ];
  return { depths: depthsOf(headings), findings };
}

/**
 * Short lines without a number or punctuation, each above a whole sentence. Whatever font they are in, as many of them
 * are names and captions as headings: an editor decides, no guess.
 */
function unnumberedHeadings(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.filter(({ text, lines }, index) => {
    const below = paragraphs[index + 1]?.text ?? '';
    const isShort = text.length >= 2 && text.length <= LONGEST_UNNUMBERED;
    const isText = below.length > text.length && /[。！？；：]$/.test(below);
    const isRight = lines[0]?.look?.align === 'right';
    return isShort && isText && !isRight && /^\p{Script=Han}+$/u.test(text);
  });
}

function plainFinding({ text, line }: Paragraph, count: number): Finding {
  const message = `从“${text}”起有 ${count} 个没有序数的短段像小标题，没有作标题；是标题的，在行首加“## ”`;
  return { kind: 'attention', line, message };
}

function itemsFinding({ text, line }: Paragraph, count: number): Finding {
  const label = numberingOf(text)?.label ?? '';
  const message = `从“${label}”起有 ${count} 个带序数的短段当作条目，没有作标题：多数下面没有自己的正文`;
  return { kind: 'guessed', line, message };
}

function areHeadings(
  paragraphs: readonly Paragraph[],
  candidates: readonly (Candidate | undefined)[],
  kind: NumberingKind,
  hasArticles: boolean,
): boolean {
  if (ALWAYS.has(kind)) return true;
  const level = candidates.flatMap((candidate, index) => {
    return candidate?.kind === kind && candidate.marker === undefined ? [{ ...candidate, index }] : [];
  });
  // In a text of 条, 一、 and （一） number the items of an article, unless articles stand below them.
  const leading = level.filter(({ leads, index }) => {
    if (!hasArticles) return leads;
    const [text = '', below = ''] = [paragraphs[index]?.text, paragraphs[index + 1]?.text];
    return !/[。；]$/.test(text) && numberingOf(below)?.kind === 'article';
  });
  return leading.length * 2 > level.length;
}

function candidateAt(paragraphs: readonly Paragraph[], index: number): Candidate | undefined {
  const paragraph = paragraphs[index];
  if (!paragraph) return undefined;
  const marker = paragraph.lines[0]?.marker;
  const kind = headingKind(paragraph);
  if (marker !== undefined) return { marker, ...(kind ? { kind } : {}), leads: true };
  if (!kind || !isHeadingLike(paragraph.text)) return undefined;
  const next = paragraphs[index + 1];
  const below = next && headingKind(next);
  const deeper = below === undefined || HEADING_ORDER.indexOf(below) > HEADING_ORDER.indexOf(kind);
  return { kind, leads: next !== undefined && deeper };
}

function headingKind({ text }: Paragraph): NumberingKind | undefined {
  const kind = numberingOf(text)?.kind;
  return kind !== undefined && HEADING_ORDER.includes(kind) ? kind : undefined;
}

/** One sentence of a heading's length; 一、加强领导。各校要…… and 一、目标：……。 are paragraphs that begin with their heading. */
function isHeadingLike(text: string): boolean {
  return (
    text.length <= LONGEST_HEADING &&
    !/[。！？；;!?](?=.)|[：:].+[。；]$/.test(text) &&
    !/[：:，,、]$/.test(text)
  );
}

/** Ranks of the headings among those in use: by the source's own depths, and by numbering where it gives none. */
function depthsOf(headings: readonly (Candidate | undefined)[]): (number | undefined)[] {
  const keys = headings.map((heading) => heading && depthKey(heading, headings));
  const ranks = [...new Set(keys.filter((key) => key !== undefined))].sort((a, b) => a - b);
  return keys.map((key) => (key === undefined ? undefined : ranks.indexOf(key) + 1));
}

/**
 * A number by which depths compare. A numbered heading without a depth of its own takes that of others with its kind
 * of number, else comes below those whose kind goes further out.
 */
function depthKey({ marker, kind }: Candidate, headings: readonly (Candidate | undefined)[]): number {
  if (marker !== undefined) return marker;
  const marked = headings.filter((heading) => heading?.marker !== undefined);
  const place = kind === undefined ? 0 : HEADING_ORDER.indexOf(kind);
  if (marked.length === 0) return place;
  const alike = marked.find((heading) => heading?.kind === kind);
  if (alike?.marker !== undefined) return alike.marker;
  const outer = marked.filter(
    (heading) => heading?.kind !== undefined && HEADING_ORDER.indexOf(heading.kind) < place,
  );
  const markers = (outer.length > 0 ? outer : marked.filter((heading) => heading?.kind === undefined)).map(
    (heading) => heading?.marker ?? 0,
  );
  const inner = marked.map((heading) => heading?.marker ?? 0);
  return markers.length > 0
    ? Math.max(...markers) + (place + 1) / 10
    : Math.min(...inner) - 1 + (place + 1) / 10;
}
