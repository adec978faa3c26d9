import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LibraryDocument } from '../../../src/core/library.ts';
import { isListPage, LONGEST_LIST } from '../../../src/core/list-pages.ts';
import { FIXED_PAGES, FRAME_ANCHORS, siteAddresses } from '../../../src/lint/site-addresses.ts';
import { libraryDocument } from '../../support/library-document.ts';

const SRC = path.resolve(import.meta.dirname, '../../../src');
/** Made by the sitemap's integration and by the index builder, not by src/pages. */
const MADE_OTHERWISE = ['/sitemap-index.xml', '/search/api.js'];

async function filesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

describe('addresses of the site', () => {
  test('the fixed pages are those of src/pages', async () => {
    const routes = (await filesBelow(path.join(SRC, 'pages')))
      // A module beside the pages, and a style sheet, are nothing to link to.
      .filter((file) => !file.includes('[') && !/(?:^|\/)_|\.css\.ts$/.test(file))
      .map((file) => {
        if (file === '404.astro') return '/404.html';
        if (file.endsWith('.ts')) return `/${file.slice(0, -3)}`;
        return `/${file.replace(/(?:index)?\.astro$/, '')}/`.replace('//', '/').replace(/\/{2,}$/, '/');
      });
    expect([...FIXED_PAGES].sort()).toEqual([...routes, ...MADE_OTHERWISE].sort());
  });

  test('the pages made from content are those of src/pages', async () => {
    const families = (await filesBelow(path.join(SRC, 'pages')))
      .filter((file) => file.includes('['))
      // What follows a document's own address is told apart: plans/ and plans/…/changes.
      .map((file) =>
        file
          .replace(/\[[^\]]+\]\.(?:astro|(?:json|docx)\.ts)$/, '')
          .replace(/\[[^\]]+\]\/(.+?)(?:\.astro)?$/, '…/$1'),
      );
    expect(families.sort()).toEqual(
      [
        // What leads on: former ids and the redirects of addresses.yml. And the Word files beside the documents.
        '',
        '',
        'api/schema/',
        'citations/',
        'help/',
        'help/rules/',
        'issuers/',
        'issuers/…/page/',
        'n/',
        'plans/',
        'plans/page/',
        'plans/…/changes',
        'policies/',
        'policies/page/',
        'summaries/',
        'summaries/page/',
        'summaries/…/against-plan',
        'summaries/…/changes',
        'topics/',
        'topics/…/page/',
        'years/',
        'years/…/page/',
      ].sort(),
    );
  });

  test('the anchors of the frame stand in the components', async () => {
    const files = (await filesBelow(path.join(SRC, 'ui'))).filter((file) => file.endsWith('.astro'));
    const texts = await Promise.all(files.map((file) => readFile(path.join(SRC, 'ui', file), 'utf8')));
    for (const id of FRAME_ANCHORS) expect(texts.join('\n')).toContain(`id="${id}"`);
  });

  test('follow from the documents, the registers and what is cited', () => {
    const pages = siteAddresses({
      documents: [
        libraryDocument('policies/a', {
          ...{ issuer: '云岭区教研室', topics: ['磨课'], years: [2012, 2013] },
          ...{ docNumber: '云教研字〔2012〕3号', aliases: ['plans/draft', '云教研字〔2012〕30号'] },
        }),
        libraryDocument('policies/b', { issuer: '云岭区教育局' }),
      ],
      claimed: new Set([
        'plans/yunjiaoyanzi-2012-3',
        '云教研字〔2012〕3号',
        'policies/faulty',
        'plans/draft',
        'plans/yunjiaoyanzi-2012-30',
      ]),
      topics: [{ name: '听课', slug: 'lessons' }],
      namedNumbers: ['云教发〔2011〕5号'],
      helpPages: ['search'],
      ruleIds: ['file-name'],
    });
    const made = [...pages]
      .filter((page) => !FIXED_PAGES.includes(page) && !page.startsWith('/api/schema/'))
      .sort();
    expect(made).toEqual(
      [
        '/plans/yunjiaoyanzi-2012-3/',
        '/policies/faulty/',
        '/policies/a/a.docx',
        '/policies/b/b.docx',
        '/plans/draft/',
        '/plans/yunjiaoyanzi-2012-30/',
        '/n/云教研字〔2012〕30号/',
        '/years/2012/',
        '/years/2013/',
        '/issuers/yunlingqujiaoyanshi/',
        '/issuers/yunlingqujiaoyuju/',
        '/topics/moke/',
        '/topics/lessons/',
        '/n/云教研字〔2012〕3号/',
        '/n/云教发〔2011〕5号/',
        '/help/search/',
        '/help/rules/file-name/',
        // Those below former ids lead on; each state of the register has a page, or leads to the register.
        ...['/plans/draft/changes/'],
        ...['held', 'record', 'missing', 'ambiguous'].map((state) => `/citations/${state}/`),
      ].sort(),
    );
  });

  test('have the further pages of lists that are too long for one', () => {
    const documents = Array.from({ length: LONGEST_LIST + 1 }, (_, index) =>
      libraryDocument(`policies/a${index}`, {
        ...{ issuer: '云岭区教育局', years: [index === 0 ? 2011 : 2012], topics: index < 9 ? ['听课'] : [] },
      }),
    );
    const none = { claimed: new Set<string>(), topics: [], namedNumbers: [], helpPages: [], ruleIds: [] };
    const further = (own: typeof documents) =>
      [...siteAddresses({ documents: own, ...none })].filter(isListPage);
    expect(further(documents)).toEqual(['/policies/page/2/', '/issuers/yunlingqujiaoyuju/page/2/']);
    expect(further(documents.slice(1))).toEqual([]);
  });

  test('have comparisons where there is something to compare', () => {
    const plan = (year: number, more: Partial<LibraryDocument> = {}): LibraryDocument =>
      libraryDocument(`plans/${year}`, { kind: '工作计划', years: [year], period: `${year}年`, ...more });
    const pages = siteAddresses({
      documents: [
        plan(2011),
        plan(2012),
        plan(2013, { completeness: '题录' }),
        libraryDocument('summaries/2012', { kind: '工作总结', years: [2012], period: '2012年' }),
      ],
      claimed: new Set(),
      topics: [],
      namedNumbers: [],
      helpPages: [],
      ruleIds: [],
    });
    const made = [...pages].filter((page) => /\/(?:changes|against-plan)\/$/.test(page));
    expect(made.sort()).toEqual(['/plans/2012/changes/', '/summaries/2012/against-plan/']);
  });
});
