import { isCollection } from '../../core/collections.ts';
import { isComparisonPath } from '../../core/comparison-pages.ts';
import type { PublishedAddress } from '../../schema/registers.ts';
import { bearerFinder, type FormerBearer, nearest } from '../former-bearer.ts';
import { leadsOn } from '../number-bearers.ts';
import { defineRule, type Finding, type LintContext } from '../rule.ts';
import { FIXED_PAGES } from '../site-addresses.ts';
import { mayBeThere } from '../unknown-pages.ts';

/** A published address that the coming site neither has nor leads on from: every link to it from elsewhere would break. */
export default defineRule({
  id: 'address-lost',
  severity: 'error',
  needs: ['documents', 'unreadable', 'topics', 'addresses', 'pages'],
  *check(context) {
    const { addresses, pages } = context;
    if (isOfAnotherLibrary(context)) {
      yield { file: addresses.file, line: 1, ...ANOTHER_LIBRARY };
      return;
    }
    let bearerOf: ReturnType<typeof bearerFinder> | undefined;
    for (const [index, { path, to }] of addresses.entries.entries()) {
      if (!isLost({ path, to }, context)) continue;
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

type Context = Pick<LintContext, 'documents' | 'unreadable' | 'topics' | 'addresses' | 'pages'>;

function isLost({ path, to }: PublishedAddress, context: Context): boolean {
  if (to !== undefined || isComparisonPath(path)) return false;
  return !leadsOn(path, context) && !mayBeThere(path, context);
}

/** A register with fewer entries may well have lost them all. */
const TELLING = 10;

/**
 * Whether another office took the site over and left the register of the one before: none of its pages is there. Years
 * and the pages that every site has say nothing.
 */
function isOfAnotherLibrary(context: Context): boolean {
  const { entries } = context.addresses;
  if (entries.length < TELLING) return false;
  const own = entries.filter(
    ({ path, to }) =>
      to === undefined &&
      !path.startsWith('/years/') &&
      !FIXED_PAGES.includes(path) &&
      !isComparisonPath(path),
  );
  return own.length > 0 && own.every((entry) => isLost(entry, context));
}

const ANOTHER_LIBRARY: Pick<Finding, 'severity' | 'found' | 'expected' | 'fix'> = {
  severity: 'warning',
  found: 'addresses.yml 登记的网址一个也不在新网站上，像是另一个文库的',
  expected: '本库发布过的网址',
  fix: '换了单位的，删去这个文件，网站发布以后运行 npm run addresses 重新登记；确是本库的，恢复原来的文件，或在现在的文件里逐一写上旧称（aliases）',
};

/** What to do when nothing takes the place of a document. A number that is still cited keeps its page, which can't lead on. */
function withdrawal(path: string, family: string, pages: ReadonlySet<string>): string {
  if (pages.has(path)) return '已撤下、没有文件接替的，删去这一条，这一页照旧说明谁引用了它';
  return `已撤下、没有文件接替的，把这一条改为 - { path: ${path}, to: ${family === 'n' ? '/citations/' : `/${family}/`} }`;
}

function mendDocument({ document, alias }: FormerBearer, withdrawn: string): string {
  if (!document)
    return `文件还在的，在它的著录信息里加一行 aliases: [${alias}]；并入别的文件的，加在那一份里；误删的，恢复文件；${withdrawn}`;
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
