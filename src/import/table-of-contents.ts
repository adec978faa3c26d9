import type { Paragraph } from './join.ts';
import { numberingOf } from './numbering.ts';

/** No entry is longer, with the dots that lead to its page number. */
const LONGEST_ENTRY = 100;
/** Without a heading of its own, so many numbered lines on end that come again are a table of contents. */
const FEWEST_ENTRIES = 3;

/**
 * The paragraphs that make up a table of contents at the start of a text: entries that come again below as what they
 * announce. They are kept as text, but are no headings.
 */
export function tableOfContents(paragraphs: readonly Paragraph[]): Set<number> {
  const texts = paragraphs.map(({ text }) => entryText(text));
  const last = new Map(texts.map((text, index) => [text, index]));
  const isEntry = (index: number): boolean => {
    const text = texts[index] ?? '';
    return text !== '' && text.length <= LONGEST_ENTRY && (last.get(text) ?? index) > index;
  };
  const title = texts.findIndex((text) => text === '目录' || text === '目次');
  const start =
    title >= 0 ? title + 1 : texts.findIndex((_, index) => isEntry(index) && isNumbered(paragraphs[index]));
  const listed = new Set<number>();
  for (let at = start; at >= 0 && at < paragraphs.length && isEntry(at); at++) listed.add(at);
  // The first entry come again is the text itself.
  if (title < 0 && listed.size < FEWEST_ENTRIES) return new Set();
  return title >= 0 && listed.size > 0 ? listed.add(title) : listed;
}

/** Without spaces, dots and page number. */
function entryText(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/[.…·．—-]{2,}[（(]?\d*[)）]?$/, '')
    .replace(/(?<=[\p{Script=Han}）)》”])\d{1,3}$/u, '');
}

function isNumbered(paragraph: Paragraph | undefined): boolean {
  const kind = paragraph && numberingOf(paragraph.text)?.kind;
  return kind !== undefined && kind !== 'article' && kind !== 'item' && kind !== 'subitem';
}
