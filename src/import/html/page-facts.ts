import { findDate } from '../dates.ts';
import type { Element, Elements } from '../elements.ts';
import { joinTitle } from '../join-title.ts';
import { isOfficeName } from '../office-names.ts';
import { kindOfTitle } from '../title-kinds.ts';
import { essence } from '../verify.ts';
import { publicationDay } from './chrome-lines.ts';
import type { PageLine } from './page-line.ts';
import { elementsBelow, type PageElement, textOf } from './page-tree.ts';

/** The tail of <title> that names the site or a column of it. */
const SITE =
  /(?:网|网站|门户|平台|政府|[局厅部委院室]|中心|公开|公告|频道|栏目|首页|政策|文件|教育|新闻|动态|法规|通知)$/;

/** No printed title takes more lines. */
const MOST_LINES = 8;

/** What a page says of its document outside the text and the 公文要素表: weaker than either. */
export function pageFacts(
  root: PageElement,
  before: readonly PageLine[],
  lines: readonly PageLine[],
): Elements {
  const title = metaElement(root, 'articletitle') ?? headingTitle(root) ?? documentTitle(root, lines);
  const published = metaDate(root) ?? publicationLine(before);
  return { ...(title ? { title } : {}), ...(published ? { publishedOn: published } : {}) };
}

function metaElement(root: PageElement, wanted: string): Element | undefined {
  const meta = elementsBelow(root).find(({ name, attributes }) => {
    return name === 'meta' && (attributes['name'] ?? '').toLowerCase() === wanted;
  });
  const value = (meta?.attributes['content'] ?? '')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const from = `网页的 meta ${meta?.attributes['name']}`;
  return value === '' ? undefined : { value, line: 0, from, weak: true };
}

function metaDate(root: PageElement): Element | undefined {
  const found = metaElement(root, 'pubdate') ?? metaElement(root, 'publishdate');
  return found && findDate(found.value) ? found : undefined;
}

/** The only h1 of a page; with several, they are something else. */
function headingTitle(root: PageElement): Element | undefined {
  const headings = elementsBelow(root).filter(({ name }) => name === 'h1');
  const value = headings[0] ? textOf(headings[0]) : '';
  if (headings.length !== 1 || value.length < 6 || value.length > 200) return undefined;
  return { value, line: 0, from: '网页的标题（h1）', weak: true };
}

/** <title> without the names of the site and its columns. */
function documentTitle(root: PageElement, lines: readonly PageLine[]): Element | undefined {
  const title = elementsBelow(root).find(({ name }) => name === 'title');
  const text = title ? title.children.map((child) => (child.kind === 'text' ? child.text : '')).join('') : '';
  const whole = text.replace(/\s+/g, ' ').trim();
  const cut = cutSite(whole);
  const printed = printedPart(whole, lines);
  const value = printed !== undefined && !isOfficeBefore(cut, printed) ? printed : cut;
  return value.length < 6 || namesSite(value)
    ? undefined
    : { value, line: 0, from: '网页的 <title>', weak: true };
}

/**
 * The longest part of <title> that the page itself prints, if it is the title of a paper: a site may set its name and
 * columns before it, and a title may hold the dash that others set before the site's name.
 */
function printedPart(title: string, lines: readonly PageLine[]): string | undefined {
  // What a title cut off by … goes on with, <title> can't tell.
  if (/(?:\.{3}|…)/.test(title)) return undefined;
  const whole = essence(title);
  const texts = lines.filter(({ line, aside }) => aside === undefined && !line.solid).map(({ line }) => line);
  let longest = '';
  for (const start of texts.keys()) {
    for (let end = start + 1; end <= Math.min(texts.length, start + MOST_LINES); end++) {
      const part = joinTitle(texts.slice(start, end));
      if (!whole.includes(essence(part))) break;
      if (part.length > longest.length) longest = part;
    }
  }
  return longest.length >= 8 && (kindOfTitle(longest) || /关于/.test(longest)) ? longest : undefined;
}

/** True for 云岭区教育局 before 关于……的通知: the page prints the title without the office, which belongs to it. */
function isOfficeBefore(title: string, printed: string): boolean {
  const [whole, part] = [essence(title), essence(printed)];
  return printed.startsWith('关于') && whole.endsWith(part) && isOfficeName(whole.slice(0, -part.length));
}

/** True for a <title> that is the site's name, or what a program writes there: Untitled Document. */
function namesSite(title: string): boolean {
  const isPaper = kindOfTitle(title) !== undefined || title.includes('关于');
  return !/\p{Script=Han}/u.test(title) || (SITE.test(title) && !isPaper);
}

function cutSite(title: string): string {
  const [first = '', ...rest] = title.split(/\s*_\s*|\s*[|｜]\s*|\s+[-–—]+\s+|(?:-{1,2}|—)(?=[^-—]{2,20}$)/);
  if (rest.length === 0) return title;
  return rest.every((part) => part === '' || SITE.test(part) || part.length < first.length)
    ? first.trim()
    : title;
}

function publicationLine(before: readonly PageLine[]): Element | undefined {
  const found = before.findLast(({ line }) => publicationDay(line.text) !== undefined);
  const day = found && publicationDay(found.line.text);
  return found && day ? { value: day, line: 0, from: '网页的发布信息', weak: true } : undefined;
}
