/** Adds the editor to a built site, if the settings want one. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditorSettings } from '../../src/core/editor-settings.ts';
import { loadContent } from '../../src/load/content-fs.ts';
import { ADMIN, adminFiles, choicesIn } from './admin-files.ts';

/**
 * Writes the folder `admin` into the site in `dir`; nothing at all where the editor is off. Comes after everything that
 * reads the site's pages: the editor is a tool, not a page of the site, and belongs in no sitemap, search or inspection.
 * @throws EditorUnavailable when Decap can't be had.
 */
export async function publishEditor(
  dir: string,
  editor: EditorSettings | undefined,
  { contentDir, base }: { contentDir: string; base: string },
  decap?: () => Promise<Map<string, Uint8Array>>,
): Promise<string[]> {
  if (!editor) return [];
  const files = await adminFiles(editor, choicesIn(await loadContent(contentDir)), base, decap);
  const folder = path.join(dir, ADMIN);
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(path.join(folder, name), content);
  return [`编辑器：${base}${ADMIN}/，改动存入 ${editor.repo} 的合并请求。`];
}
