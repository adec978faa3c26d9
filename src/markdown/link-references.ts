import type { Element } from 'hast';
import type { ShortNames } from '../core/cited-titles.ts';
import type { PlacedBlock } from '../core/clauses.ts';
import { type FoundCitation, findCitations, mayCite } from '../core/find-citations.ts';
import type { Moment } from '../core/moments.ts';
import type { LinkTable, LinkTarget, Reference } from '../core/references.ts';
import { registerAnchor } from '../core/register-anchor.ts';
import { sentenceAround } from '../core/sentences.ts';
import { findCited, findTargets } from '../core/target-index.ts';
import { blockText, isLinkable, withoutBarriers } from './block-text.ts';
import { citingBlock, type PlacedCitation, placedCitation } from './citing-blocks.ts';
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

/** What a block cites, in text order: for the page, and for the check by its places in the body. */
export interface LinkedBlock {
  references: Reference[];
  citations: PlacedCitation[];
}

const NOTHING: LinkedBlock = { references: [], citations: [] };

/**
 * Finds the document numbers and cited titles of a block, links them in place and returns them.
 * A number always becomes a link: to its document, its record, or the page that says 未收录; one that an editor has
 * linked already is a citation too, and stays as it is. `names` are the short
 * names that the document's earlier blocks have defined; those of this block are added.
 */
export function linkReferences(
  block: Element,
  place: PlacedBlock,
  context: LinkContext,
  names: ShortNames = new Map(),
): LinkedBlock {
  const found = blockText(block);
  if (!mayCite(found.citing)) return NOTHING;
  const citations = findCitations(found.citing, context.codes, names);
  const numbers = citations.filter(({ kind }) => kind === 'number');
  const titles = citations.filter(({ kind }) => kind === 'title');
  const typed = citingBlock(found);
  wrapText(found, [
    ...numbers.filter((number) => isLinkable(found, number)).map((number) => numberLink(number, context)),
    ...titles
      .filter((title) => isLinkable(found, title))
      .flatMap((title) => titleLink(title, numbers, context)),
  ]);
  return {
    references: citations.map(({ kind, raw, start, end, canonical, title }) => ({
      ...{ kind, raw, canonical, title },
      anchor: place.id,
      clause: place.within?.label ?? null,
      sentence: withoutBarriers(sentenceAround(found.visible, start, end)),
    })),
    citations: citations.map((citation) => placedCitation(typed, citation)),
  };
}

function numberLink({ start, end, canonical }: FoundCitation, { links, citing }: LinkContext): Wrapping {
  const number = canonical ?? '';
  const targets = findTargets(links, { canonical: number, title: null });
  const own = `${links.missing}${encodeURIComponent(number)}/`;
  return {
    start,
    end,
    wrap: (first) => link(own, targets, first, citing, { dataDocnumber: number }),
  };
}

function titleLink(
  title: FoundCitation,
  numbers: readonly FoundCitation[],
  { links, citing }: LinkContext,
): Wrapping[] {
  const targets = findCited(links, title, citing);
  const holdsNumber = numbers.some((number) => number.start < title.end && number.end > title.start);
  if (targets.length === 0 || holdsNumber) return [];
  const otherwise =
    title.canonical === null
      ? `${links.base}citations/#${encodeURIComponent(registerAnchor({ to: null, canonical: null, title: title.title }))}`
      : `${links.missing}${encodeURIComponent(title.canonical)}/`;
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
