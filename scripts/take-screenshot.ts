import path from 'node:path';
import { readEnvironment } from './build/environment.ts';
import { launchBrowser } from './launch-browser.ts';
import { serveStatic } from './serve-static.ts';

/**
 * Takes the README's picture of the built site: `node scripts/take-screenshot.ts` after `npm run build`. The machine
 * needs a Chinese font.
 */
const PICTURE = path.resolve('.github/screenshot.png');
const SHOWN = 'plans/yijiaohanzi-2011-4/';
const SIZE = { width: 1280, height: 860 };

const { outDir, base } = readEnvironment();
const [server, browser] = await Promise.all([
  serveStatic(outDir, { port: 0, basePath: base }),
  launchBrowser(),
]);
try {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(server.url + SHOWN);
  await page.screenshot({ path: PICTURE });
  console.log(`已写入 ${PICTURE}`);
} finally {
  await browser.close();
  await server.close();
}
