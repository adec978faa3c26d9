/**
 * Tries the editor in a real browser, on a copy of the content: `npm run editor -- --self-test`. It needs Decap, fetched
 * once, and so is no part of `npm test`, which needs no network.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../launch-browser.ts';
import { documents, Failed, shoot, signIn, type Trial } from './form-steps.ts';
import type { RunningEditor } from './local-server.ts';
import { createsNew, editsRegister, publishesDraft, refusesWrong, roundTrip, uploads } from './trials.ts';

/** Starts the editor on a folder, with or without drafts. */
type Start = (dir: string, workflow: boolean) => Promise<RunningEditor>;

/** Runs all trials on copies of `contentDir`; 0 when all went well, 1 otherwise. `shots` is a folder for pictures. */
export async function selfTest(contentDir: string, start: Start, shots: string | undefined): Promise<number> {
  const browser = await launchBrowser();
  try {
    for (const workflow of [false, true]) await tryOut(browser, contentDir, start, { workflow, shots });
    console.log('编辑器试用通过。');
    return 0;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(`编辑器试用没有通过：${error.message}`);
    return 1;
  } finally {
    await browser.close();
  }
}

/** What a trial is asked to do: with drafts or without, and where to put pictures. */
interface Wish {
  workflow: boolean;
  shots: string | undefined;
}

async function tryOut(browser: Browser, contentDir: string, start: Start, wish: Wish): Promise<void> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'wenku-editor-'));
  try {
    await cp(contentDir, dir, { recursive: true });
    const editor = await start(dir, wish.workflow);
    try {
      await tryOn(browser, { home: editor.url, dir }, wish);
    } finally {
      await editor.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function tryOn(
  browser: Browser,
  served: Omit<Trial, 'page'>,
  { workflow, shots }: Wish,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
  const complaints = listen(page, new URL(served.home).origin);
  const trial = { page, ...served };
  try {
    await (workflow ? publishesDraft(trial, shots) : runTrials(trial, shots));
  } catch (error) {
    await shoot(page, shots, 'failed');
    throw error;
  } finally {
    await page.close();
  }
  if (complaints.length > 0) throw new Failed(`浏览器报告：\n${complaints.join('\n')}`);
}

async function runTrials(trial: Trial, shots: string | undefined): Promise<void> {
  const { page, dir } = trial;
  await signIn(trial);
  await shoot(page, shots, 'list');
  for (const file of await documents(dir)) await roundTrip(trial, file);
  await editsRegister(trial, shots);
  await refusesWrong(trial, shots);
  await createsNew(trial, shots);
  await uploads(trial, shots);
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, shots, 'narrow');
}

/** Gathers requests to other hosts, failed requests, errors and breaches of the policy. */
function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(?:blob|data):/.test(url) && !url.startsWith(`${origin}/`)) complaints.push(`外部请求 ${url}`);
  });
  page.on('response', (response) => {
    // Whether there is a draft of a document is asked by looking for it.
    const isQuestion = response.status() === 404 && response.url().endsWith('/api/v1');
    if (response.status() >= 400 && !isQuestion) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on('pageerror', (error) => {
    // Decap leaves what a refused form ends in, a bare object, to nobody.
    if (error.message !== 'Object') complaints.push(`脚本出错 ${error.message}`);
  });
  page.on('console', (message) => {
    // A form that is refused, and a draft that isn't there, are told to the console as well.
    const expected = /有几处要改|status of 404/.test(message.text());
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return complaints;
}
