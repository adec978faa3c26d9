import { isCollection } from '../../core/collections.ts';
import { bearerFinder, type FormerBearer, nearest } from '../former-bearer.ts';
import { leadsOn } from '../number-bearers.ts';
import { defineRule } from '../rule.ts';
import { mayBeThere } from '../unknown-pages.ts';

/** A published address that the coming site neither has nor leads on from: every link to it from elsewhere would break. */
export default defineRule({
  id: 'address-lost',
  severity: 'error',
  needs: ['documents', 'unreadable', 'topics', 'addresses', 'pages'],
  *check(context) {
    const { addresses, pages } = context;
    let bearerOf: ReturnType<typeof bearerFinder> | undefined;
    for (const [index, { path, to }] of addresses.entries.entries()) {
      if (to !== undefined || leadsOn(path, context) || mayBeThere(path, context)) continue;
      bearerOf ??= bearerFinder(context);
      yield {
        file: addresses.file,
        line: addresses.lineOf([index]),
        found: pages.has(path)
          ? `发布过的网址 ${path} 原来转到文件，现在只说明本库未收录`
          : `发布过的网址 ${path} 在新网站上没有了，也没有转到别处`,
        expected: '发布过的网址一直能打开：原来的文件还在，或由接替的网页转到',
        fix: mend(path, pages, bearerOf),
      };
    }
  },
});

function mend(path: string, pages: ReadonlySet<string>, bearerOf: (path: string) => FormerBearer): string {
  const family = path.split('/')[1] ?? '';
  const ofDocument = isCollection(family) || family === 'n';
  return ofDocument
    ? mendDocument(bearerOf(path), withdrawal(path, family, pages))
    : mendPage(path, family, pages);
}

/** What to do when nothing takes the place of a document. A number that is still cited keeps its page, which can't lead on. */
function withdrawal(path: string, family: string, pages: ReadonlySet<string>): string {
  if (pages.has(path)) return '已撤下、没有文件接替的，删去这一条，这一页照旧说明谁引用了它';
  return `已撤下、没有文件接替的，把这一条改为 - { path: ${path}, to: ${family === 'n' ? '/citations/' : `/${family}/`} }`;
}

function mendDocument({ document, alias }: FormerBearer, withdrawn: string): string {
  if (!document)
    return `文件还在的，在它的著录信息里加一行 aliases: [${alias}]；误删的，恢复文件；${withdrawn}`;
  const { source, data } = document;
  const title = data.title ? `（《${data.title}》）` : '';
  const add = data.aliases?.length
    ? `在它的 aliases 里加上 ${alias}`
    : `在它的著录信息里加一行 aliases: [${alias}]`;
  return `疑已改为 ${source.file}${title}，是的话，${add}；由别的文件接替的，加在那一份里；${withdrawn}`;
}

/** Pages of issuers, topics and years have no file that could name them. */
function mendPage(path: string, family: string, pages: ReadonlySet<string>): string {
  const list = `/${family}/`;
  const alike = [...pages].filter((page) => page.startsWith(list) && page !== list);
  const slugOf = (page: string): string => page.slice(list.length, -1);
  const to = nearest(slugOf(path), alike, slugOf) ?? (pages.has(list) ? list : '/');
  return `把这一条改为 - { path: ${path}, to: ${to} }，to 写接替它的网页；误改了名称的，改回去`;
}
