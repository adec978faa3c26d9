/** One result in full: what the page shows of a document, with excerpts cut around the hits. */
import { excerpt, findMatches, type Match, markText } from '../../search/excerpt.ts';
import { type Keyword, type KeywordField, type Query, writeKeyword } from '../../search/query.ts';
import {
  type Block,
  type DocumentEntry,
  type Fragment,
  fromFragment,
  type Region,
} from '../../search/record.ts';
import { unpackVariants } from '../../search/variants.ts';
import { siteAddress } from './site-address.ts';

/** The hits in one clause of the body, or in the 要素 or the notes. */
export interface SubResult {
  /** Element id in the page. */
  readonly anchor: string;
  /** 第三部分第6条, or 公文要素, 编者注, 正文. */
  readonly label: string;
  /** Address with highlighting, leading to the anchor. */
  readonly href: string;
  /** HTML with `<mark>`. */
  readonly excerpt: string;
  /** Occurrences. */
  readonly count: number;
}

export interface ResultData extends Omit<DocumentEntry, 'id'> {
  /** Pagefind's result id. */
  readonly id: string;
  /** The document's id, such as plans/yijiaohanzi-2011-4. */
  readonly documentId: string;
  readonly year: number | null;
  /** HTML with `<mark>`. */
  readonly titleHtml: string;
  readonly docNumberHtml: string;
  readonly excerpt: string;
  /** Address with the keywords to highlight. */
  readonly href: string;
  /** Occurrences in the whole document. */
  readonly count: number;
  readonly subResults: readonly SubResult[];
  /** Which library it is of, where several were searched. */
  readonly library?: string;
}

interface BlockHit {
  readonly block: Block;
  readonly matches: readonly Match[];
}

// Where a reader would rather see the words: the text itself before what surrounds it.
const PREFERENCE: readonly Region[] = ['body', 'heading', 'notes', 'title', 'facts'];
const LABELS: Readonly<Record<Region, string>> = {
  title: '标题',
  facts: '公文要素',
  body: '正文',
  heading: '正文',
  notes: '编者注',
};

const distinct = (hit: BlockHit): number => new Set(hit.matches.map((match) => match.keyword)).size;

/** The most telling of some hits: most keywords, then the better region, then the first. */
function bestHit(hits: readonly BlockHit[]): BlockHit | undefined {
  const place = (hit: BlockHit): number => PREFERENCE.indexOf(hit.block.region);
  return [...hits].sort((a, b) => distinct(b) - distinct(a) || place(a) - place(b))[0];
}

const occurrences = (hits: readonly BlockHit[]): number =>
  hits.reduce((sum, hit) => sum + hit.matches.length, 0);

/** Characters. */
const LONGEST_HIGHLIGHT = 200;

/** As much of them as an address can carry, nine bytes a character: servers refuse long ones. What begins so is marked. */
function shorten(keywords: readonly Keyword[]): Pick<Keyword, 'text'>[] {
  let left = LONGEST_HIGHLIGHT;
  return keywords.flatMap(({ text }) => {
    const beginning = [...text].slice(0, left).join('');
    left -= [...beginning].length;
    return beginning === '' ? [] : [{ text: beginning }];
  });
}

/** The address that makes the document page highlight the keywords. */
function highlightUrl(url: string, sought: readonly Keyword[], anchor = ''): string {
  const keywords = shorten(sought);
  const words = keywords.map(({ text }) => writeKeyword({ text, field: 'any' })).join(' ');
  return `${url}${words ? `?hl=${encodeURIComponent(words)}` : ''}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
}

function groupByClause(hits: readonly BlockHit[]): BlockHit[][] {
  const groups = new Map<string, BlockHit[]>();
  for (const hit of hits) {
    if (hit.block.region === 'title') continue;
    const key = hit.block.clause >= 0 ? String(hit.block.clause) : LABELS[hit.block.region];
    groups.set(key, [...(groups.get(key) ?? []), hit]);
  }
  return [...groups.values()];
}

/** The keywords that were to be found in some place: those for any, and those for this one. */
const keywordsFor = (keywords: readonly Keyword[], place: KeywordField): Keyword[] =>
  keywords.filter(({ field }) => field === 'any' || field === place);

/** Describes a hit from its fragment. */
export function describeHit(id: string, fragment: Fragment, query: Query): ResultData {
  const stored = fragment.record.document;
  const document = { ...stored, url: siteAddress(stored.url) };
  const page = fromFragment(fragment);
  const variants = page.variants ? unpackVariants(page.variants) : undefined;
  const mark = (text: string, sought: readonly Keyword[]): string =>
    markText(text, findMatches(text, sought, variants));
  const keywords = keywordsFor(query.include, 'any');
  const inTitle = keywordsFor(query.include, 'title');
  const hits = page.blocks
    .map((block): BlockHit => {
      const sought = block.region === 'title' ? inTitle : keywords;
      return { block, matches: findMatches(block.text, sought, variants) };
    })
    .filter((hit) => hit.matches.length > 0);
  const best = bestHit(hits) ?? { block: firstText(page.blocks), matches: [] };
  const { id: documentId, ...entry } = document;
  return {
    ...entry,
    id,
    documentId,
    year: document.years[0] ?? null,
    titleHtml: mark(document.title, inTitle),
    docNumberHtml: mark(document.docNumber ?? '', keywordsFor(query.include, 'number')),
    excerpt: excerpt(best.block.text, best.matches),
    href: highlightUrl(document.url, keywords),
    count: occurrences(hits),
    subResults: groupByClause(hits).map((group) =>
      describeClause(group, document.url, page.clauses, keywords),
    ),
  };
}

/** What to show of a document when nothing was searched for: where its body begins. */
function firstText(blocks: readonly Block[]): Block {
  const first = blocks.find((block) => block.region === 'body') ?? blocks[0];
  return first ?? { region: 'body', clause: -1, anchor: '', text: '' };
}

function describeClause(
  hits: readonly BlockHit[],
  url: string,
  clauses: ReadonlyArray<{ readonly anchor: string; readonly label: string }>,
  keywords: readonly Keyword[],
): SubResult {
  const best = bestHit(hits);
  const block = best?.block ?? firstText([]);
  const clause = clauses[block.clause];
  const anchor = block.anchor || (clause?.anchor ?? '');
  return {
    anchor,
    label: clause?.label ?? LABELS[block.region],
    href: highlightUrl(url, keywords, anchor),
    excerpt: excerpt(block.text, best?.matches ?? []),
    count: occurrences(hits),
  };
}
