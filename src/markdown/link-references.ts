import type { Element } from 'hast';
import { type CitedTitle, findCitedTitles, type ShortNames } from '../core/cited-titles.ts';
import type { PlacedBlock } from '../core/clauses.ts';
import { type FoundDocNumber, findDocNumbers } from '../core/docnumber.ts';
import type { Moment } from '../core/moments.ts';
import { normalizeTitle } from '../core/normalize-title.ts';
import type { LinkTable, LinkTarget, Reference } from '../core/references.ts';
import { registerAnchor } from '../core/register-anchor.ts';
import { sentenceAround } from '../core/sentences.ts';
import { findCited, findTargets } from '../core/target-index.ts';
import { blockText, isLinkable, withoutBarriers } from './block-text.ts';
import { describeLink } from './describe-link.ts';
import { type Wrapping, wrapText } from './wrap-text.ts';

/** What finding and linking in one block needs. */
export interface LinkContext {
  links: LinkTable;
  /** Known agency codes, which sharpen where a number begins. */
  codes: readonly string[];
  /** When the document was issued that is linked from, as far as it tells: a link to a dead one says how it stood then. */
  citing?: Moment | undefined;
}

/**
 * Finds the document numbers and cited titles of a block, links them in place and returns them in text order.
 * A number always becomes a link: to its document, its record, or the page that says 未收录; one that an editor has
 * linked already is a citation too, and stays as it is. `names` are the short
 * names that the document's earlier blocks have defined; those of this block are added.
 */
export function linkReferences(
  block: Element,
  place: PlacedBlock,
  context: LinkContext,
  names: ShortNames = new Map(),
): Reference[] {
  const found = blockText(block);
  const numbers = findDocNumbers(found.citing, context.codes);
  const titles = findCitedTitles(found.citing, numbers, names);
  const alone = titles.filter((title) => !isCitedBeside(title, titles, numbers));
  wrapText(found, [
    ...numbers.filter((number) => isLinkable(found, number)).map((number) => numberLink(number, context)),
    ...alone
      .filter((title) => isLinkable(found, title))
      .flatMap((title) => titleLink(title, numbers, context)),
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
        title: titleOf(number, titles, numbers),
        ...mention(number.start, number.end),
      },
    })),
    ...alone.map((title) => ({
      start: title.start,
      reference: {
        kind: 'title' as const,
        raw: title.raw,
        ...meaningOf(title),
        ...mention(title.start, title.end),
      },
    })),
  ];
  return mentions.sort((a, b) => a.start - b.start).map(({ reference }) => reference);
}

/**
 * A title printed with its number is that number's, and a short name beside its full title is that title's: no
 * citation of its own. Nor is a short name that the document gives to several texts at once.
 */
function isCitedBeside(
  title: CitedTitle,
  titles: readonly CitedTitle[],
  numbers: readonly FoundDocNumber[],
): boolean {
  if (title.for !== undefined && numbers.some((number) => number.canonical === title.for)) return true;
  if (!title.short) return false;
  const full = title.short.title;
  if (full === undefined) return title.for === undefined;
  return titles.some((other) => !other.short && normalizeTitle(other.title) === normalizeTitle(full));
}

/** What a title cites: a short name stands for its full title and for the number printed for that. */
function meaningOf({ title, short }: CitedTitle): Pick<Reference, 'canonical' | 'title'> {
  return { canonical: short?.number ?? null, title: short ? (short.title ?? null) : title };
}

/** The title printed with this mention of a number, in full where the number was given a short name. */
function titleOf(
  number: FoundDocNumber,
  titles: readonly CitedTitle[],
  numbers: readonly FoundDocNumber[],
): string | null {
  const own = titles.filter(
    (title) => title.for === number.canonical && nearestMention(title, numbers) === number,
  );
  const full = own.find((title) => !title.short)?.title ?? own.find((title) => title.short)?.short?.title;
  return full ?? null;
}

/** Of several mentions of a title's number the one that it was printed with: the nearest. */
function nearestMention(title: CitedTitle, numbers: readonly FoundDocNumber[]): FoundDocNumber | undefined {
  const distance = ({ start, end }: FoundDocNumber): number => Math.max(start - title.end, title.start - end);
  return numbers
    .filter(({ canonical }) => canonical === title.for)
    .sort((a, b) => distance(a) - distance(b))[0];
}

function numberLink(number: FoundDocNumber, { links, citing }: LinkContext): Wrapping {
  const targets = findTargets(links, { canonical: number.canonical, title: null });
  const own = `${links.missing}${encodeURIComponent(number.canonical)}/`;
  return {
    start: number.start,
    end: number.end,
    wrap: (first) => link(own, targets, first, citing, { dataDocnumber: number.canonical }),
  };
}

function titleLink(
  title: CitedTitle,
  numbers: readonly FoundDocNumber[],
  { links, citing }: LinkContext,
): Wrapping[] {
  const meaning = meaningOf(title);
  const targets = findCited(links, meaning, citing);
  const holdsNumber = numbers.some((number) => number.start < title.end && number.end > title.start);
  if (targets.length === 0 || holdsNumber) return [];
  const otherwise =
    meaning.canonical === null
      ? `${links.base}citations/#${encodeURIComponent(registerAnchor({ to: null, ...meaning }))}`
      : `${links.missing}${encodeURIComponent(meaning.canonical)}/`;
  return [
    {
      start: title.start,
      end: title.end,
      wrap: (first) => link(otherwise, targets, first, citing, { dataCited: '' }),
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
  citing: Moment | undefined,
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
      ...describeLink(targets, citing),
      ...(first ? {} : { tabIndex: -1 }),
    },
    children: [],
  };
}
