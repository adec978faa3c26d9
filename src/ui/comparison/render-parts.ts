/** Parts that both kinds of comparison are put together from: HTML as text, for the build and for the browser. */
import type { Run } from '../../core/comparison/inline-difference.ts';
import type { Passage } from '../../core/comparison/passages.ts';
import { escapeHtml } from '../../core/escape-html.ts';
import type { ComparedDocument } from './compared-document.ts';

/** A box that shows or hides the rows of one kind; it stands before the rows, for style sheets to see its state. */
export interface KindBox {
  kind: string;
  label: string;
  count: number;
  /** Whether there are any such rows; headings are rows that are not counted. */
  any: boolean;
}

/** Boxes for the kinds of rows. They work without a script. */
export function renderBoxes(boxes: readonly KindBox[]): string {
  return boxes
    .map(
      ({ kind, label, count, any }) =>
        `<input class="cmp-box" type="checkbox" id="show-${kind}" autocomplete="off" checked${any ? '' : ' disabled'}>` +
        `<label class="cmp-label" for="show-${kind}">${label} <b>${count}</b></label>`,
    )
    .join('');
}

/** The heads of the two columns. */
export function renderHeads(left: ComparedDocument, right: ComparedDocument): string {
  const head = ({ href, title, docNumber, name }: ComparedDocument): string =>
    `<div><p class="cmp-name">${escapeHtml(name)}</p><p><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>` +
    `${docNumber ? ` <span class="number">${escapeHtml(docNumber)}</span>` : ''}</p></div>`;
  return `<div class="cmp-heads">${head(left)}${head(right)}</div>`;
}

/** Says what the reader must bear in mind of texts of which only a part is held; empty when both are whole. */
export function renderExcerptNote(...documents: readonly ComparedDocument[]): string {
  const names = documents.filter(({ excerpt }) => excerpt).map(({ name }) => escapeHtml(name));
  if (names.length === 0) return '';
  return `<p class="cmp-note">${names.join('、')}的文件只收有摘录，摘录以外的文字不在对照之内。</p>`;
}

/*
 * A page has hundreds of rows: their parts are told by their elements rather than by classes. In a side, `p` is the place
 * with the document's name in `i`, which shows where the columns stand one above the other.
 */

/** The side of a row in which a document has the passage. */
export function renderSide(
  document: ComparedDocument,
  passage: Passage,
  text: string,
  side: 'left' | 'right',
  title = false,
): string {
  const name = `<i>${escapeHtml(document.name)}</i>`;
  const place = passage.heading ? name : `${name} ${placeLink(document, passage)}`;
  const inner = passage.heading ? placeLink(document, passage, text) : text;
  return `<div class="cmp-${side}"><p>${place}</p>${renderBlock(inner, title)}</div>`;
}

/** A passage that both documents have, once, with its place in each. */
export function renderBoth(
  left: ComparedDocument,
  right: ComparedDocument,
  passages: { left: Passage; right: Passage },
): string {
  const { heading, text } = passages.right;
  const link = (document: ComparedDocument, passage: Passage): string =>
    placeLink(
      document,
      passage,
      escapeHtml(heading ? document.name : `${document.name} ${labelOf(passage)}`),
    );
  return (
    `<div class="cmp-both"><p>${link(left, passages.left)} ${link(right, passages.right)}</p>` +
    `${renderBlock(renderText(text), heading)}</div>`
  );
}

function renderBlock(html: string, title: boolean): string {
  const tag = title ? 'h3' : 'div';
  return `<${tag} class="cmp-text">${html}</${tag}>`;
}

function labelOf({ label }: Passage): string {
  return label === '' ? '正文' : label;
}

/** A link to where a passage stands in its document. */
export function placeLink(
  { href }: ComparedDocument,
  passage: Passage,
  html = escapeHtml(labelOf(passage)),
): string {
  return `<a href="${escapeHtml(`${href}#${passage.anchor}`)}">${html}</a>`;
}

/** The side of a row in which a document has nothing of its own, and what there is to say of that. */
export function renderAbsence(document: ComparedDocument, html: string, side: 'left' | 'right'): string {
  return `<div class="cmp-${side}"><p><i>${escapeHtml(document.name)}</i></p><div class="cmp-none">${html}</div></div>`;
}

/** Text with its paragraphs kept. */
export function renderText(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

/** Runs with the changed ones in an element. */
export function renderRuns(runs: readonly Run[], element: 'ins' | 'del' | 'mark'): string {
  return runs
    .map(({ text, changed }) => (changed ? `<${element}>${renderText(text)}</${element}>` : renderText(text)))
    .join('');
}
