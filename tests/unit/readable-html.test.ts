import { expect, it } from 'vitest';
import { readableHtml } from '../support/readable-html.ts';

it('sets a page in by depth, text and inline elements in one line, without hashes of files', () => {
  const page =
    '<!DOCTYPE html><html><head><link href="/_astro/page.3wgr9gFo.css" rel="stylesheet"></head>' +
    '<body><p class="b" id="a">甲 <a href="/x/">乙 &lt;</a>\n丙</p><script>if (a < b) c()</script></body></html>';
  expect(readableHtml(page)).toBe(
    [
      '<!DOCTYPE html>',
      '<html>',
      '  <head>',
      '    <link href="/_astro/page.*.css" rel="stylesheet">',
      '  <body>',
      '    <p class="b" id="a">',
      '      甲 <a href="/x/">乙 &lt;</a> 丙',
      '    <script>',
      '      if (a < b) c()',
      '',
    ].join('\n'),
  );
});

it('shows a change of an attribute, of a text and of the order of elements', () => {
  const pages = [
    '<p id="a">x</p><i>y</i>',
    '<p id="b">x</p><i>y</i>',
    '<p id="a">z</p><i>y</i>',
    '<i>y</i><p id="a">x</p>',
  ];
  expect(new Set(pages.map(readableHtml)).size).toBe(pages.length);
});
