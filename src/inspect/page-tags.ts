/** Which tags of 国办发〔2017〕47号 a built page lacks; see core/page-tags.ts for the source. */

/** What a page is to that rule: a document, a list or way in, or one that search engines are kept from. */
export type PageKind = 'article' | 'column' | 'other';

/** A tag that is missing or not in its form. */
export interface TagProblem {
  tag: string;
  /** What was found: '' for nothing. */
  found: string;
  expected: string;
}

const SITE = ['SiteName', 'SiteDomain'];
const COLUMN = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType'];
const ARTICLE = ['ArticleTitle', 'ContentSource'];
/** The annex's form, YYYY-MM-DD HH:MM. */
const PUB_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:[01]\d|2[0-3]):[0-5]\d$/;

/** What a site sets that its pages must repeat. */
export interface ExpectedSite {
  domain: string;
  /** Empty where the office has none. */
  idCode: string;
}

/** The problems of one page. A document without any date has no PubDate; that is a lack of its record, not of the page. */
export function tagProblems(
  metas: ReadonlyMap<string, string>,
  kind: PageKind,
  { domain, idCode }: ExpectedSite,
): TagProblem[] {
  const required = [...SITE, ...(kind === 'column' ? COLUMN : kind === 'article' ? ARTICLE : [])];
  const absent = required
    .filter((tag) => (metas.get(tag) ?? '').trim() === '')
    .map((tag) => ({ tag, found: '', expected: '有内容' }));
  const exact: (TagProblem | undefined)[] = [
    differs(metas, 'SiteDomain', domain),
    // Neither left out where the office has a code, nor there where it has none.
    (metas.get('SiteIDCode') ?? '') === idCode
      ? undefined
      : { tag: 'SiteIDCode', found: metas.get('SiteIDCode') ?? '', expected: idCode || '没有这个标签' },
    badDate(metas.get('PubDate')),
  ];
  return [...absent, ...exact.flatMap((problem) => problem ?? [])];
}

function differs(metas: ReadonlyMap<string, string>, tag: string, expected: string): TagProblem | undefined {
  const found = metas.get(tag);
  return found === undefined || found === '' || found === expected ? undefined : { tag, found, expected };
}

function badDate(found: string | undefined): TagProblem | undefined {
  if (found === undefined || PUB_DATE.test(found)) return undefined;
  return { tag: 'PubDate', found, expected: 'YYYY-MM-DD HH:MM' };
}
