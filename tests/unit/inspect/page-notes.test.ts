import { describe, expect, it } from 'vitest';
import { notePage, readNote, renumber, TextTable } from '../../../src/inspect/page-notes.ts';
import { readBuiltPage } from '../../../src/inspect/read-page.ts';

const PAGE = readBuiltPage(
  '<html><head><title>甲</title><meta name="robots" content="noindex"><meta name="SiteName" content="文库"></head>' +
    '<body id="top"><a href="/a/#p1" id="p1">一</a><a href="#top" data-redirect>二</a><img src="/x.png"></body></html>',
);
const PLAIN = readBuiltPage('<title>乙</title><a href="/a/">一</a>');

describe('notePage', () => {
  it('keeps all that the inspection reads of a page', () => {
    const table = new TextTable();
    const notes = [PAGE, PLAIN].map((page) => notePage(page, table));
    expect(notes.map((note) => readNote(note, table.texts))).toEqual([PAGE, PLAIN]);
    expect(PAGE).toMatchObject({ title: '甲', noindex: true, redirect: true, withoutAlt: ['/x.png'] });
  });

  it('writes a text that many pages have once', () => {
    const table = new TextTable();
    notePage(PLAIN, table);
    const before = table.texts.length;
    notePage(PLAIN, table);
    expect(table.texts.length).toBe(before);
  });
});

describe('renumber', () => {
  it('moves a note to another table', () => {
    const own = new TextTable();
    notePage(PLAIN, own);
    const note = notePage(PAGE, own);
    const common = new TextTable(['一个页面用过的', '/a/']);
    const moved = renumber(note, (number) => common.numberOf(own.texts[number] ?? ''));
    expect(readNote(moved, common.texts)).toEqual(PAGE);
  });
});
