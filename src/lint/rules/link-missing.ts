import { formatDocNumber, parseDocNumber } from '../../core/docnumber.ts';
import { bodyFinding, type Judgement } from '../body.ts';
import { isLocal, type LocalAddress, type Pointer, pointersOf, readAddress } from '../links.ts';
import { defineRule, type LintContext, type LintDocument } from '../rule.ts';
import { cannotBeKnown } from '../unknown-pages.ts';

const NEEDS = [
  ...(['documents', 'unreadable', 'topics', 'pages', 'pagesWithDrafts', 'publicFiles'] as const),
  'anchors',
] as const;
type Context = Pick<LintContext, (typeof NEEDS)[number]>;

/**
 * A link or image within the site that leads nowhere: no page, no file, no such place on a page. One to a page that a
 * draft keeps back is told by links-to-draft.
 */
export default defineRule({
  id: 'link-missing',
  severity: 'error',
  needs: NEEDS,
  *check(context) {
    for (const document of context.documents) {
      for (const pointer of pointersOf(document)) {
        if (!isLocal(pointer.url)) continue;
        const judgement = judge(pointer, document, context);
        if (judgement) yield bodyFinding(document, pointer.position?.start, judgement);
      }
    }
  },
});

function judge(pointer: Pointer, from: LintDocument, context: Context): Judgement | undefined {
  const address = readAddress(pointer.url);
  const { path } = address;
  if (context.publicFiles.has(path.slice(1))) return undefined;
  if (pointer.type === 'image') return missingImage(path, context);
  if (path === '' || context.pages.has(path)) return missingPlace(address, from, context);
  if (context.pagesWithDrafts.has(path)) return undefined;
  return cannotBeKnown(path, context) ? undefined : missingPage(path, context);
}

function missingImage(path: string, context: Context): Judgement {
  const near = similarAddress(path, context);
  return {
    found: `图片 ${path} 不存在`,
    expected: '内容文件夹的 files 文件夹里已有的图片，大小写也要一致',
    fix: near
      ? `改为 ${near}`
      : `把图片存为 content/files/${path.replace(/^.*\//, '')}，写作 /files/${path.replace(/^.*\//, '')}；已经存了的，改正图片的地址`,
  };
}

function missingPage(path: string, context: Context): Judgement {
  return {
    found: `链接指向 ${path}，本站没有这一页`,
    expected: '本站已有的网页，或内容文件夹的 files 文件夹里已有的文件',
    fix: mend(path, context),
  };
}

function mend(path: string, context: Context): string {
  const near = similarAddress(path, context);
  if (near) return `改为 ${near}`;
  if (path.startsWith('/n/')) return '核对文号；文号不必自己做链接，正文里照写，网站会把它做成链接';
  return '在网站上打开所指的网页，照抄地址栏里域名以后的部分；链接附件的，先把文件存到 content/files，写作 /files/文件名；只是文字的，去掉链接';
}

/** An address that differs only in what people take for the same: case, slashes, an ending, the file for its page. */
function similarAddress(path: string, { documents, pages, publicFiles }: Context): string | undefined {
  const wanted = loose(path);
  const number = path.startsWith('/n/') ? parseDocNumber(path.slice(3).replace(/\/$/, '')) : undefined;
  const numberPage = number && `/n/${formatDocNumber(number)}/`;
  if (numberPage && pages.has(numberPage)) return numberPage;
  for (const page of pages) if (loose(page) === wanted) return page;
  for (const file of publicFiles) if (loose(`/${file}`) === wanted) return `/${file}`;
  const document = documents.find(({ source }) => loose(`/${source.file}`) === wanted);
  return document && `/${document.id}/`;
}

function loose(path: string): string {
  return path
    .toLowerCase()
    .replace(/^\/(?:public|content)\//, '/')
    .replace(/(?:\/index)?\.(?:html?|mdx?)$/, '')
    .replace(/\/+$/, '');
}

function missingPlace(
  { path, fragment }: LocalAddress,
  from: LintDocument,
  { anchors }: Context,
): Judgement | undefined {
  const id = path === '' ? from.id : path.replace(/^\/|\/$/g, '');
  const known = anchors.get(id);
  if (fragment === undefined || !known || known.has(fragment)) return undefined;
  return {
    found: `链接指向 ${path}#${fragment}，${path === '' ? '本页' : '那一页'}没有 ${fragment} 这个位置`,
    expected: '页上已有的位置，如 #s1-i6（第一部分第6条）',
    fix: '在网站上打开那一页，点条款旁的链接记号，照抄地址栏里 # 以后的部分；不必指到条款的，去掉 # 和以后的部分',
  };
}
