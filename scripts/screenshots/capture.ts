import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import type { Cut, Picture } from './pictures.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Pixels of the file for each CSS pixel: a wide picture is shown at two thirds of its size, so that it is sharp on dense
 * screens as it is; a narrow one is shown as large as it was.
 */
export const scaleOf = ({ width }: { readonly width: number }): number => (width > 1000 ? 1 : 1.25);
const QUALITY = 50;

/** The day on which all pictures are taken, for what a page tells of today. */
const TODAY = '2024-06-03T02:00:00Z';

/** A picture as a file holds it; sizes in CSS pixels. */
export interface Taken {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Takes one picture. `home` is the address of the site, with a slash at the end. */
export async function capture(
  browser: Browser,
  home: string,
  picture: Picture,
  theme: Theme,
): Promise<Taken> {
  const context = await browser.newContext({
    viewport: { width: picture.width, height: picture.height },
    deviceScaleFactor: scaleOf(picture),
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.clock.setFixedTime(TODAY);
    await page.goto(home + picture.path, { waitUntil: 'networkidle' });
    // Not as a style element: the page's own policy would refuse it.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { caret-color: transparent !important; transition: none !important }');
      document.adoptedStyleSheets.push(sheet);
    });
    const cut = await picture.prepare?.(page);
    const clip = await clipOf(page, picture, cut);
    const session = await context.newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
      clip: { ...clip, scale: scaleOf(picture) },
      captureBeyondViewport: cut !== undefined,
    });
    return { bytes: Buffer.from(data, 'base64'), width: clip.width, height: clip.height };
  } finally {
    await context.close();
  }
}

/** In the page's own coordinates. */
async function clipOf(page: Page, { width, height }: Picture, cut: Cut | undefined) {
  const scrolled = await page.evaluate(() => ({ x: window.scrollX, y: window.scrollY }));
  if (!cut) return { ...scrolled, width, height };
  const box = await page.locator(cut.selector).first().boundingBox();
  if (!box) throw new Error(`nothing is shown at ${cut.selector}`);
  const x = Math.max(0, Math.floor(box.x + scrolled.x - cut.around));
  return {
    x,
    y: Math.max(0, Math.floor(box.y + scrolled.y - cut.around)),
    width: Math.min(width - x, Math.ceil(box.width) + 2 * cut.around),
    height: Math.min(height, Math.ceil(box.height) + 2 * cut.around),
  };
}

/**
 * Whether the browser has a Chinese font: without one, two characters look the same, an empty box.
 */
export async function hasChineseFont(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(() => {
      const draw = (text: string): string => {
        const canvas = document.createElement('canvas');
        const context = canvas.getContext('2d');
        if (!context) return '';
        context.font = '40px sans-serif';
        context.fillText(text, 10, 60);
        return canvas.toDataURL();
      };
      return draw('教') !== draw('研');
    });
  } finally {
    await page.close();
  }
}
