import type { Element } from 'hast';
import { type CitedTitle, findCitedTitles } from '../core/cited-titles.ts';
import type { PlacedBlock } from '../core/clauses.ts';
import { type FoundDocNumber, findDocNumbers } from '../core/docnumber.ts';
import { findTarget, type LinkTable, type LinkTarget, type Reference } from '../core/references.ts';
import { sentenceAround } from '../core/sentences.ts';
import { blockText, withoutBarriers } from './block-text.ts';
import { type Wrapping, wrapText } from './wrap-text.ts';

/** What finding and linking in one block needs. */
export interface LinkContext {
  links: LinkTable;
  /** Known agency codes, which sharpen where a number begins. */
  codes: readonly string[];
}

/**
 * Finds the document numbers and cited titles of a block, links them in place and returns them in text order.
 * A number always becomes a link: to its document, its record, or the page that says 未收录.
 */
export function linkReferences(block: Element, place: PlacedBlock, context: LinkContext): Reference[] {
  const found = blockText(block);
  const numbers = findDocNumbers(found.text, context.codes);
  const titles = findCitedTitles(found.text, numbers);
  const alone = titles.filter((title) => !titleIsNumbered(title, numbers));
  wrapText(found, [
    ...numbers.map((number) => numberLink(number, context.links)),
    ...alone.flatMap((title) => titleLink(title, numbers, context.links)),
  ]);
  const mention = (start: number, end: number) => ({
    anchor: place.id,
    clause: place.within?.label ?? null,
    sentence: withoutBarriers(sentenceAround(found.visible, start, end)),
  });
  const mentions = [
    ...numbers.map((number) => ({
      start: number.start,
      reference: {
        kind: 'number' as const,
        raw: number.raw,
        canonical: number.canonical,
        title: titles.find((title) => title.for === number.canonical)?.title ?? null,
        ...mention(number.start, number.end),
      },
    })),
    ...alone.map((title) => ({
      start: title.start,
      reference: {
        kind: 'title' as const,
        raw: title.raw,
        canonical: null,
        title: title.title,
        ...mention(title.start, title.end),
      },
    })),
  ];
  return mentions.sort((a, b) => a.start - b.start).map(({ reference }) => reference);
}

/** A title printed with its number is that number's; it is no citation of its own. */
function titleIsNumbered(title: CitedTitle, numbers: readonly FoundDocNumber[]): boolean {
  return title.for !== undefined && numbers.some((number) => number.canonical === title.for);
}

function numberLink(number: FoundDocNumber, links: LinkTable): Wrapping {
  const target = findTarget(links, { canonical: number.canonical, title: null });
  const href = target?.href ?? `${links.missing}${encodeURIComponent(number.canonical)}/`;
  return {
    start: number.start,
    end: number.end,
    wrap: (first) => link(href, target, first, { dataDocnumber: number.canonical }),
  };
}

function titleLink(title: CitedTitle, numbers: readonly FoundDocNumber[], links: LinkTable): Wrapping[] {
  const target = findTarget(links, { canonical: null, title: title.title });
  const holdsNumber = numbers.some((number) => number.start < title.end && number.end > title.start);
  if (!target || holdsNumber) return [];
  return [
    {
      start: title.start,
      end: title.end,
      wrap: (first) => link(target.href, target, first, { dataCited: '' }),
    },
  ];
}

/** A link in the text. Of a stretch split by markup only the first part takes the keyboard focus. */
function link(
  href: string,
  target: LinkTarget | undefined,
  first: boolean,
  data: Record<string, string>,
): Element {
  const state = target === undefined ? 'missing' : target.dead ? 'dead' : target.held;
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      href,
      ...data,
      className: ['ref', `ref-${state}`],
      title: describe(target),
      ...(first ? {} : { tabIndex: -1 }),
    },
    children: [],
  };
}

function describe(target: LinkTarget | undefined): string {
  if (!target) return '本库未收录';
  const held = target.held === 'record' ? '（题录）' : '';
  return `${target.title}${held}${target.dead ? '，已失去效力' : ''}`;
}
