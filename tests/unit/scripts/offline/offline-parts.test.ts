import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleScripts } from '../../../../scripts/offline/bundle-scripts.ts';
import { describeContent } from '../../../../scripts/offline/content-version.ts';
import { readPageScripts, scriptsOf } from '../../../../scripts/offline/page-scripts.ts';
import { rewriteStylesheet } from '../../../../scripts/offline/rewrite-stylesheet.ts';
import { treatmentOf } from '../../../../scripts/offline/site-files.ts';
import { wrapFile } from '../../../../scripts/offline/wrap-file.ts';
import { temporaryFolder } from '../run-script.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../../../src');
const folder = temporaryFolder();

describe('treatmentOf', () => {
  it.each([
    ['plans/a/index.html', 'page'],
    ['search/index.html', 'page'],
    ['404.html', 'leave'],
    ['sitemap-0.xml', 'leave'],
    ['search/opensearch.xml', 'leave'],
    ['admin/index.html', 'leave'],
    ['admin/config.json', 'leave'],
    ['search/api.js', 'leave'],
    ['_astro/x.js', 'leave'],
    ['_astro/x.css', 'stylesheet'],
    ['pagefind/ab12/index/x.pf_index', 'data'],
    ['search/facets.x.json', 'data'],
    ['api/numbers.json', 'data'],
    ['attachments/a.docx', 'copy'],
  ])('%s: %s', (file, treatment) => expect(treatmentOf(file)).toBe(treatment));
});

describe('wrapFile', () => {
  it.each([
    ['text', '“甲”\u2028\u0000</script>'],
    ['a mark at the beginning', '\uFEFF甲'],
  ])('keeps %s', (_name, text) => {
    expect(wrapFile(Buffer.from(text))).toBe(`document.currentScript.file=${JSON.stringify({ text })};`);
  });

  it('keeps bytes that are no text', () => {
    expect(wrapFile(Uint8Array.of(0x1f, 0x8b, 0xff))).toBe('document.currentScript.file={"base64":"H4v/"};');
  });
});

describe('rewriteStylesheet', () => {
  const site = {
    base: '/wenku/',
    siteUrl: 'https://wenku.example',
    files: new Set(['fonts/宋.woff2', '_astro/b.css']),
  };

  it('leads to files', async () => {
    const css =
      '@import "/wenku/_astro/b.css"; @font-face { font-family: x; src: url(/wenku/fonts/宋.woff2) } a { background: url("data:,x") }';
    const result = await rewriteStylesheet(css, '_astro/a.css', site);
    expect(result).toContain('"b.css"');
    expect(result).toContain('../fonts/%E5%AE%8B.woff2');
    expect(result).toContain('data:,x');
  });

  it('leaves one without addresses as it is', async () => {
    expect(await rewriteStylesheet('a { color : RED }', '_astro/a.css', site)).toBe('a { color : RED }');
  });
});

describe('page scripts', () => {
  it('are read from templates, whatever their frontmatter says', () => {
    const component = `---\nconst a = '<script>no</script>';\nif (1 < 2) {}\n---\n<script is:inline set:html={a} />\n<p>{a < 1 && <b />}</p>\n<script>\n  import './x.ts';\n  if (1 < 2) run();\n</script>\n<script type="application/json">{}</script>`;
    expect(scriptsOf(component).map((code) => code.trim())).toEqual([
      "import './x.ts';\n  if (1 < 2) run();",
    ]);
  });

  it('are those of all components', async () => {
    const scripts = (await readPageScripts(SOURCES)).map(({ component }) => path.basename(component));
    const entries = await readdir(SOURCES, { recursive: true });
    const bundled: string[] = [];
    for (const name of entries.filter((entry) => entry.endsWith('.astro'))) {
      if (/^\s*<script>/m.test(await readFile(path.join(SOURCES, name), 'utf8')))
        bundled.push(path.basename(name));
    }
    expect([...scripts, '404.astro'].sort()).toEqual(bundled.sort());
  });

  it('are bundled without modules and without fetch', async () => {
    const files = await bundleScripts('/wenku/');
    expect(files.map((file) => file.path).sort()).toEqual([
      'offline/page.js',
      'search/api.js',
      'search/document-number.js',
      'search/inflate.js',
    ]);
    for (const { path: name, content } of files) {
      const code = Buffer.from(content).toString('utf8');
      expect(code, name).not.toMatch(
        /\bimport\s*[({*"']|\bimport\.meta|\bglobalThis\.fetch|(?<![.\w$])fetch\(/,
      );
      expect(code, name).not.toContain('OFFLINE_');
    }
  });

  it('find their stand-ins under the names that they stand in for', async () => {
    const online = await readdir(path.join(SOURCES, 'ui/search'));
    const own = ['bundled.d.ts', 'fetch.ts', 'load-script.ts'];
    const standIns = (await readdir(path.join(SOURCES, 'ui/offline'))).filter((name) => !own.includes(name));
    expect(standIns.length).toBeGreaterThan(3);
    for (const name of standIns) expect(online).toContain(name);
  });
});

describe('describeContent', () => {
  const describeList = async (documents: readonly object[]): Promise<string[]> => {
    await mkdir(path.join(folder(), 'site/api'), { recursive: true });
    await mkdir(path.join(folder(), 'content'));
    await writeFile(path.join(folder(), 'site/api/documents.json'), JSON.stringify(documents));
    return await describeContent(path.join(folder(), 'site'), path.join(folder(), 'content'));
  };

  it('goes by the newest document where there is no git', async () => {
    const dates = ['2011-03-06', null, '2012-02', '2009'];
    expect(await describeList(dates.map((issuedOn) => ({ issuedOn })))).toEqual([
      '收录 4 份文件，其中最新的一份成文于 2012-02。',
    ]);
  });

  it('names no date where there is none', async () => {
    expect(await describeList([{ issuedOn: null }])).toEqual(['收录 1 份文件。']);
  });
});
