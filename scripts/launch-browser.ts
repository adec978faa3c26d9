/** A real browser for the tests: an installed Chrome or Chromium, else the one from npm. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
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

/** A browser that a program of another make drives by its debugging port. */
export interface DebuggedBrowser {
  readonly port: number;
  close(): Promise<void>;
}

/** Launches it with a profile of its own, on a free port of this machine. The caller closes it. */
export async function launchDebuggedBrowser(): Promise<DebuggedBrowser> {
  const executablePath = await findExecutable();
  const profile = await mkdtemp(path.join(os.tmpdir(), 'wenku-browser-'));
  const flags = [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(executablePath, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  const close = async (): Promise<void> => {
    process.off('exit', stop);
    stop();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (piece) => {
      said += piece;
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`the browser ended at once: ${said.trim()}`)));
  }).catch(async (error) => {
    await close();
    throw error;
  });
  return { port, close };
}
