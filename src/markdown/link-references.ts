import type { Element } from 'hast';
import { type CitedTitle, findCitedTitles } from '../core/cited-titles.ts';
import type { PlacedBlock } from '../core/clauses.ts';
import { type FoundDocNumber, findDocNumbers } from '../core/docnumber.ts';
import type { LinkTable, LinkTarget, Reference } from '../core/references.ts';
import { sentenceAround } from '../core/sentences.ts';
import { isDead } from '../core/status.ts';
import { findTargets } from '../core/target-index.ts';
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
  const targets = findTargets(links, { canonical: number.canonical, title: null });
  const own = `${links.missing}${encodeURIComponent(number.canonical)}/`;
  return {
    start: number.start,
    end: number.end,
    wrap: (first) => link(own, targets, first, { dataDocnumber: number.canonical }),
  };
}

function titleLink(title: CitedTitle, numbers: readonly FoundDocNumber[], links: LinkTable): Wrapping[] {
  const targets = findTargets(links, { canonical: null, title: title.title });
  const holdsNumber = numbers.some((number) => number.start < title.end && number.end > title.start);
  if (targets.length === 0 || holdsNumber) return [];
  return [
    {
      start: title.start,
      end: title.end,
      wrap: (first) => link(`${links.base}citations/#ambiguous`, targets, first, { dataCited: '' }),
    },
  ];
}

/**
 * A link in the text: to the one target, else to the page that says what there is instead. Of a stretch split by
 * markup only the first part takes the keyboard focus.
 */
function link(
  otherwise: string,
  targets: readonly LinkTarget[],
  first: boolean,
  data: Record<string, string>,
): Element {
  const [only, second] = targets;
  const target = second ? undefined : only;
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      href: target?.href ?? otherwise,
      ...data,
      className: ['ref', `ref-${stateOf(targets)}`],
      title: describe(targets),
      ...(first ? {} : { tabIndex: -1 }),
    },
    children: [],
  };
}

function stateOf([only, second]: readonly LinkTarget[]): string {
  if (!only) return 'missing';
  if (second) return 'ambiguous';
  return isDead(only.status) ? 'dead' : only.held;
}

function describe(targets: readonly LinkTarget[]): string {
  const [target, second] = targets;
  if (!target) return '本库未收录';
  if (second) return `有歧义：库中有 ${targets.length} 份文件都是这个题名或文号`;
  const held = target.held === 'record' ? '（题录）' : '';
  return `${target.title}${held}${isDead(target.status) ? '，已失去效力' : ''}`;
}
