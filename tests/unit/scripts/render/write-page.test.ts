import { hash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MadeContent, PageTask } from '../../../../scripts/render/page-program.ts';
import { pageWriter } from '../../../../scripts/render/write-page.ts';
import { readNote, TextTable } from '../../../../src/inspect/page-notes.ts';
import { tempContent } from '../../../support/temp-content.ts';

const task = (file: string, isPage = true): PageTask => ({
  ...{ file, pathname: `/${file}`, route: 0, isPage, ofProgram: false, indexed: false },
});
const made = (text: string, reads: [string, string][] = []): MadeContent => ({
  content: new TextEncoder().encode(text),
  reads: new Map(reads),
});
const HTML = '<title>计划</title><a href="/x/">x</a>';

describe('pageWriter', () => {
  it('writes a page and notes what it says and what it read', async () => {
    const dir = await tempContent({});
    const table = new TextTable();
    const written = pageWriter(dir, table)(task('plans/a/index.html'), made(HTML, [['site.pages', 'abc']]));
    const file = path.join(dir, 'plans/a/index.html');
    expect(await readFile(file, 'utf8')).toBe(HTML);
    const { size, mtimeMs } = await stat(file);
    expect(written).toMatchObject({ bytes: size, modified: mtimeMs });
    expect(written.note && readNote(written.note, table.texts)).toMatchObject({ title: '计划' });
    expect([...(written.reads ?? [])].map((number) => table.texts[number])).toEqual(['abc site.pages']);
    expect(written.sum).toBeUndefined();
  });

  it('knows the page of a document by its content', async () => {
    const text = `${HTML}<article data-document="plans/a"></article>`;
    const shown = text.replace('data-document=', 'data-document data-id=');
    const write = pageWriter(await tempContent({}), new TextTable());
    expect(write(task('plans/a/index.html'), made(shown)).sum).toBe(hash('sha256', shown, 'base64url'));
  });

  it('notes nothing of what is no page', async () => {
    const write = pageWriter(await tempContent({}), new TextTable());
    const written = write(task('api/index.json', false), made('{}'));
    expect(Object.keys(written).sort()).toEqual(['bytes', 'modified']);
  });

  it("throws the disk's own words when it refuses a file", async () => {
    const dir = await tempContent({});
    await writeFile(path.join(dir, 'a'), 'a file where a folder should be');
    const write = pageWriter(dir, new TextTable());
    expect(() => write(task('a/index.html'), made(HTML))).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(EEXIST|ENOTDIR)$/) }),
    );
  });
});
