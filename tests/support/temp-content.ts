import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes a content folder (paths below it → contents) that is removed when the running test ends; returns its path. */
export async function tempContent(files: Record<string, string | Uint8Array>): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'content-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await writeContent(dir, files);
  return dir;
}

/** Writes files into a folder, which is made. */
export async function writeContent(dir: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
}

/** A plan of the fictional office that the check finds nothing wrong with; `extra` are more lines of frontmatter. */
export function planText(extra = '', body = '一、指导思想。\n'): string {
  const fields =
    'title: 云岭区教研室2012年度工作计划\nissuer: 云岭区教研室\nkind: 工作计划\ncompleteness: 全文\n';
  return `---\n${fields}${extra}---\n\n${body}`;
}
