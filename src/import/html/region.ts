import { isDateLine } from '../dates.ts';
import { visibleText } from '../manuscript.ts';
import { officeNames } from '../office-names.ts';
import { hanCharacters } from '../verify.ts';
import { isChromeLine, isColophon, publicationDay } from './chrome-lines.ts';
import type { PageLine } from './flow.ts';
import { lineage, type PageElement } from './page-tree.ts';
import { CHROME_ELEMENTS, CHROME_NAMES, CONTENT_NAMES } from './region-names.ts';

/** A named element with less of the page's prose than this holds something else. */
const ENOUGH = 0.5;
/** The text's box has so much of the prose. */
const DESCEND = 0.9;
/** Prose beside a surely named box belongs to the text when it is no further away than this; beyond are teasers. */
const NEARBY = 2;
/** A signature stands within so many lines of the text. */
const BESIDE = 3;

/** The words that an element's id and class are made of, in lower case: whole names first, then their parts. */
export function namesOf({ attributes }: PageElement): { whole: string[]; parts: string[] } {
  const whole = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''}`
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  return { whole, parts: whole.flatMap((name) => name.split(/[-_]/)) };
}

/** True for an element that is called, or is, navigation. */
export function isChrome(element: PageElement): boolean {
  const { whole, parts } = namesOf(element);
  if (CHROME_ELEMENTS.has(element.name)) return true;
  return [...whole, ...parts].some((name) => CHROME_NAMES.has(name));
}

/** Rank of an element as a holder of the text by its names: 0 the surest, undefined none. */
export function contentRank(element: PageElement): number | undefined {
  const { whole } = namesOf(element);
  const rank = CONTENT_NAMES.findIndex((names) => whole.some((name) => names.includes(name)));
  return rank < 0 ? undefined : rank;
}

/** Where the text of a page stands. */
export interface Region {
  /** All of the text lies in it. */
  element: PageElement;
  /** What it was before it was widened: here a line is text unless something speaks against it. */
  core: PageElement;
  /** True for a block within navigation. */
  isChrome: (block: PageElement) => boolean;
}

/**
 * The element that holds the document's text: one that is named so and has most of the page's prose, else the
 * innermost one that has nearly all of it; widened to prose that stands close by.
 */
export function findRegion(root: PageElement, lines: readonly PageLine[]): Region {
  const prose = lines.filter(isProse);
  const whole = weigh(prose);
  // What holds a good part of the page's prose is no navigation, whatever it is called.
  const navigation = new Set(
    [...whole]
      .filter(([element, weight]) => isChrome(element) && weight <= (whole.get(root) ?? 0) * 0.3)
      .map(([element]) => element),
  );
  const within = (block: PageElement): boolean => isWithinChrome(block, navigation, whole);
  const text = prose.filter(({ block }) => !within(block));
  const weights = weigh(text);
  const all = weights.get(root) ?? 0;
  const named = namedRegion(weights, all);
  const core = named?.element ?? densest(root, weights, all, countLines(lines));
  const sure = named !== undefined && named.rank <= 1;
  const close = [
    ...text,
    ...nextTo(
      core,
      lines.filter(({ block }) => !within(block)),
    ),
  ];
  return { element: widen(core, close, sure ? NEARBY : Number.POSITIVE_INFINITY), core, isChrome: within };
}

/** Lines that are no prose but belong to a document, right before or after its text: 各中小学：, a signature, a date. */
function nextTo(core: PageElement, lines: readonly PageLine[]): PageLine[] {
  const inside = ({ block }: PageLine): boolean => lineage(block).includes(core);
  const [first, last] = [lines.findIndex(inside), lines.findLastIndex(inside)];
  const above = lines.slice(Math.max(0, first - BESIDE), Math.max(0, first));
  const below = last < 0 ? [] : lines.slice(last + 1, last + 1 + BESIDE);
  return [
    ...above.filter(
      ({ line, aside }) =>
        aside === undefined &&
        /^[^，。；]{2,60}(?:[，、][^，。；]{2,60})*[:：]$/.test(line.text) &&
        !isChromeLine(line.text),
    ),
    ...below.filter(
      ({ line, aside }) =>
        aside === undefined && (isDateLine(line.text) || officeNames(line.text).length > 0),
    ),
  ];
}

function countLines(lines: readonly PageLine[]): Map<PageElement, number> {
  const counts = new Map<PageElement, number>();
  for (const { block } of lines)
    for (const element of lineage(block)) counts.set(element, (counts.get(element) ?? 0) + 1);
  return counts;
}

/** Prose in each element, in Han characters. */
function weigh(prose: readonly PageLine[]): Map<PageElement, number> {
  const weights = new Map<PageElement, number>();
  for (const page of prose) {
    const size = hanCharacters(visibleText(page.line)).length;
    for (const element of lineage(page.block)) weights.set(element, (weights.get(element) ?? 0) + size);
  }
  return weights;
}

/** A sentence or more of running text that is no link, or a table. */
export function isProse({ line, linked, aside }: PageLine): boolean {
  const text = visibleText(line);
  if (aside !== undefined || isColophon(text) || isChromeLine(text) || publicationDay(text)) return false;
  const long = line.solid
    ? text.length > 10
    : hanCharacters(text).length >= 12 && /[，。；：、！？]/.test(text);
  return long && linked < text.length * 0.5;
}

/** True within navigation; what is named as a holder of text within it is none. Navigation without prose has no weight. */
function isWithinChrome(
  block: PageElement,
  navigation: ReadonlySet<PageElement>,
  whole: ReadonlyMap<PageElement, number>,
): boolean {
  for (const element of lineage(block)) {
    if (contentRank(element) !== undefined) return false;
    if (navigation.has(element) || (isChrome(element) && !whole.has(element))) return true;
  }
  return false;
}

interface Named {
  element: PageElement;
  weight: number;
  rank: number;
}

function namedRegion(weights: ReadonlyMap<PageElement, number>, all: number): Named | undefined {
  const named = [...weights].flatMap(([element, weight]): Named[] => {
    const rank = contentRank(element);
    return rank === undefined || weight < all * ENOUGH ? [] : [{ element, weight, rank }];
  });
  const best = named.toSorted((a, b) => a.rank - b.rank || b.weight - a.weight)[0];
  if (!best) return undefined;
  const alike = named.filter(({ rank, weight }) => rank === best.rank && weight >= best.weight * DESCEND);
  return alike.toSorted((a, b) => lineage(b.element).length - lineage(a.element).length)[0];
}

/** Elements that are a part of a text, never the box around it. */
const PARTS = /^(?:p|span|font|b|strong|li|h[1-6]|tr|table|tbody)$/;

function densest(
  root: PageElement,
  weights: ReadonlyMap<PageElement, number>,
  all: number,
  counts: ReadonlyMap<PageElement, number>,
): PageElement {
  let at = root;
  let box = root;
  for (;;) {
    const next = at.children.find((child): child is PageElement => {
      return child.kind === 'element' && all > 0 && (weights.get(child) ?? 0) >= all * DESCEND;
    });
    if (!next) return box;
    at = next;
    // A box of a single line is a paragraph, whatever its name.
    if (!PARTS.test(next.name) && (counts.get(next) ?? 0) > 1) box = next;
  }
}

/** Takes in what prose lies outside, where no more than so many steps lead up to a common box. */
function widen(core: PageElement, prose: readonly PageLine[], steps: number): PageElement {
  const up = lineage(core);
  const reaches = prose.map(({ block }) => {
    const around = new Set(lineage(block));
    return up.findIndex((element) => around.has(element));
  });
  return up[Math.max(0, ...reaches.filter((reach) => reach <= steps))] ?? core;
}
