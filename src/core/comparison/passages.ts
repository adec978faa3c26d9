import { type Opening, type Ordinal, readOpening } from '../ordinals.ts';

/** A block of a document's body as its page or the search index holds it. */
export interface TextBlock {
  /** Id of the block on the document's page. */
  anchor: string;
  /** The clause in which the block stands; the one that it opens has the block's own anchor. */
  clause: { anchor: string; label: string } | undefined;
  heading: boolean;
  text: string;
}

/** What a comparison compares: a heading, or a measure with all its paragraphs. */
export interface Passage {
  /** Fragment of its address on the document's page. */
  anchor: string;
  /** How its place is cited, e.g. 第三部分第6条; empty before the first clause. */
  label: string;
  heading: boolean;
  /** As printed, its number included; paragraphs are joined by line feeds. */
  text: string;
  /** Length of the number at the beginning of the text, in UTF-16 units. */
  numberLength: number;
  /** Index of the heading under which it stands, or -1. */
  parent: number;
}

/** How high a heading stands: parts hold sections, sections items. An unnumbered heading stands as high as a part. */
const RANKS: Record<Ordinal['level'], number> = {
  chapter: 0,
  part: 1,
  section: 2,
  article: 3,
  item: 4,
  subitem: 5,
};
/** A numbered line without a sentence, no longer than this many UTF-16 units, is a heading in all but its markup. */
const LONGEST_TITLE = 40;

/**
 * Gathers blocks into passages. A numbered measure takes in the unnumbered paragraphs that follow it; under a heading
 * each paragraph stands for itself.
 */
export function gatherPassages(blocks: readonly TextBlock[]): Passage[] {
  const passages: Passage[] = [];
  /** Open headings, the highest first. */
  const headings: { index: number; rank: number }[] = [];
  /** Anchor of the numbered measure that is being read. */
  let measure: string | undefined;
  for (const { anchor, clause, heading: marked, text: raw } of blocks) {
    const text = withoutWayBack(raw);
    if (text === '') continue;
    const opening = readOpening(text);
    const opens = clause !== undefined && clause.anchor === anchor;
    const heading = marked || (opens && isTitle(text, opening));
    const last = passages.at(-1);
    if (!heading && !opens && last && measure !== undefined && clause?.anchor === measure && isProse(text)) {
      last.text += `\n${text}`;
      continue;
    }
    if (heading) {
      const rank = RANKS[opening?.ordinal.level ?? 'part'];
      while ((headings.at(-1)?.rank ?? -1) >= rank) headings.pop();
      passages.push(passage(anchor, clause?.label, true, text, opening, headings.at(-1)?.index));
      headings.push({ index: passages.length - 1, rank });
    } else passages.push(passage(anchor, clause?.label, false, text, opening, headings.at(-1)?.index));
    measure = opens && !heading ? anchor : undefined;
  }
  return passages;
}

/** The way back from a footnote is no part of its text. */
function withoutWayBack(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.endsWith('↩') ? trimmed.replace(/[\s↩]+$/u, '') : trimmed;
}

function passage(
  anchor: string,
  label = '',
  heading: boolean,
  text: string,
  opening: Opening | undefined,
  parent = -1,
): Passage {
  return { anchor, label, heading, text, numberLength: opening?.length ?? 0, parent };
}

/** Whether a passage says what is to be done: neither a heading, nor a salutation, a signature or a date. */
export function isMeasure({ heading, label, text, numberLength }: Passage): boolean {
  return !heading && label !== '' && (numberLength > 0 || isProse(text));
}

/** A paragraph of a measure, rather than a cell of a table or the signature and date under a document. */
function isProse(text: string): boolean {
  return text.length > LONGEST_TITLE || /[。；：！？…，、”）)]$/u.test(text);
}

function isTitle(text: string, opening: Opening | undefined): boolean {
  const level = opening?.ordinal.level;
  if (level !== 'chapter' && level !== 'part' && level !== 'section') return false;
  return text.length <= LONGEST_TITLE && !/[。；！？，：](?=.)/u.test(text);
}
