import { stat } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type BuiltDocument, pageFile } from './measure-output.ts';
import type { Transfer, TransferLog } from './transfer.ts';

/** Bytes of one kind of file that a page loads. */
export interface Weight {
  readonly raw: number;
  readonly gzip: number;
}

/** What a browser with an empty cache loads for one document page. */
export interface PageFigures {
  readonly url: string;
  readonly html: Weight;
  readonly css: Weight;
  readonly js: Weight;
  readonly other: Weight;
  readonly total: Weight;
}

/** The pages of median and of largest HTML. */
export async function measurePages(
  outDir: string,
  documents: readonly BuiltDocument[],
  site: { url: string; log: TransferLog; browser: Browser },
): Promise<{ median: PageFigures; largest: PageFigures }> {
  const sized = await Promise.all(
    documents.map(async (document) => ({ document, size: (await stat(pageFile(outDir, document))).size })),
  );
  sized.sort((a, b) => a.size - b.size);
  const median = sized[Math.floor((sized.length - 1) / 2)];
  const largest = sized.at(-1);
  if (!median || !largest) throw new RangeError('the site has no document');
  return {
    median: await measurePage(median.document.url, site),
    largest: await measurePage(largest.document.url, site),
  };
}

async function measurePage(
  url: string,
  site: { url: string; log: TransferLog; browser: Browser },
): Promise<PageFigures> {
  const context = await site.browser.newContext();
  site.log.take();
  const page = await context.newPage();
  await page.goto(new URL(url, site.url).href, { waitUntil: 'networkidle' });
  await context.close();
  return { url, ...weigh(site.log.take()) };
}

function weigh(transfers: readonly Transfer[]): Omit<PageFigures, 'url'> {
  const sum = (keep: (file: string) => boolean): Weight => {
    const kept = transfers.filter(({ file }) => keep(file));
    const add = (key: 'raw' | 'gzip') => kept.reduce((bytes, transfer) => bytes + transfer[key], 0);
    return { raw: add('raw'), gzip: add('gzip') };
  };
  const known = /\.(?:html|css|js)$/;
  return {
    html: sum((file) => file.endsWith('.html')),
    css: sum((file) => file.endsWith('.css')),
    js: sum((file) => file.endsWith('.js')),
    other: sum((file) => !known.test(file)),
    total: sum(() => true),
  };
}
