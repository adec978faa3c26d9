import fc from 'fast-check';
import { toHtml as serialise } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { buildLinkTable } from '../../../src/core/library.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { plainHast } from '../../../src/markdown/plain-hast.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { parsedHast } from '../../../src/markdown/to-hast.ts';
import { toHtml } from '../../../src/markdown/to-html.ts';
import { parseSource } from '../../../src/schema/source.ts';

const BLOCKS = [
  '一、甲乙',
  '甲\n乙',
  '甲\n# 乙',
  '## 甲\\[乙]',
  '| 甲 | 乙 |\n| - | :-: |\n| 1 | 2 |',
  '| 甲 | 乙 |\n| - | -: |',
  '| 甲 | 乙 |\n| - | - |\n| 1 |  |\n| **1** | 2 |',
  '甲 & 乙，"丙"\'丁\'',
  '- 甲\n- 乙',
  '1. 甲\n\n   乙',
  '> 甲',
  '**甲**乙`丙`',
  '[甲](/乙/ "丙&")',
  '![甲](/files/a.png "丁")',
  '甲[^1]乙\n\n[^1]: 丙',
  '- [x] 甲',
  '甲  \n乙',
  '甲 \n 乙',
  '<Supplied>甲</Supplied>',
  '~~甲~~',
  '***',
  '```js\n甲 < 乙\n```',
];

function treeOf(body: string) {
  const parsed = parseBody(body);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.tree;
}

const body = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 5 }).map((blocks) => blocks.join('\n\n'));

describe('plainHast', () => {
  test('gives the tree of remark-rehype, with every place in it, or none', () => {
    let used = 0;
    const compare = (text: string): void => {
      const plain = plainHast(treeOf(text));
      if (!plain) return;
      used++;
      expect(plain).toEqual(parsedHast(treeOf(text)));
    };
    fc.assert(fc.property(body, compare), { numRuns: 800, seed: 30 });
    expect(used).toBeGreaterThan(80);
    for (const [file, text] of generateContent(8))
      if (file.endsWith('.mdx')) compare(parseSource('plans', file, text).body);
  });
});

describe('toHtml', () => {
  test('writes what hast-util-to-html writes', () => {
    fc.assert(
      fc.property(body, (text) => {
        const tree = parsedHast(treeOf(text));
        expect(toHtml(tree)).toBe(serialise(tree));
      }),
      { numRuns: 600, seed: 31 },
    );
  });

  test('any characters in texts and attributes, and attributes of any kind', () => {
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'甲<>&"\'`=\0\u00a0 \n;x\ud83d') }),
      fc.string({ unit: 'binary' }),
    );
    const value = fc.oneof(words, fc.integer(), fc.boolean(), fc.array(words, { maxLength: 3 }));
    const key = fc.constantFrom(
      ...['href', 'title', 'className', 'dataDocnumber', 'dataDead', 'tabIndex', 'ariaLabel', 'id', 'align'],
      ...['dataFootnoteRef', 'loading', 'width', 'ariaDescribedBy', 'start', 'src', 'alt', 'role'],
    );
    const tagName = fc.constantFrom('a', 'p', 'td', 'img', 'code', 'br', 'sup', 'ol', 'section');
    fc.assert(
      fc.property(tagName, fc.dictionary(key, value), words, (name, properties, text) => {
        const tree = {
          type: 'root' as const,
          children: [
            { type: 'text' as const, value: text },
            {
              type: 'element' as const,
              tagName: name,
              properties,
              children: name === 'br' || name === 'img' ? [] : [{ type: 'text' as const, value: text }],
            },
          ],
        };
        expect(toHtml(tree)).toBe(serialise(tree));
      }),
      { numRuns: 1500, seed: 32 },
    );
  });

  test('is what a rendered document is written with', () => {
    const context = { links: buildLinkTable([], '/'), codes: [] };
    expect(renderBody(treeOf('按云教发〔2011〕5号办。'), context).html).toBe(
      '<p id="p1">按<a href="/n/%E4%BA%91%E6%95%99%E5%8F%91%E3%80%942011%E3%80%955%E5%8F%B7/" data-docnumber="云教发〔2011〕5号" class="ref ref-missing" title="本库未收录">云教发〔2011〕5号</a>办。</p>',
    );
  });
});
