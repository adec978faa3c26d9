import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/**
 * What the oldest browsers lack that the site is built for: Chrome 109 (the last on Windows 7, and the base of the
 * browsers that offices have there), Firefox 115 (the last on Windows 7), Safari 15.4. The bundlers put newer syntax
 * into older words, but add no methods. Each with the versions that brought it, of Chrome, Firefox and Safari.
 */
const LACKING: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Map.groupBy and Object.groupBy (117, 119, 17.4)', /\b(?:Map|Object)\.groupBy\b/],
  ['toSorted, toReversed, toSpliced, with (110, 115, 16)', /\.(?:toSorted|toReversed|toSpliced|with)\(/],
  ['Array.fromAsync (121, 115, 16.4)', /\bfromAsync\(/],
  [
    'Promise.withResolvers (119, 121, 17.4) and Promise.try (128, 134, 18.2)',
    /Promise\.(?:withResolvers|try)\b/,
  ],
  ['isWellFormed, toWellFormed (111, 119, 16.4)', /\.(?:is|to)WellFormed\(/],
  [
    'methods of sets (122, 127, 17)',
    /\.(?:union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/,
  ],
  ['helpers of iterators (122, 131, 18.4)', /\bIterator\.from\(|\.toArray\(/],
  ['URL.canParse (120, 115, 17) and URL.parse (126, 126, 18)', /\bURL\.(?:canParse|parse)\(/],
  [
    'AbortSignal.any (116, 124, 17.4) and AbortSignal.timeout (103, 100, 16)',
    /\bAbortSignal\.(?:any|timeout)\(/,
  ],
  ['base64 and hex of bytes (140, 133, 18.2)', /\.(?:fromBase64|toBase64|fromHex|toHex)\(/],
  ['checkVisibility (105, 106, 17.4)', /\.checkVisibility\(/],
  ['requestIdleCallback (47, 55, not in Safari)', /\brequestIdleCallback\(/],
  ['Intl.Segmenter (87, 125, 14.1)', /\bIntl\.Segmenter\b/],
  // In Safari before 16.4 a syntax error: nothing of the file runs.
  ['look-behind in regular expressions (62, 78, 16.4)', /\(\?<[=!]/],
];

const sites = {
  office: inject('officeSite'),
  fixture: inject('fixtureSite'),
  offline: inject('offlineSite'),
};

/** Code in a page itself; data of a program is none. */
const INLINE = /<script(?![^>]*(?:\bsrc=|json))[^>]*>(.*?)<\/script>/gs;

/** The files of a built site that hold code, and the code of each. */
async function codeOf(dir: string): Promise<(readonly [file: string, code: string])[]> {
  const files = await readdir(dir, { recursive: true });
  return Promise.all(
    files
      .filter((file) => /\.(?:m?js|html)$/.test(file))
      .sort()
      .map(async (file) => {
        const text = await readFile(path.join(dir, file), 'utf8');
        if (!file.endsWith('.html')) return [file, text] as const;
        return [file, [...text.matchAll(INLINE)].map(([, code]) => code).join('\n')] as const;
      }),
  );
}

/** A script with everything that it imports at once; what it may fetch later is not counted. */
async function loadedWith(dir: string, script: string, seen = new Set<string>()): Promise<Set<string>> {
  if (seen.has(script)) return seen;
  seen.add(script);
  const code = await readFile(path.join(dir, '_astro', script), 'utf8');
  for (const [, next = ''] of code.matchAll(/(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
    await loadedWith(dir, next, seen);
  return seen;
}

/** Of the lists of words by which that program finds where a number begins; see src/core/docnumber/edge-words.ts. */
const NUMBER_WORDS = '凭借 基于 鉴于';

describe('the scripts that a page loads', () => {
  it('know the words of the program that finds numbers where it is needed', async () => {
    expect(await readFile(path.join(sites.fixture, 'search/document-number.js'), 'utf8')).toContain(
      NUMBER_WORDS,
    );
  });

  it.each(['RegisterFilter', 'ComparePage', 'RefreshStatus', 'DocumentPage'])(
    'leave the program that finds numbers in texts to those who need it: %s',
    async (name) => {
      const files = await readdir(path.join(sites.fixture, '_astro'));
      const entry = files.find((file) => file.startsWith(`${name}.`) && file.endsWith('.js'));
      if (entry === undefined) throw new Error(`no script of ${name}`);
      for (const file of await loadedWith(sites.fixture, entry))
        expect(await readFile(path.join(sites.fixture, '_astro', file), 'utf8'), file).not.toContain(
          NUMBER_WORDS,
        );
    },
  );
});

describe.each(Object.entries(sites))('the scripts of the %s site', (_name, dir) => {
  it('use nothing that the oldest supported browsers lack', async () => {
    const files = await codeOf(dir);
    expect(files.filter(([file, code]) => file.endsWith('.js') && code.length > 0).length).toBeGreaterThan(3);
    const found = files.flatMap(([file, code]) =>
      LACKING.flatMap(([name, pattern]) => (pattern.test(code) ? `${file}: ${name}` : [])),
    );
    expect(found).toEqual([]);
  });
});

/**
 * What the oldest browsers don't know of style sheets, and drop with the whole rule or block that it stands in. A
 * property or value that is unknown is only left out: what holds then is what stands before it.
 */
const LACKING_IN_STYLES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [':has() (105, 121, 15.4), which takes its rule with it', /:has\(/],
  ['nested rules (120, 117, 17.2)', /[{;}]\s*&/],
  ['@container (105, 110, 16)', /@container\b/],
  ['@scope (118, 128, 17.4)', /@scope\b/],
  ['@starting-style (117, 129, 17.5)', /@starting-style\b/],
  ['ranges in media queries (104, 63, 16.4)', /@media[^{]*[<>]=?/],
  ['color-mix() (111, 113, 16.2) and light-dark() (123, 120, 17.5)', /\b(?:color-mix|light-dark)\(/],
  ['relative colours (119, 128, 16.4)', /\b(?:rgb|hsl|oklch|lab)\(from\b/],
  ['subgrid (117, 71, 16)', /\bsubgrid\b/],
  [':user-invalid (119, 88, 16.5)', /:user-(?:in)?valid\b/],
  ['popover (114, 125, 17)', /:popover-open\b/],
];

/** Blocks of which a browser itself decides whether it knows what they need. */
const SUPPORTS = /@supports[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/g;

describe.each(Object.entries(sites))('the style sheets of the %s site', (_name, dir) => {
  it('use nothing that the oldest supported browsers lack', async () => {
    const files = (await readdir(dir, { recursive: true })).filter((file) => file.endsWith('.css')).sort();
    expect(files.length).toBeGreaterThan(3);
    const found: string[] = [];
    for (const file of files) {
      const css = (await readFile(path.join(dir, file), 'utf8')).replace(SUPPORTS, '');
      for (const [name, pattern] of LACKING_IN_STYLES) if (pattern.test(css)) found.push(`${file}: ${name}`);
    }
    expect(found).toEqual([]);
  });
});
