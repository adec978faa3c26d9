import { describe, expect, test } from 'vitest';
import { parseBody } from '../../../src/markdown/parse.ts';
import { parseAll } from '../../../src/markdown/parse-all.ts';

const places = (body: string): string[] =>
  parseAll(body).problems.map(({ line, column }) => `${line}:${column}`);

describe('parseAll', () => {
  test('reads a well-formed body as parseBody does', () => {
    const body = '一、**甲**\n\n<Supplied>（</Supplied>一）乙\n';
    const parsed = parseBody(body);
    expect(parseAll(body)).toEqual({ tree: parsed.ok && parsed.tree, problems: [] });
  });

  test('finds every fault and keeps the place of all that it can read', () => {
    const { tree, problems } = parseAll('甲 < 乙<丙\n\n丁 {戊\n\n<己>\n\n庚\n');
    expect(problems.map(({ line }) => line).sort()).toEqual([1, 3, 5]);
    expect(tree.children).toMatchObject([{ type: 'paragraph', position: { start: { line: 7 } } }]);
  });

  test.each([
    ['a tag inside a later line of its paragraph', '甲\n乙\n见<附件>。\n\n丙', ['3:2']],
    ['a brace that opens a block and never ends', '甲\n\n{乙\n\n丙\n\n丁', ['3:1']],
    ['a brace inside a paragraph', '甲\n\n乙 {丙\n\n丁', ['3:5']],
    ['a program in the middle', '甲\n\nimport 乙丙 丁\n\n戊', ['3:1']],
    ['a tag cut off at the very end', '甲\n\n见 <乙\n', ['3:5']],
    ['a closing tag alone', '甲\n\n乙</Supplied>丙', ['3:3']],
  ])('names the line on which it begins: %s', (_name, body, expected) => {
    expect(places(body)).toEqual(expected);
  });

  test('says every reason in Chinese without the parser’s English', () => {
    for (const body of [
      '<a b=1>',
      '<a/b>',
      '<http://甲>',
      '<!-- 甲 -->',
      '{甲 乙}',
      '<A b={}/>',
      '<',
      '</a>',
      '> <a\nb>',
    ]) {
      for (const { message } of parseAll(body).problems) expect(message).not.toMatch(/[A-Z][a-z]+ [a-z]+/);
    }
  });
});
