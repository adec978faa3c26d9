import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBack } from '../../../scripts/import/read-back.ts';
import { type Imported, importManuscript } from '../../../src/import/import-manuscript.ts';
import { readText } from '../../../src/import/read-text.ts';
import { essence, findDifference, hanCharacters } from '../../../src/import/verify.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { parseSource } from '../../../src/schema/source.ts';

/** Scraps that mean something to MDX, to GFM, to YAML or to the importer itself. */
const SCRAPS = [
  ...[
    '云岭区',
    '教研室',
    '工作计划',
    '总结',
    '提高教学质量',
    '2012年2月20日',
    '云教研字[2012]03号',
    '〔2012〕3号',
  ],
  ...['一、', '（一）', '一)', '1.', '2)', '（3）', '①', '第一条 ', '第一章 总则', '９．', '附件：'],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '~',
    '`',
    '```',
    '\\',
    '|',
    '| a |',
    '> ',
    '- ',
    '+ ',
    '# ',
    '---',
    '===',
    '$$',
    ':::',
  ],
  ...[
    '{',
    '}',
    '<',
    '>',
    '<Supplied>',
    '</Supplied>',
    '<!--',
    '-->',
    '[',
    '](',
    '![',
    '[^1]',
    '[^1]: ',
    '&amp;',
    '&#x41;',
    '&',
  ],
  ...[
    'http://',
    'https://云.cn/a_b',
    'www.x.cn/a*b',
    'a_b@c.cn',
    'mailto:',
    'import x',
    'export {',
    'export const',
    'import云',
  ],
  ...[
    '《',
    '》',
    '（',
    '(',
    ')',
    '）',
    '“',
    '”',
    '"',
    "'",
    '。',
    '，',
    ',',
    '、',
    ';',
    ':',
    '!',
    '?',
    '.',
    '...',
    '——',
  ],
  ...[
    ' ',
    '\u3000',
    '\t',
    '\n',
    '\r\n',
    '\n\n',
    '\u2028',
    '\u200b',
    '\ufffd',
    '\ue000',
    '𠮷',
    '〇',
    '々',
    'é',
    '２０１２',
  ],
];

const hostileText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...SCRAPS) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((scraps) => `云岭区\n${scraps.join('')}`);

function imported(text: string, fileName: string, read = readBack): Imported {
  const source = readText(new TextEncoder().encode(text), fileName);
  if (!source.ok) return source;
  const context = {
    fileName,
    sha256: '0'.repeat(64),
    collection: 'plans',
    agencies: [],
    readBack: read,
  } as const;
  return importManuscript(source.manuscript, context);
}

describe('importing hostile text', () => {
  it('never fails, keeps every Han character in order and gives bodies that parse', () => {
    const property = fc.property(hostileText, fc.constantFrom('文.txt', '文.md'), (text, fileName) => {
      const result = imported(text, fileName);
      if (!result.ok) throw new Error(result.reason);
      const texts = result.drafts.map((draft) => {
        const { body } = parseSource(draft.collection, 'x.mdx', draft.text);
        expect(parseBody(body).ok).toBe(true);
        const read = readBack(body);
        const header = [
          draft.frontmatter['title'],
          (draft.frontmatter['source'] as { printedLine?: string }).printedLine,
        ];
        const fromFileName = draft.fields.some(
          ({ field, confidence }) => field === 'title' && confidence === '推断',
        );
        return [...(fromFileName ? [] : header), read.ok ? read.text : ''].join('');
      });
      // A title need not stand first in the source, so the order is compared only where the two agree as sets.
      const before = [...hanCharacters(text)].toSorted();
      expect([...hanCharacters(texts.join(''))].toSorted()).toEqual(before);
    });
    fc.assert(property, { numRuns: 600, seed: 20120220 });
  });

  it('never lets a title or file name break the frontmatter', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const result = imported(`${name}\n正文。`, `${name}.txt`);
      expect(result.ok).toBe(true);
    });
    fc.assert(property, { numRuns: 500, seed: 20120220 });
  });

  it('takes the marks of a document in stride, however many', () => {
    for (const mark of ['*', '<', '{', '[', '（', '》', '_a', '\\', '一)', '》、']) {
      expect(imported(`标题\n${mark.repeat(1500)}`, '文.txt').ok, mark).toBe(true);
    }
  });
});

describe('findDifference', () => {
  it('sees through space and width, and nothing else', () => {
    expect(findDifference('甲, 乙(丙)\n丁', '甲，乙（丙）丁')).toBeUndefined();
    expect(findDifference('甲乙丙', '甲丙')).toMatch(/第 2 个字起不同.*甲乙丙.*甲丙/);
    expect(findDifference('甲乙', '乙甲')).toBeDefined();
    expect(essence('1.2')).toBe('1.2');
  });

  it('makes the importer refuse a file rather than lose a character', () => {
    const marked = { link: '', strong: '', emphasis: '', deleted: '' };
    const lossy = imported('云岭区教研室工作计划\n正文一句。', '文.txt', () => {
      return { ok: true, text: '正文句。', marked };
    });
    expect(lossy).toEqual({
      ok: false,
      reason: expect.stringMatching(/有出入，第 3 个字起不同：原文是“正文一句。”/),
    });
  });
});
