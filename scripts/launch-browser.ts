/** A real browser for the tests: an installed Chrome or Chromium, else the one from npm. */
import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser to run; CHROME_PATH names one explicitly. */
async function findExecutable(): Promise<string> {
  const named = process.env['CHROME_PATH'];
  const installed = [named, ...INSTALLED].find((file) => file !== undefined && existsSync(file));
  return installed ?? (await bundled.executablePath());
}

/** Launches it. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findExecutable();
  return await chromium.launch({ executablePath, args: FLAGS });
}
