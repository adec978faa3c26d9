/**
 * Tries the editor in a real browser, on a copy of the content: `npm run editor -- --self-test`. It needs Decap, fetched
 * once, and so is no part of `npm test`, which needs no network.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { COLLECTIONS } from '../../src/core/collections.ts';
import { launchBrowser } from '../launch-browser.ts';
import type { RunningEditor } from './local-server.ts';

/** Something that the editor did otherwise than it should. */
class Failed extends Error {}

const MARK = '（试）';
/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Trial {
  page: Page;
  home: string;
  dir: string;
}

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

async function shoot(page: Page, folder: string | undefined, name: string): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `editor-${name}.png`) });
}

async function documents(dir: string): Promise<string[]> {
  const lists = await Promise.all(
    COLLECTIONS.map(async (collection) => {
      const names = await readdir(path.join(dir, collection)).catch(() => []);
      return names.filter((name) => name.endsWith('.mdx')).map((name) => `${collection}/${name}`);
    }),
  );
  return lists.flat().sort();
}

async function signIn({ page, home }: Trial): Promise<void> {
  await page.goto(home);
  const inside = page.getByRole('heading', { name: '栏目' });
  await page.getByRole('button', { name: '登录' }).or(inside).first().waitFor();
  if (!(await inside.isVisible())) await page.getByRole('button', { name: '登录' }).click();
  await inside.waitFor();
}

async function open({ page, home }: Trial, address: string): Promise<void> {
  // From elsewhere, so that a form never keeps what another had.
  await page.goto(`${home}#/`);
  await page.getByRole('heading', { name: '栏目' }).waitFor();
  await page.goto(`${home}#/collections/${address}`);
  await field(page, 'title').waitFor();
}

const field = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();

/** Types a value. Decap sets the cursor back when it draws anew, which may come between selecting and typing. */
async function type(page: Page, name: string, value: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await field(page, name).fill(value);
    if ((await field(page, name).inputValue()) === value) return;
  }
  throw new Failed(`${name} 填不进去`);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('menuitem', { name: '存入文件', exact: true }).click();
}

async function saved(page: Page): Promise<string> {
  const report = page.locator('[data-report]');
  await report.waitFor();
  const text = await report.innerText();
  await report.getByRole('button', { name: '知道了' }).click();
  // Decap reads the document anew after saving; what is typed before is lost.
  await page.getByText('修改已保存').waitFor();
  await page.waitForLoadState('networkidle');
  if (!text.startsWith('已存入')) throw new Failed(`没有存成：${text}`);
  return text;
}

/** Opens a document, changes its title and saves, takes the change back and saves: one line differs, then none. */
async function roundTrip(trial: Trial, file: string): Promise<void> {
  const { page, dir } = trial;
  const at = path.join(dir, file);
  const before = await readFile(at, 'utf8');
  const [collection = '', name = ''] = file.split('/');
  const address = `${collection}/entries/${encodeURIComponent(name.replace(/\.mdx$/, ''))}`;
  await open(trial, address);
  const title = await field(page, 'title').inputValue();
  await type(page, 'title', title + MARK);
  await save(page);
  await saved(page);
  const changed = await readFile(at, 'utf8');
  const lines = differing(before, changed);
  if (lines !== `title: ${title}${MARK}`) throw new Failed(`${file} 只改标题，却变了：${lines}`);
  // A form goes on comparing with the document that it was opened with.
  await open(trial, address);
  await type(page, 'title', title);
  await save(page);
  await saved(page);
  const back = await readFile(at, 'utf8');
  if (back !== before) throw new Failed(`${file} 改回以后与原来不同：${differing(before, back)}`);
  console.log(`${file}：改一处、改回，都与原文件一致`);
}

/** The lines of a text that another lacks, or what tells of them when only the order or number of lines differs. */
function differing(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  const lines = after.split('\n').filter((line) => !known.has(line));
  return lines.length > 0 ? lines.join(' | ') : `${before.length} 字变成 ${after.length} 字`;
}

/** Changes one entry of topics.yml: one line differs. */
async function editsRegister(trial: Trial, shots: string | undefined): Promise<void> {
  const { page, home, dir } = trial;
  const at = path.join(dir, 'topics.yml');
  const before = await readFile(at, 'utf8').catch(() => '');
  if (!/^ {2}description: /m.test(before)) return;
  await page.goto(`${home}#/`);
  await page.getByRole('heading', { name: '栏目' }).waitFor();
  await page.goto(`${home}#/collections/registers/entries/topics`);
  await page.getByRole('button', { name: '新增主题' }).waitFor();
  // The first entry is folded behind the button that comes next.
  await page.getByRole('button', { name: '新增主题' }).locator('xpath=following::button[1]').click();
  await type(page, 'description', '改过的说明。');
  await shoot(page, shots, 'register');
  await save(page);
  await saved(page);
  const lines = differing(before, await readFile(at, 'utf8'));
  if (lines !== '  description: 改过的说明。') throw new Failed(`topics.yml 只改一条说明，却变了：${lines}`);
  console.log('topics.yml：只改了一条的那一行');
}

async function refusesWrong(trial: Trial, shots: string | undefined): Promise<void> {
  const [file = ''] = await documents(trial.dir);
  const before = await readFile(path.join(trial.dir, file), 'utf8');
  const { page } = trial;
  const [collection = '', name = ''] = file.split('/');
  await open(trial, `${collection}/entries/${encodeURIComponent(name.replace(/\.mdx$/, ''))}`);
  await type(page, 'docNumber', '云教研字[2012]03号');
  await save(page);
  const report = page.locator('[data-report=bad]');
  await report.waitFor();
  await shoot(page, shots, 'refused');
  if (!(await report.innerText()).includes('改为 云教研字〔2012〕3号'))
    throw new Failed('没有说出文号应怎样写');
  await report.getByRole('button').click();
  if ((await readFile(path.join(trial.dir, file), 'utf8')) !== before)
    throw new Failed('写错的文号存进了文件');
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto(`${trial.home}#/`);
  console.log('文号写错时不存，并说出应怎样写');
}

async function createsNew(trial: Trial, shots: string | undefined): Promise<void> {
  const { page, dir } = trial;
  await open(trial, 'plans/new');
  await type(page, 'title', '云岭区教研室2099年度工作计划');
  await type(page, 'docNumber', '云教研字〔2099〕3号');
  await type(page, 'issuer', '云岭区教研室');
  await type(page, 'issuedOn', '2099-02-20');
  await page.locator('[id^="kind-field-"]').first().click();
  await page.getByRole('option', { name: '工作计划', exact: true }).click();
  await type(page, 'body', '## 一、指导思想\n\n学校\\*\\*课程方案。');
  await shoot(page, shots, 'new');
  await save(page);
  await saved(page);
  const text = await readFile(path.join(dir, 'plans/yunjiaoyanzi-2099-3.mdx'), 'utf8').catch(() => '');
  const expected = `---
title: 云岭区教研室2099年度工作计划
docNumber: 云教研字〔2099〕3号
issuer: 云岭区教研室
kind: 工作计划
issuedOn: "2099-02-20"
status: 未核实
completeness: 全文
---

## 一、指导思想

学校\\*\\*课程方案。
`;
  if (text !== expected) throw new Failed(`新建的文件是：\n${text}`);
  console.log('新建一份：文件名由文号得出，空栏没有写进去');
}

async function uploads(trial: Trial, shots: string | undefined): Promise<void> {
  const { page, home, dir } = trial;
  const picture = path.join(dir, '..', `${path.basename(dir)}-听课节数 图1.png`);
  await writeFile(picture, PICTURE);
  try {
    await page.goto(`${home}#/`);
    await page.getByRole('button', { name: '附件和图片' }).click();
    await page.locator('input[type=file]').first().setInputFiles(picture);
    const named = page.getByText('听课节数', { exact: false }).first();
    await named.waitFor();
    await shoot(page, shots, 'media');
  } finally {
    await rm(picture, { force: true });
  }
  const stored = (await readdir(path.join(dir, 'files'))).filter((name) => name.includes('听课节数'));
  const [name = ''] = stored;
  if (stored.length !== 1 || !(await readFile(path.join(dir, 'files', name))).equals(PICTURE)) {
    throw new Failed(`上传的图片没有原样存下：${stored.join('、')}`);
  }
  console.log(`上传的图片原样存为 files/${name}`);
}

/** Changes a title as a draft, which leaves the file alone, and publishes it, which changes one line. */
async function publishesDraft(trial: Trial, shots: string | undefined): Promise<void> {
  const { page, home, dir } = trial;
  await signIn(trial);
  const [file = ''] = await documents(dir);
  const at = path.join(dir, file);
  const before = await readFile(at, 'utf8');
  const [collection = '', name = ''] = file.split('/');
  await open(trial, `${collection}/entries/${encodeURIComponent(name.replace(/\.mdx$/, ''))}`);
  const title = await field(page, 'title').inputValue();
  await type(page, 'title', title + MARK);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: '状态: 草稿' }).waitFor();
  if ((await readFile(at, 'utf8')) !== before) throw new Failed('草稿存进了文件');
  await page.getByRole('button', { name: '状态: 草稿' }).click();
  await page.getByRole('menuitem', { name: '就绪' }).click();
  await page.getByRole('button', { name: '状态: 就绪' }).waitFor();
  await page.goto(`${home}#/workflow`);
  await page.getByText(title + MARK).waitFor();
  await shoot(page, shots, 'workflow');
  await open(trial, `${collection}/entries/${encodeURIComponent(name.replace(/\.mdx$/, ''))}`);
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByRole('menuitem', { name: '立即发布', exact: true }).click();
  const report = page.locator('[data-report]');
  await report.waitFor();
  const lines = differing(before, await readFile(at, 'utf8'));
  if (lines !== `title: ${title}${MARK}`) throw new Failed(`${file} 发布以后变了：${lines}`);
  console.log(`${file}：存为草稿不动文件，就绪、发布以后只变一行`);
}
