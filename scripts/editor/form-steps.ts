/** Steps in the editor's pages, for trying it out in a real browser. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { COLLECTIONS } from '../../src/core/collections.ts';

/** Something that the editor did otherwise than it should. */
export class Failed extends Error {}

/** What a trial works with: the page, the address of the editor, and the folder that it edits. */
export interface Trial {
  page: Page;
  home: string;
  dir: string;
}

/** Takes a picture, where pictures are wanted. */
export async function shoot(page: Page, folder: string | undefined, name: string): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: path.join(folder, `editor-${name}.png`) });
}

/** The documents of a content folder by their paths in it, in byte order. */
export async function documents(dir: string): Promise<string[]> {
  const lists = await Promise.all(
    COLLECTIONS.map(async (collection) => {
      const names = await readdir(path.join(dir, collection)).catch(() => []);
      return names.filter((name) => name.endsWith('.mdx')).map((name) => `${collection}/${name}`);
    }),
  );
  return lists.flat().sort();
}

/** Opens the editor and gets past its first page. */
export async function signIn({ page, home }: Trial): Promise<void> {
  await page.goto(home);
  const inside = page.getByRole('heading', { name: '栏目' });
  await page.getByRole('button', { name: '登录' }).or(inside).first().waitFor();
  if (!(await inside.isVisible())) await page.getByRole('button', { name: '登录' }).click();
  await inside.waitFor();
}

/** Opens a form by its address. */
export async function open({ page, home }: Trial, address: string): Promise<void> {
  // From elsewhere, so that a form never keeps what another had.
  await page.goto(`${home}#/`);
  await page.getByRole('heading', { name: '栏目' }).waitFor();
  await page.goto(`${home}#/collections/${address}`);
  await field(page, 'title').waitFor();
}

/** A field of the form by its name. */
export const field = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();

/** Types a value. Decap sets the cursor back when it draws anew, which may come between selecting and typing. */
export async function type(page: Page, name: string, value: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    await field(page, name).fill(value);
    if ((await field(page, name).inputValue()) === value) return;
  }
  throw new Failed(`${name} 填不进去`);
}

/** Saves into the folder. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('menuitem', { name: '存入文件', exact: true }).click();
}

/** What is reported of what was saved. @throws Failed when it was not. */
export async function saved(page: Page): Promise<string> {
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

/** The lines of a text that another lacks, or what tells of them when only the order or number of lines differs. */
export function differing(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  const lines = after.split('\n').filter((line) => !known.has(line));
  return lines.length > 0 ? lines.join(' | ') : `${before.length} 字变成 ${after.length} 字`;
}
