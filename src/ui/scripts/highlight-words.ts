/** Marks keywords in the document's text, with the same matching as the search itself. */

import { INLINE, SKIPPED } from '../../search/blocks.ts';
import { findMatches, mergeSpans } from '../../search/excerpt.ts';
import { type Keyword, parseQuery } from '../../search/query.ts';
import type { Variants } from '../../search/variants.ts';
import { variantsFor } from '../search/load-variants.ts';
import highlightStyles from '../styles/highlight.css?inline';
import { addStyles } from './add-styles.ts';

const REGIONS = ['title', 'body', 'facts', 'notes'].map((part) => `[data-document-${part}]`).join();
const IGNORED = '[data-search-ignore], [hidden]';

/** The text nodes of one block, in order: together they are what a phrase may run through. */
type TextRun = Text[];

const nameOf = (element: Element): string => element.localName;

/** The runs of text below `root`, parted wherever a block begins or ends. */
function collectRuns(root: Element): TextRun[] {
  const runs: TextRun[] = [[]];
  const visit = (node: Node): void => {
    if (node instanceof Text) runs.at(-1)?.push(node);
    if (!(node instanceof Element) || SKIPPED.has(nameOf(node)) || node.matches(IGNORED)) return;
    const parts = !INLINE.has(nameOf(node));
    if (parts) runs.push([]);
    for (const child of [...node.childNodes]) visit(child);
    if (parts) runs.push([]);
  };
  visit(root);
  return runs.filter((run) => run.length > 0);
}

/** Wraps `[start, end)` of one text node, which keeps what comes before; returns the mark. */
function wrap(node: Text, start: number, end: number): HTMLElement {
  const middle = start > 0 ? node.splitText(start) : node;
  if (end - start < middle.length) middle.splitText(end - start);
  const mark = document.createElement('mark');
  mark.dataset['hl'] = '';
  middle.replaceWith(mark);
  mark.append(middle);
  return mark;
}

const textOf = (run: TextRun): string => run.map((node) => node.data).join('');

/** Marks one run and gives the first piece of each occurrence. */
function markRun(run: TextRun, keywords: readonly Keyword[], variants?: Variants): HTMLElement[] {
  const text = textOf(run);
  // From the end, because marking shortens the node before the mark but moves nothing that comes earlier.
  const spans = mergeSpans(findMatches(text, keywords, variants)).reverse();
  return spans.flatMap(({ start, end }) => markRange(run, start, end).slice(0, 1)).reverse();
}

/** Marks `[start, end)` of a run, a piece for each text node that it runs through. */
function markRange(run: TextRun, start: number, end: number): HTMLElement[] {
  const pieces: HTMLElement[] = [];
  let offset = 0;
  for (const node of run) {
    const length = node.length;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    if (from < to) pieces.push(wrap(node, from, to));
    offset += length;
  }
  return pieces;
}

/** A small screen folds the table of the document's facts: open where something in it is marked. */
function openFolded(): void {
  const facts = document.querySelector('.facts-box');
  const fold = facts?.querySelector('details');
  if (fold && facts?.querySelector('mark')) fold.open = true;
}

function unmark(): void {
  for (const mark of document.querySelectorAll('mark[data-hl]')) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

function makeBar(count: number, words: string, clear: () => void): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'highlight-bar';
  bar.dataset['searchIgnore'] = '';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  status.textContent = `“${words}”标出 ${count} 处`;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '取消标记';
  button.addEventListener('click', clear);
  bar.append(status, button);
  return bar;
}

function clearAll(bar: HTMLElement): void {
  unmark();
  bar.remove();
  forgetWords();
}

/** Takes the words out of the address. */
function forgetWords(): void {
  const url = new URL(window.location.href);
  url.searchParams.delete('hl');
  window.history.replaceState(window.history.state, '', url);
}

/** The clause that the address names, if the page has it. */
function namedClause(): HTMLElement | null {
  const id = decoded(window.location.hash.slice(1));
  return id === '' ? null : document.getElementById(id);
}

/** The text of a percent-encoded part of the address; '' when it is cut off or otherwise malformed. */
function decoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

/** The table of variants, if the query or the page may hold any. Without it all is marked that is written alike. */
async function loadVariants(words: string, runs: readonly TextRun[]): Promise<Variants | undefined> {
  const base = new URL(document.documentElement.dataset['base'] ?? '/', window.location.href);
  return await variantsFor(words + runs.map(textOf).join(''), base).catch(() => undefined);
}

/** Marks the keywords of `words` (a query), goes to the clause or the first mark, and offers to clear them (Esc). */
export async function highlightWords(words: string): Promise<void> {
  const runs = [...document.querySelectorAll(REGIONS)].flatMap(collectRuns);
  const variants = await loadVariants(words, runs);
  const { include } = parseQuery(words, variants);
  const marks = runs.flatMap((run) => markRun(run, include, variants));
  if (marks.length === 0) return forgetWords();
  addStyles(highlightStyles);
  openFolded();
  (namedClause() ?? marks[0])?.scrollIntoView({ block: namedClause() ? 'start' : 'center' });
  const bar = makeBar(marks.length, include.map(({ text }) => text).join(' '), () => clear());
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) clear();
  };
  const clear = (): void => {
    document.removeEventListener('keydown', onKey);
    clearAll(bar);
  };
  document.addEventListener('keydown', onKey);
  document.body.append(bar);
}
