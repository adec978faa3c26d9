import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openSite } from '../support/open-site.ts';
import { KIND_ENTRIES, settle } from '../support/page-kinds.ts';
import { reflowFaults, TEXT_SPACING } from '../support/reflow.ts';
import { targetsOf } from '../support/targets.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const LONG = 240_000;

interface Enlarging {
  name: string;
  options: BrowserContextOptions;
  /** A style sheet of the reader's own. */
  css?: string;
  text?: 'large' | 'huge';
}

/** Zoom makes the window smaller in CSS pixels: 1280 of them at 400 % are 320. */
const ENLARGINGS: readonly Enlarging[] = [
  { name: 'zoom of 200 %', options: { viewport: { width: 640, height: 450 } } },
  { name: 'zoom of 400 %', options: { viewport: { width: 320, height: 256 } } },
  {
    name: 'text alone at 200 %',
    options: { viewport: { width: 1280, height: 900 } },
    css: 'html { font-size: 200% !important }',
  },
  {
    name: 'text alone at 200 % on a phone',
    options: { viewport: { width: 390, height: 844 } },
    css: 'html { font-size: 200% !important }',
  },
  { name: 'wider spacing', options: { viewport: { width: 1280, height: 900 } }, css: TEXT_SPACING },
  {
    name: 'wider spacing on a small phone',
    options: { viewport: { width: 320, height: 640 } },
    css: TEXT_SPACING,
  },
  { name: 'large text on a small phone', options: { viewport: { width: 320, height: 640 } }, text: 'large' },
  { name: 'very large text on a phone', options: { viewport: { width: 390, height: 844 } }, text: 'huge' },
];

describe.each(ENLARGINGS)('with $name', ({ options, css, text }) => {
  it('no kind of page scrolls sideways or cuts words off, folded or open', { timeout: LONG }, async () => {
    const { page, home } = await site.visit('', { ...options, reducedMotion: 'reduce' });
    if (text) await page.evaluate((text) => localStorage.setItem('display', JSON.stringify({ text })), text);
    const faults: string[] = [];
    for (const [kind, path] of KIND_ENTRIES) {
      await page.goto(home + path);
      await settle(page, path);
      if (css) await addStyles(page, css);
      const folded = await reflowFaults(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const open = (await reflowFaults(page)).map((fault) => `open, ${fault}`);
      faults.push(...[...folded, ...open].map((fault) => `${kind}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
});

/** Marks within the text: their size is that of the line (WCAG 2.5.5 and 2.5.8, “inline”). */
const IN_TEXT = /^a\.(?:anchor|note-mark)\b/;

describe.each([
  { name: 'on a phone every control is 44 pixels wide and high', width: 390, least: 44, spaced: false },
  {
    name: 'beside a mouse every control is 24 pixels, or stands apart',
    width: 1280,
    least: 24,
    spaced: true,
  },
])('$name', ({ width, least, spaced }) => {
  it('on each kind of page', { timeout: LONG }, async () => {
    const touch = width < 600;
    const { page, home } = await site.visit('', {
      viewport: { width, height: 800 },
      hasTouch: touch,
      isMobile: touch,
    });
    const faults: string[] = [];
    for (const [kind, path] of KIND_ENTRIES) {
      await page.goto(home + path);
      await settle(page, path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      for (const { label, inline, width, height, spacing } of await targetsOf(page)) {
        const small = width < least - 0.5 || height < least - 0.5;
        if (!small || inline || IN_TEXT.test(label) || (spaced && spacing >= least / 2)) continue;
        faults.push(`${kind}: ${label} is ${width} × ${height}`);
      }
    }
    expect(faults).toEqual([]);
  });
});

/** As a reader's own style sheet: one that the page's policy has no say in. */
async function addStyles(page: Page, css: string): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, css);
}
