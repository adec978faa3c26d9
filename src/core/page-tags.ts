/**
 * The meta tags that government sites carry: 《政府网站发展指引》（国办发〔2017〕47号）, annex on page design, 网页标签.
 * The annex was read in secondary copies only [S]; its list of column types ends with an ellipsis, so that it is open.
 */

/** A meta element: name and content. */
export type PageTag = readonly [name: string, content: string];

/** What every page says of its site. */
export interface TaggedSite {
  name: string;
  /** Host name without scheme and port. */
  domain: string;
  /** Empty where the office has none: the tag is left out, never made up. */
  idCode: string;
}

/** What a page that lists or leads says of itself. */
export interface Column {
  name: string;
  description: string;
  keywords: readonly string[];
  type: string;
}

/** What a document's page says of itself. */
export interface Article {
  title: string;
  /** YYYY-MM-DD HH:MM; undefined where no source tells when it was published or issued. */
  publishedAt: string | undefined;
  /** Who issued it, or where the text comes from. */
  source: string;
  keywords: readonly string[];
}

/** The column types that the annex names and this site uses [S]. 规划计划 is not among them: the list is open. */
const COLUMN_TYPES: Record<string, string> = {
  '': '首页',
  plans: '规划计划',
  summaries: '工作动态',
  policies: '政策文件',
  help: '信息公开指南',
};
/** Years, issuers, topics, registers and search are ways through the whole: a catalogue. */
const CATALOGUE = '信息公开目录';

/** The type of the column at a path below the base, such as `plans/` or ``. */
export function columnTypeOf(path: string): string {
  return COLUMN_TYPES[path.split('/')[0] ?? ''] ?? CATALOGUE;
}

/** The tags of a page, in the annex's order. A page that is neither a column nor an article names its site alone. */
export function pageTags(site: TaggedSite, page: { column?: Column; article?: Article }): PageTag[] {
  const { column, article } = page;
  return [
    ...given('SiteName', site.name),
    ...given('SiteDomain', site.domain),
    ...given('SiteIDCode', site.idCode),
    ...(article ? articleTags(article) : column ? columnTags(column) : []),
  ];
}

function columnTags({ name, description, keywords, type }: Column): PageTag[] {
  return [
    ...given('ColumnName', name),
    ...given('ColumnDescription', description),
    ...given('ColumnKeywords', [...new Set(keywords)].join(',')),
    ...given('ColumnType', type),
  ];
}

/** Description, which is optional, is the page's own `description`: names of meta elements ignore case. */
function articleTags({ title, publishedAt, source, keywords }: Article): PageTag[] {
  return [
    ...given('ArticleTitle', title),
    ...given('PubDate', publishedAt ?? ''),
    ...given('ContentSource', source),
    ...given('Keywords', keywords.join(',')),
  ];
}

function given(name: string, content: string): PageTag[] {
  return content === '' ? [] : [[name, content]];
}
