import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { followMarkup, type MarkupTaker } from '../../../../src/core/markup/follow-markup.ts';
import type { Attributes } from '../../../../src/core/markup/start-tag.ts';

const WANTED: ReadonlySet<string> = new Set(['id', 'class', 'data-clause']);

/** What is handed on, line by line; texts that stand in a row are one. */
class Notes implements MarkupTaker {
  readonly lines: string[] = [];
  private text = '';

  start(name: string, attributes: Attributes): void {
    const wanted = Object.entries(attributes).filter(([key]) => WANTED.has(key));
    this.note(`<${name} ${JSON.stringify(wanted.sort())}`);
  }

  end(name: string): void {
    this.note(`/${name}`);
  }

  characters(text: string): void {
    this.text += text;
  }

  note(line = ''): string[] {
    if (this.text !== '') this.lines.push(`"${this.text}`);
    this.text = '';
    if (line !== '') this.lines.push(line);
    return this.lines;
  }
}

function followed(html: string): string[] | undefined {
  const notes = new Notes();
  return followMarkup(html, WANTED, notes) ? notes.note() : undefined;
}

function parsed(html: string): string[] {
  const notes = new Notes();
  const parser = new Parser({
    onopentag: (name, attributes) => notes.start(name, attributes),
    onclosetag: (name) => notes.end(name),
    ontext: (text) => notes.characters(text),
  });
  parser.end(html);
  return notes.note();
}

const NAMES =
  'p h1 h2 a b li ul ol dl dt dd table thead tbody tfoot tr th td div section pre details summary br hr img';
const SPECIAL = 'script style textarea svg math title option select rt body custom';
const TAGS = [...NAMES.split(' '), ...NAMES.split(' '), ...SPECIAL.split(' ')].flatMap((name) => [
  `<${name}>`,
  `</${name}>`,
  `<${name}>甲</${name}>`,
]);
const PIECES = [
  ...TAGS,
  ...['<p id="p1" class="a b">', '<p id="a" id="b">', "<p id='a'>", '<p id=a>', '<p hidden>', '<p  id="a">'],
  ...[
    '<p id="&#x26;&#x3C;&#x22;">',
    '<p id="&amp;">',
    '<p ID="a">',
    '<P>',
    '<p/>',
    '<br/>',
    '<p\n>',
    '<p id="',
  ],
  ...[
    '甲',
    ' ',
    '\n',
    '&',
    '&#x26;',
    '&#x3C;p>',
    '&amp;',
    '&#38;',
    '&#x80;',
    '&#xD800;',
    '&#x1F600;',
    '&copy',
  ],
  ...['>', '<', '</', '</ p>', '<!-- 甲 -->', '<!doctype html>', '<?甲?>', '<![CDATA[甲]]>', '"'],
];

test('what is not given up is what a parser sees', () => {
  const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(soup, (html) => {
      const found = followed(html);
      if (found) expect(found).toEqual(parsed(html));
    }),
    { numRuns: 20_000 },
  );
});

test('so it is with well-formed markup, however elements stand in one another', () => {
  const { markup } = fc.letrec<{ markup: string }>((tie) => ({
    markup: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom('甲', '乙 丙\n', '&#x26;', '<br>', '<img class="a">'),
      fc
        .tuple(fc.constantFrom(...NAMES.split(' ').slice(0, -3)), fc.array(tie('markup'), { maxLength: 3 }))
        .map(([name, inner]) => `<${name} id="甲">${inner.join('')}</${name}>`),
    ),
  }));
  let read = 0;
  fc.assert(
    fc.property(markup, (html) => {
      const found = followed(html);
      if (found) expect(found).toEqual(parsed(html));
      read += found ? 1 : 0;
    }),
    { numRuns: 2000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('reads what documents are made of', () => {
  const html =
    '<h2 id="s1" data-clause="第一部分">一、甲<a class="anchor" href="#s1" aria-label="本条链接"></a></h2>\n' +
    '<p id="p1">甲&#x26;乙<br>\n<sup><a href="#n1" id="r1" data-footnote-ref aria-describedby="n">1</a></sup></p>' +
    '<div class="table"><table><thead><tr><th align="center">甲</th></tr></thead><tbody><tr><td>乙</td></tr></tbody></table></div>';
  expect(followed(html)).toEqual(parsed(html));
});
