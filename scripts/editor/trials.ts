/** What the editor must do in a real browser, each on the folder that it edits. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  differing,
  documents,
  Failed,
  field,
  open,
  save,
  saved,
  shoot,
  signIn,
  type Trial,
  type,
} from './form-steps.ts';

const MARK = '（试）';

/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Opens a document, changes its title and saves, takes the change back and saves: one line differs, then none. */
export async function roundTrip(trial: Trial, file: string): Promise<void> {
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

/** Changes one entry of topics.yml: one line differs. */
export async function editsRegister(trial: Trial, shots: string | undefined): Promise<void> {
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

/** A number written wrongly is refused, with the right one. */
export async function refusesWrong(trial: Trial, shots: string | undefined): Promise<void> {
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

/** A new document gets its file from its number, and nothing of what was left empty. */
export async function createsNew(trial: Trial, shots: string | undefined): Promise<void> {
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

/** A picture with a Chinese name is stored byte by byte. */
export async function uploads(trial: Trial, shots: string | undefined): Promise<void> {
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
export async function publishesDraft(trial: Trial, shots: string | undefined): Promise<void> {
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
