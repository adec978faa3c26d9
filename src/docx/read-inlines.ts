import type { Inline, TextMarks } from './body-model.ts';
import { type HtmlElement, type HtmlNode, hasClass, isElement, isText } from './html-tree.ts';

/** What an element adds to the setting of its text; an element that isn't listed adds nothing. */
const MARKS: Record<string, TextMarks> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  del: { strike: true },
  s: { strike: true },
  code: { code: true },
  sup: { position: 'super' },
  sub: { position: 'sub' },
};

/** The lines of an element as pieces; elements that `isBlock` names are left to the caller. */
export function readInlines(
  nodes: readonly HtmlNode[],
  isBlock: (element: HtmlElement) => boolean = () => false,
): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) collect(node, {}, isBlock, inlines);
  return trimEnds(joinAlike(inlines));
}

function collect(
  node: HtmlNode,
  marks: TextMarks,
  isBlock: (element: HtmlElement) => boolean,
  into: Inline[],
): void {
  if (isText(node)) {
    // A line break in the source is none of the text: HTML shows it as a space, Chinese lines have none.
    const { data } = node;
    into.push({ kind: 'text', text: data.includes('\n') ? data.replace(/\s*\n\s*/g, '\n') : data, ...marks });
    return;
  }
  if (!isElement(node) || isBlock(node) || isOfThePage(node)) return;
  const footnote = footnoteNumber(node);
  if (footnote !== undefined) into.push({ kind: 'footnote', number: footnote });
  else if (node.name === 'br') into.push({ kind: 'break' });
  else if (node.name === 'img')
    into.push({ kind: 'picture', src: node.attribs['src'] ?? '', alt: node.attribs['alt'] ?? '' });
  else {
    const within = { ...marks, ...marksOf(node) };
    for (const child of node.children) collect(child, within, isBlock, into);
  }
}

/** Anchors of clauses and the ways back from footnotes are the page's, not the document's. */
function isOfThePage(element: HtmlElement): boolean {
  return hasClass(element, 'anchor') || 'data-footnote-backref' in element.attribs;
}

function marksOf(element: HtmlElement): TextMarks | undefined {
  if (hasClass(element, 'supplied')) return { supplied: true };
  return Object.hasOwn(MARKS, element.name) ? MARKS[element.name] : undefined;
}

/** The number of the footnote that `<sup><a data-footnote-ref>` points to. */
function footnoteNumber({ name, children }: HtmlElement): number | undefined {
  const mark = name === 'sup' ? children.find(isElement) : undefined;
  if (!mark || !('data-footnote-ref' in mark.attribs)) return undefined;
  const number = Number(
    mark.children
      .filter(isText)
      .map(({ data }) => data)
      .join(''),
  );
  return Number.isInteger(number) ? number : undefined;
}

/** Stretches that are set alike become one, so that the file stays small. */
function joinAlike(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text' && setAlike(inline, last)) last.text += inline.text;
    else joined.push({ ...inline });
  }
  for (const inline of joined)
    if (inline.kind === 'text' && inline.text.includes('\n')) inline.text = withoutLineEnds(inline.text);
  return joined;
}

function setAlike(a: TextMarks, b: TextMarks): boolean {
  return (['bold', 'italic', 'strike', 'code', 'supplied', 'position'] as const).every(
    (mark) => a[mark] === b[mark],
  );
}

const HAN_SIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** A line end in the source stands for a space between words, and for nothing beside Chinese. */
function withoutLineEnds(text: string): string {
  return text.replace(/\n/g, (_end, at: number) =>
    HAN_SIDE.test(text[at - 1] ?? '') || HAN_SIDE.test(text[at + 1] ?? '') ? '' : ' ',
  );
}

function trimEnds(inlines: readonly Inline[]): Inline[] {
  const [first, last] = [inlines[0], inlines.at(-1)];
  if (first?.kind === 'text') first.text = first.text.trimStart();
  if (last?.kind === 'text') last.text = last.text.trimEnd();
  return inlines.filter((inline) => inline.kind !== 'text' || inline.text !== '');
}
