import { elementsBelow, type PageElement, textOf } from './page-tree.ts';

/** A footnote of a page: where it is referred to, and the element that holds its text. */
export interface PageFootnote {
  id: string;
  reference: PageElement;
  note: PageElement;
  /** The link in the note that leads back: its sign is no text of the note. */
  back: PageElement;
}

/** Names that Word and its like give to the places of footnotes. */
const PLACE = /^#_?(?:ftn|edn|fn|footnote|endnote|note|cite_note)[-_:]?\w*$/i;
const SIGN = /^[[［【〔(（]?\s*(?:\d{1,3}|[①-⑳*†])\s*[\]］】〕)）]?$/;

/** Footnotes are pairs of links that lead to one another, each a mere sign. */
export function pageFootnotes(root: PageElement): PageFootnote[] {
  const links = elementsBelow(root).filter(({ name, attributes }) => {
    return name === 'a' && PLACE.test(attributes['href'] ?? '');
  });
  const signs = links.filter((link) => SIGN.test(textOf(link)));
  const found: PageFootnote[] = [];
  for (const reference of signs) {
    const back = signs.find(
      (each) => each !== reference && leadsTo(reference, each) && leadsTo(each, reference),
    );
    // The note stands below its reference; the pair is met twice.
    if (!back || found.some((each) => each.back === reference || each.reference === reference)) continue;
    const note = noteAround(back);
    if (note) found.push({ id: String(found.length + 1), reference, note, back });
  }
  return found;
}

function leadsTo(from: PageElement, to: PageElement): boolean {
  const place = (from.attributes['href'] ?? '').slice(1);
  const holder = [to, to.parent, ...elementsBelow(to)];
  if (place === '') return false;
  if (holder.some((each) => each?.attributes['name'] === place || each?.attributes['id'] === place))
    return true;
  const around = noteAround(to);
  return around?.attributes['id'] === place || around?.parent?.attributes['id'] === place;
}

/** The paragraph, or Word's own box, that a link stands in. */
function noteAround(link: PageElement): PageElement | undefined {
  let block: PageElement | undefined;
  for (let at = link.parent; at; at = at.parent) {
    if (/^_?(?:ftn|edn|fn|footnote|endnote|note)/i.test(at.attributes['id'] ?? '') && at.name === 'div')
      return at;
    block ??= ['p', 'li', 'div', 'td', 'dd'].includes(at.name) ? at : undefined;
    if (at.name === 'body') break;
  }
  return block;
}
