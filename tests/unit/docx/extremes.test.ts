import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Picture } from '../../../src/docx/body-model.ts';
import { pictureAddresses } from '../../../src/docx/picture-addresses.ts';
import { packWordFile } from '../../../src/site/pack-word-file.ts';
import { libraryDocument } from '../../support/library-document.ts';
import { footnoteText, paragraphsOf, partsOf, wordSource } from '../../support/word-source.ts';

/** What XML 1.0 can't hold, in any part of the file (the escapes of this pattern are not in it). */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const DIRT = '甲\u0001\u0008\u000b\ufffe\uffff]]>&<b>"𠮷😀\u202e乙';
/** The same without what a body must escape. */
const TEXT = DIRT.replace('<b>', '');

async function documentXml(body: string, more = {}): Promise<string> {
  return (await partsOf(wordSource(body, more)))['word/document.xml'] ?? '';
}

function picture(width: number, height: number): Picture {
  return { data: new Uint8Array([1]), type: 'png', width, height };
}

describe('characters that XML can’t hold', () => {
  test('are in no part of the file, wherever they came from', async () => {
    const record = libraryDocument('plans/dirt', { title: DIRT, issuer: DIRT, topics: [DIRT] });
    const words = {
      standing: DIRT,
      library: DIRT,
      source: { file: DIRT },
      notes: [{ text: DIRT, inferred: true }],
    };
    const source = wordSource(`${TEXT}[^1]\n\n[^1]: ${TEXT}`, { document: record, ...words });
    const parts = await partsOf(source);
    for (const [part, xml] of Object.entries(parts)) expect(FORBIDDEN.test(xml), part).toBe(false);
    const core = parts['docProps/core.xml'];
    expect(core).toContain('<dc:title>甲]]&gt;&amp;&lt;b&gt;&quot;𠮷😀\u202e乙</dc:title>');
  });

  test('lone surrogates become the replacement character', async () => {
    const document = libraryDocument('plans/lone', { title: '甲\ud800乙' });
    const files = unzipSync(packWordFile(wordSource('正文。', { document })));
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('甲\ufffd乙');
  });
});

describe('tables', () => {
  const wide = (count: number): string => {
    const row = (cell: (column: number) => string) =>
      `|${Array.from({ length: count }, (_none, column) => cell(column)).join('|')}|`;
    return [row((column) => `列${column}`), row(() => '---'), row((column) => `值${column}`)].join('\n');
  };

  test('have at most the 63 columns that Word opens, and lose no cell', async () => {
    const xml = await documentXml(wide(130));
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
    expect(tables.map((table) => table.match(/<w:gridCol /g)?.length)).toEqual([63, 63, 4]);
    const cells = paragraphsOf(xml).filter(({ style, text }) => style === 'TableText' && text !== '');
    expect(cells).toHaveLength(260);
  });

  test('with few columns stay whole', async () => {
    const xml = await documentXml(wide(63));
    expect(xml.match(/<w:tbl>/g)).toHaveLength(1);
  });
});

test('items twenty levels deep stand no further right than those of the ninth', async () => {
  const nested = Array.from({ length: 20 }, (_none, depth) => `${'  '.repeat(depth)}- 第${depth}层`).join(
    '\n',
  );
  const indents = paragraphsOf(await documentXml(nested)).flatMap(({ xml }) =>
    [...xml.matchAll(/<w:numPr>.*?w:left="(\d+)"/gs)].map(([, left]) => Number(left)),
  );
  expect(indents).toHaveLength(20);
  expect(new Set(indents).size).toBe(9);
});

test('a footnote that ends in a list or is referred to many times keeps the page’s arrows out', async () => {
  const source = wordSource(
    '正文[^1]，又[^1]，再[^1]。\n\n[^1]: 说明\n\n    - 甲\n    - 乙\n\n    | 年 | 数 |\n    |---|---|\n    | 一 | 二 |\n',
  );
  const text = footnoteText(await partsOf(source));
  expect(text).toBe('说明甲乙年　数一　二');
});

describe('pictures of extreme measures', () => {
  const shown = async (width: number, height: number, body = '![图](/a.png)'): Promise<number[]> => {
    const xml = await documentXml(body, { pictures: new Map([['/a.png', picture(width, height)]]) });
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(xml) ?? [];
    return [Number(cx), Number(cy)];
  };
  /** English Metric Units in a millimetre. */
  const MM = 36_000;

  test('a tall one keeps to the page', async () => {
    const [width = 0, height = 0] = await shown(10, 100_000);
    expect(height).toBeLessThanOrEqual(225 * MM);
    expect(width).toBeGreaterThan(0);
  });

  test('a flat one keeps a height', async () => {
    const [width = 0, height = 0] = await shown(100_000, 1);
    expect(width).toBeLessThanOrEqual(156 * MM + 9525);
    expect(height).toBeGreaterThan(0);
  });

  test('one in a table keeps to its cell', async () => {
    const [width = 0] = await shown(
      2000,
      1000,
      '| ![图](/a.png) | 乙 | 丙 |\n|---|---|---|\n| 一 | 二 | 三 |',
    );
    expect(width).toBeLessThan(60 * MM);
  });
});

test('addresses of pictures are read as the text is: references to characters resolved', () => {
  expect(
    pictureAddresses('<p>甲<img src="/files/a&#x26;b.png" alt="">乙</p><figure><img src="/c.png"></figure>'),
  ).toEqual(['/files/a&b.png', '/c.png']);
  expect(pictureAddresses('<p>无图</p>')).toEqual([]);
});
