import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { parseWhole } from '../../../src/markdown/parse.ts';
import { parseSparing } from '../../../src/markdown/parse-sparing.ts';
import { parseSource } from '../../../src/schema/source.ts';

/** What makes the parser read on over blank lines: with one of these the whole body is parsed. */
const RARE = ['{甲}', '{', 'import a from "b"', 'export const a = 1', '\ufeff甲', '甲\r'];
const PLAIN = ['一、指导思想', '全面贯彻教育方针，共3项；', '## 一、甲 乙', ''];

/** Lines of every kind that Markdown, MDX and GFM know, and such as almost are of one. */
const LINES = [
  '一、指导思想',
  '全面贯彻教育方针，共3项；',
  '1\\.甲乙，见《丙》（云教发〔2011〕5号）。',
  '2008年工作',
  '　　空两格的段落',
  '# 甲',
  '## 一、甲 乙',
  '## ',
  '#甲',
  '### 甲 ##',
  '# - 甲',
  'x',
  '甲\\',
  '甲\\乙',
  '甲  ',
  ' 甲',
  '    甲',
  '\t甲',
  '- 甲',
  '-',
  '* 甲',
  '+ 甲',
  '12. 甲',
  '12.甲',
  '12.',
  '(1) 甲',
  '  乙',
  '   丙',
  '> 甲',
  '>',
  '---',
  '===',
  '***',
  '| 甲 | 乙 |',
  '| --- | --- |',
  '|:-|-:|',
  '| 甲 |  |',
  '| 1\\.甲] | \\[乙 | 丙 |',
  '| 甲\\|乙 | 丙 |',
  '||乙|',
  '|   甲 乙  |- 丙|',
  '甲〔2011]5号',
  ']甲](/乙/)',
  ':-: ',
  ':--',
  '--|--',
  '甲|乙',
  '```',
  '~~~ js',
  '`甲`',
  '**甲**乙',
  '学校**课程',
  '~~甲~~',
  '~甲',
  '[甲](/乙/)',
  '[甲][乙]',
  '[乙]: /丙/ "丁"',
  '[^1]: 注',
  '甲[^1]乙',
  '![图](/files/a.png)',
  '- [x] 甲',
  '<Supplied>甲</Supplied>',
  '<Supplied>',
  '</Supplied>',
  '<Supplied',
  '>',
  '<Supplied a="b"',
  '甲 < 乙',
  '}',
  'www.example.org 甲',
  'http://example.org/',
  'HTTPS://a',
  'a@b.cn',
  'a@b',
  '&amp;',
  'AT&T',
  '甲\u2028乙',
  '甲\u00a0',
  '甲\u0000乙',
  '!',
  '"甲"',
  '\\',
  '\\\\: 甲',
  '\\# 甲',
  '\\- 甲',
  '甲\\*乙\\*',
  '$甲$',
  '^甲',
  '甲\ud83d\ude00乙',
  '甲\ud83d',
  '',
  ' ',
  '\t',
];

function attempt(body: string): { sparing: unknown; whole: unknown } | undefined {
  let sparing: unknown;
  try {
    sparing = parseSparing(body, parseWhole);
  } catch {
    // The caller parses the whole body then, as it does for undefined.
    return undefined;
  }
  return sparing === undefined ? undefined : { sparing, whole: parseWhole(body) };
}

describe('parseSparing', () => {
  test('gives the tree of the whole parser, with every place in it, whatever lines stand together', () => {
    const anyLine = fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom(...PLAIN) },
      { weight: 60, arbitrary: fc.constantFrom(...LINES) },
      { weight: 1, arbitrary: fc.constantFrom(...RARE) },
    );
    let used = 0;
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
        const tried = attempt(lines.join('\n'));
        if (!tried) return;
        used++;
        expect(tried.sparing).toEqual(tried.whole);
      }),
      { numRuns: 6000, seed: 20 },
    );
    expect(used).toBeGreaterThan(1000);
  });

  test('the same for lines of any characters between plain ones', () => {
    const character = fc.oneof(
      fc.constantFrom(...'甲乙。，：《》（）〔〕“”1290.)(:-+#=*_~`[]<>|\\&!@$% \tax/'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const line = fc.array(character, { maxLength: 12 }).map((characters) => characters.join(''));
    let used = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constantFrom('', '甲乙丙。')), { maxLength: 9 }), (lines) => {
        const tried = attempt(lines.join('\n'));
        if (!tried) return;
        used++;
        expect(tried.sparing).toEqual(tried.whole);
      }),
      { numRuns: 6000, seed: 21 },
    );
    expect(used).toBeGreaterThan(1000);
  });

  test('the same for tables, whatever stands in their cells', () => {
    const cell = fc.constantFrom(
      ...['甲', ' 甲 ', '  甲 乙 ', ' ', '   ', '', '---', ':-:', ' :-- ', '\\|', ' \\[甲] ', '\t甲', '甲\\'],
      ...[
        ' **甲** ',
        '<br />',
        '`甲`',
        '甲&amp;',
        ' # 甲',
        ' 1\\. 甲 ',
        ' 　甲　',
        '\u00a0',
        'a@b.cn',
        '甲\\\\',
      ],
    );
    const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `|${cells.join('|')}|`);
    const rule = fc.constantFrom('|---|', '| --- | :-: |', '|--|-:|', '| :- | - | --- |');
    const table = fc
      .tuple(row, rule, fc.array(row, { maxLength: 3 }), fc.constantFrom('', '甲', '> 乙', '- 丙', ' '))
      .map(([head, line, rows, after]) => [head, line, ...rows, after].join('\n'));
    let used = 0;
    fc.assert(
      fc.property(fc.constantFrom('', '甲\n\n', '- 甲\n\n', '甲\n', '> 甲\n'), table, (before, typed) => {
        const tried = attempt(before + typed);
        if (!tried) return;
        used++;
        expect(tried.sparing).toEqual(tried.whole);
      }),
      { numRuns: 1500, seed: 22 },
    );
    expect(used).toBeGreaterThan(120);
  });

  test('the same for generated documents, of which it leaves hardly anything to the parser', () => {
    for (const [file, text] of generateContent(30)) {
      const { body } = parseSource('plans', file, text);
      let given = 0;
      const tree = parseSparing(body, (rest) => {
        given += rest.replace(/\s/g, '').length;
        return parseWhole(rest);
      });
      if (body.trim() === '' || !file.endsWith('.mdx')) continue;
      expect(tree).toEqual(parseWhole(body));
      expect(given).toBeLessThan(body.length / 3);
    }
  });

  test('a body that is all text is not parsed at all', () => {
    const body = '## 一、甲\n\n1\\.乙\n丙\n\n\n丁\n';
    const tree = parseSparing(body, () => {
      throw new Error('parsed');
    });
    expect(tree).toEqual(parseWhole(body));
  });
});
