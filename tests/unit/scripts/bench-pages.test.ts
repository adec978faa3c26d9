import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { htmlParts } from '../../../scripts/bench/html-parts.ts';
import { isBelow, type LighthouseFigures } from '../../../scripts/bench/lighthouse-scores.ts';
import { readReport } from '../../../scripts/bench/measure-lighthouse.ts';
import { excessOf } from '../../../scripts/bench/page-budgets.ts';
import { fileOfAddress, filesOfPage, readReferences } from '../../../scripts/bench/page-files.ts';
import { gzipSize, weighPage } from '../../../scripts/bench/page-weight.ts';
import { reportLighthouse } from '../../../scripts/bench/report-lighthouse.ts';
import { temporaryFolder } from './run-script.ts';

const folder = temporaryFolder();

async function write(files: Record<string, string>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder(), file)), { recursive: true });
    await writeFile(path.join(folder(), file), text);
  }
}

describe('what a page names', () => {
  it('is told apart by what a browser does with it', () => {
    const html = `<link rel="stylesheet" href="/a.css"><link rel="alternate" href="/feed.xml"><link rel="canonical" href="/x/">
      <link rel="icon" href="/i.svg"><link rel="modulepreload" href="/m.js"><script type="module" src="/b.js"></script>
      <script>one()</script><script type="module">two()</script><script type="application/ld+json">{}</script>
      <img src="/c.webp" alt=""><img src="/later.webp" alt="" loading="lazy">`;
    expect(readReferences(html)).toEqual({
      styles: ['/a.css'],
      scripts: ['/m.js', '/b.js'],
      inline: [
        { code: 'one()', module: false },
        { code: 'two()', module: true },
      ],
      others: ['/i.svg', '/c.webp'],
    });
  });

  it('is a file of the site, below its base path', () => {
    const site = { dir: '', base: '/wenku/' };
    expect(fileOfAddress('/wenku/_astro/a.css', site, 'index.html')).toBe('_astro/a.css');
    expect(fileOfAddress('../a%20b.css?v=1', site, 'plans/x/index.html')).toBe('plans/a b.css');
    expect(fileOfAddress('/wenku/n/', site, 'index.html')).toBe('n/index.html');
    expect(() => fileOfAddress('https://cdn.example/a.js', site, 'index.html')).toThrow('not of the site');
    expect(() => fileOfAddress('/other/a.js', site, 'index.html')).toThrow(RangeError);
  });
});

describe.each(['/', '/wenku/'])('what a page of a site at %s loads', (base) => {
  it('is found through stylesheets and the static imports of its scripts', async () => {
    await write({
      'p/index.html': `<link rel="stylesheet" href="${base}s/a.css"><script type="module" src="${base}s/a.js"></script><script type="module">import '${base}s/inline.js'</script>`,
      's/a.css': '@import "b.css"; p { background: url(dot.svg), url("data:image/png;base64,aa") }',
      's/b.css': 'p{}',
      's/dot.svg': '<svg/>',
      's/a.js':
        'import { b } from "./b.js"; const text = `from "./no.js"`; b(text); void import("./lazy.js");',
      's/b.js': 'import "./c.js"; export const b = () => {};',
      's/c.js': 'export {};',
      's/lazy.js': 'import "./never.js";',
      's/never.js': '',
      's/inline.js': '',
    });
    expect(await filesOfPage({ dir: folder(), base }, 'p/index.html')).toEqual([
      ...['s/a.css', 's/a.js', 's/b.css', 's/b.js', 's/c.js', 's/dot.svg', 's/inline.js'],
    ]);
  });
});

describe('the weight of a page', () => {
  it('counts each file once, and scripts in the page with the scripts', async () => {
    const html = '<link rel="stylesheet" href="/a.css"><link rel="icon" href="/i.svg"><script>one()</script>';
    await write({ 'index.html': html, 'a.css': 'p { color: red }', 'i.svg': '<svg/>' });
    const weight = await weighPage({ dir: folder(), base: '/' }, 'index.html');
    expect(weight).toMatchObject({
      html: gzipSize(html),
      css: gzipSize('p { color: red }'),
      js: 0,
      scripts: gzipSize('one()'),
      total: gzipSize(html) + gzipSize('p { color: red }'),
    });
    expect(weight.parts.map(({ file }) => file).sort()).toEqual(['a.css', 'i.svg', 'index.html']);
  });

  it('that exceeds a budget is explained by its parts, largest first', async () => {
    const html = `<header class="masthead">教研文库</header><div data-document-body>${'磨课听课评课'.repeat(9)}</div>`;
    await write({ 'index.html': html });
    const weight = await weighPage({ dir: folder(), base: '/' }, 'index.html');
    expect(excessOf(weight, { total: 1000, scripts: 0 }, html)).toBeUndefined();
    const said = excessOf(weight, { total: 50, scripts: 0 }, html);
    expect(said).toContain(`${weight.total} bytes gzipped, ${weight.total - 50} too many`);
    expect(said).toMatch(/^ +\d+ {2}index\.html$/m);
    expect(said).toMatch(/^ +\d+ {2}header \(masthead\)$/m);
    expect(htmlParts(html).map(({ name }) => name)).toEqual(['document body', 'header (masthead)']);
  });
});

describe("Lighthouse's report", () => {
  const category = (score: number | null, ...ids: string[]) => ({
    score,
    auditRefs: ids.map((id) => ({ id, weight: id === 'info' ? 0 : 1 })),
  });

  it('is read as scores out of 100 and what lowers them', () => {
    const { scores, lowered } = readReport({
      categories: {
        performance: category(0.975, 'shift', 'fast'),
        accessibility: category(1),
        'best-practices': category(0.96, 'info', 'map', 'off'),
        seo: category(null),
      },
      audits: {
        shift: { score: 0.5, title: 'Cumulative Layout Shift', displayValue: '0.159' },
        fast: { score: 1, title: 'Fast' },
        info: { score: 0, title: 'Weighs nothing' },
        map: { score: 0, title: 'Source maps' },
        off: { score: null, title: 'Not applicable' },
      },
    });
    expect(scores).toEqual({ performance: 98, accessibility: 100, 'best-practices': 96, seo: 0 });
    expect(lowered).toEqual(['performance: Cumulative Layout Shift (0.159)', 'best-practices: Source maps']);
  });

  it('fails below 98 for performance and below 100 for the rest', () => {
    const figures = (performance: number, seo: number): LighthouseFigures => ({
      ...{ name: 'home', path: '', lowered: ['seo: Links'] },
      scores: { performance, accessibility: 100, 'best-practices': 100, seo },
    });
    expect(isBelow(figures(98, 100))).toBe(false);
    expect(isBelow(figures(97, 100))).toBe(true);
    expect(isBelow(figures(100, 99))).toBe(true);
    expect(reportLighthouse([figures(98, 100)]).join('\n')).not.toContain('!');
    expect(reportLighthouse([figures(98, 99)]).join('\n')).toMatch(/! 99[\s\S]*home: seo: Links/);
  });
});
