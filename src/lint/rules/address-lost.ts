import { isCollection } from '../../core/collections.ts';
import { isComparisonPath } from '../../core/comparison-pages.ts';
import { bearerFinder, type FormerBearer, nearest } from '../former-bearer.ts';
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
      if (to !== undefined || pages.has(path) || isComparisonPath(path)) continue;
      if (mayBeThere(path, context)) continue;
      bearerOf ??= bearerFinder(context);
      yield {
        file: addresses.file,
        line: addresses.lineOf([index]),
        found: `发布过的网址 ${path} 在新网站上没有了，也没有转到别处`,
        expected: '发布过的网址一直能打开：原来的文件还在，或由接替的网页转到',
        fix: mend(path, pages, bearerOf),
      };
    }
  },
});

function mend(path: string, pages: ReadonlySet<string>, bearerOf: (path: string) => FormerBearer): string {
  const family = path.split('/')[1] ?? '';
  const ofDocument = isCollection(family) || family === 'n';
  return ofDocument ? mendDocument(path, family, bearerOf(path)) : mendPage(path, family, pages);
}

function mendDocument(path: string, family: string, { document, alias }: FormerBearer): string {
  const withdrawn = `已撤下、没有文件接替的，把这一条改为 - { path: ${path}, to: ${family === 'n' ? '/citations/' : `/${family}/`} }`;
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
