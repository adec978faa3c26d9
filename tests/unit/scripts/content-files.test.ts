import { readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyContentFiles } from '../../../scripts/content-files.ts';
import { contentFiles } from '../../../src/load/content-files-fs.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

test('the files of the content are listed, but no drafts and no links to elsewhere', async () => {
  const dir = await tempContent({
    'files/附表 1#.docx': 'a',
    'files/2012/图.png': 'b',
    'files/_draft.docx': 'c',
    'files/.old/x.docx': 'd',
  });
  await symlink('/etc/hostname', path.join(dir, 'files/host.txt'));
  expect(await contentFiles(dir)).toEqual(['files/2012/图.png', 'files/附表 1#.docx']);
});

test('a folder without files has none', async () => {
  expect(await contentFiles(await tempContent({}))).toEqual([]);
});

test('only what may be handed to readers is copied, byte for byte', async () => {
  const dir = await tempContent({ 'files/a/form.PDF': '', 'files/page.html': '<script>1</script>' });
  const bytes = Buffer.from([0, 255, 13, 10]);
  await writeFile(path.join(dir, 'files/a/form.PDF'), bytes);
  const out = await tempContent({});
  await copyContentFiles(dir, out);
  expect(await contentFiles(out)).toEqual(['files/a/form.PDF']);
  expect(await readFile(path.join(out, 'files/a/form.PDF'))).toEqual(bytes);
});

test('what only drafts use is not copied', async () => {
  const dir = await tempContent({
    'plans/draft.mdx': planText('draft: true\n', '见[甲](/files/a.txt)和[乙](/files/b.txt)。\n'),
    'plans/plan.mdx': planText('', '见[乙](/files/b.txt)。\n'),
    'files/a.txt': 'a',
    'files/b.txt': 'b',
    'files/c.txt': 'c',
  });
  const out = await tempContent({});
  await copyContentFiles(dir, out);
  expect(await contentFiles(out)).toEqual(['files/b.txt', 'files/c.txt']);
});
