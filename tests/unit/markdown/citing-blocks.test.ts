import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../scripts/bench/generate-content.ts';
import { buildLinkTable } from '../../../src/core/library.ts';
import { citationsIn, citingBlocks } from '../../../src/markdown/citing-blocks.ts';
import { parseBody } from '../../../src/markdown/parse.ts';
import { renderBody } from '../../../src/markdown/render.ts';
import { parseSource } from '../../../src/schema/source.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

function parsed(body: string) {
  const result = parseBody(body);
  if (!result.ok) throw new Error(result.problem.message);
  return result.tree;
}

/** What the check judges and what the site links, as comparable lists. */
function both(body: string, codes: readonly string[] = []) {
  const checked = citationsIn(citingBlocks(parsed(body)), codes).map(({ at: _at, ...citation }) => citation);
  const linked = renderBody(parsed(body), { links: buildLinkTable([], '/'), codes }).references.map(
    ({ kind, raw, canonical, title }) => ({ kind, raw, canonical, title }),
  );
  return { checked, linked };
}

async function fixtureBodies(): Promise<[string, string][]> {
  const bodies: [string, string][] = [];
  for (const folder of ['tests/fixtures', 'tests/rules', 'content', 'tests/office']) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true }).catch(() => []);
    for (const entry of entries.filter((name) => name.endsWith('.mdx')).sort()) {
      const text = await readFile(path.join(ROOT, folder, entry), 'utf8');
      bodies.push([`${folder}/${entry}`, parseSource('plans', entry, text).body]);
    }
  }
  return bodies;
}

describe('citations of the check', () => {
  test('are those of the site, in every fixture, page and document of this project', async () => {
    let citations = 0;
    for (const [file, body] of await fixtureBodies()) {
      if (!parseBody(body).ok) continue;
      const { checked, linked } = both(body, ['云教研字', '云教发']);
      expect(checked, file).toEqual(linked);
      citations += linked.length;
    }
    expect(citations).toBeGreaterThan(50);
  });

  test('are those of the site in generated documents', () => {
    for (const [file, text] of generateContent(40)) {
      if (!file.endsWith('.mdx')) continue;
      const { checked, linked } = both(parseSource('plans', file, text).body);
      expect(checked, file).toEqual(linked);
    }
  });

  test.each([
    ['a link', '见[云教发〔2011〕5号](/policies/a/)与《甲办法》。'],
    ['code', '见 `云教发〔2011〕5号` 与《甲》。'],
    ['a footnote between the parts of a number', '见云教发〔2011〕5[^1]号。\n\n[^1]: 《乙办法》。\n'],
    ['a component', '见<Supplied>《</Supplied>甲办法》（云教发〔2011〕5号）。'],
    ['emphasis', '见云教发〔2011〕**5号**和《*甲*办法》。'],
    ['a line break', '见云教发\\\n〔2011〕5号和《甲\n办法》。'],
    ['a list', '1. 云教发〔2011〕5号\n\n   《甲》\n2. - 《乙》'],
    ['a table', '| 《甲》 | 乙 |\n| --- | --- |\n| 云教发〔2011〕5号 | 丙 |'],
    [
      'a short name across blocks',
      '《甲办法》（云教发〔2011〕5号，以下简称《办法》）。\n\n乙。\n\n依照《办法》第三条。',
    ],
    ['a picture with a caption', '![图](/files/a.png "《甲办法》")'],
    ['a link off the site', '见[云教发〔2011〕5号](https://example.org/)。'],
  ])('are those of the site in %s', (_name, body) => {
    const { checked, linked } = both(body);
    expect(checked).toEqual(linked);
    expect(linked.length + Number(_name === 'code')).toBeGreaterThan(0);
  });

  test('tell where they stand in the body', () => {
    const body = '甲。\n\n按照**云教发〔2011〕5号**，\n又见《乙办法》、[《丙》](/n/)。\n\n1\\. 《丁》';
    const places = citationsIn(citingBlocks(parsed(body)), []).map(({ raw, at }) => ({ raw, ...at }));
    expect(places).toEqual([
      { raw: '云教发〔2011〕5号', line: 3, column: 5 },
      { raw: '《乙办法》', line: 4 },
      { raw: '《丙》', line: 4, column: 10 },
      { raw: '《丁》', line: 6 },
    ]);
  });
});
