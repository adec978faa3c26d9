import { describe, expect, test } from 'vitest';
import { parseSource, readYaml } from '../../../src/schema/source.ts';

const TEXT = `---
title: 云岭区教研室2012年度工作计划
topics:
  - 课程改革
  - 教师培训
notes:
  - text: 甲
    field: title
relations: { implements: [云教发〔2011〕5号, 云教发〔2011〕6号] }
---

正文。
`;

const parse = (text: string) => parseSource('plans', 'plans/a.mdx', text);

describe('parseSource', () => {
  test.each([
    ['as it is', TEXT],
    ['with a byte order mark', `\uFEFF${TEXT}`],
    ['with Windows line ends', TEXT.replaceAll('\n', '\r\n')],
    ['with both', `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`],
  ])('knows the line of every value %s', (_name, text) => {
    const source = parse(text);
    expect(source.syntaxProblems).toEqual([]);
    expect(source.lineOf(['title'])).toBe(2);
    expect(source.lineOf(['topics'])).toBe(3);
    expect(source.lineOf(['topics', 1])).toBe(5);
    expect(source.lineOf(['notes', 0, 'field'])).toBe(8);
    expect(source.lineOf(['relations', 'implements', 1])).toBe(9);
    expect(source.bodyLine).toBe(11);
    expect(source.body.trim()).toBe('正文。');
    expect(source.text.split(/\r?\n/)[source.bodyLine]).toBe('正文。');
  });

  test('a value that is not there has the line of its nearest parent', () => {
    const source = parse(TEXT);
    expect(source.lineOf(['notes', 0, 'inferred'])).toBe(7);
    expect(source.lineOf(['notes', 4, 'text'])).toBe(6);
    expect(source.lineOf(['issuer'])).toBe(1);
    expect(source.lineOf([])).toBe(1);
  });

  test('a rule inside the body does not end the frontmatter twice', () => {
    expect(parse('---\ntitle: 甲\n---\n乙\n\n---\n\n丙\n').body).toBe('乙\n\n---\n\n丙\n');
  });

  test.each([
    ['', '文件开头没有 ---，缺少著录信息', ''],
    ['正文。\n', '文件开头没有 ---，缺少著录信息', '正文。\n'],
    ['---\ntitle: 甲\n', '著录信息只有开头的 ---，没有结尾的 ---', ''],
  ])('%j has no frontmatter', (text, message, body) => {
    const source = parse(text);
    expect(source.syntaxProblems).toMatchObject([{ line: 1, message }]);
    expect(source.frontmatter).toBeUndefined();
    expect(source.body).toBe(body);
  });

  test.each([
    ['title: 关于: 通知', 2, '一行里出现两个“冒号加空格”'],
    ['title: 甲\ntitle: 乙', 3, '同一个字段写了两次'],
    ['title: 甲\nnotes:\n\t- text: 乙', 4, '缩进用了制表符'],
    ['title: "甲', 2, '缺少配对的引号、括号，或冒号后的空格'],
    ['title: [试行] 方案', 2, '出现了不该有的符号，多半是值里的方括号、冒号或井号'],
    ['issuer: 甲\ntitle: **课程方案', 3, '值以 * 或 & 开头，被当成了别名'],
    ['title: !重要', 2, '值以 ! 开头，被当成了标记'],
  ])('%j is no YAML', (yaml, line, message) => {
    const source = parse(`---\n${yaml}\n---\n正文。\n`);
    expect(source.syntaxProblems[0]).toMatchObject({ line, message });
    expect(source.frontmatter).toBeUndefined();
    expect(source.body).toBe('正文。\n');
  });

  test('two asterisks inside a value are text', () => {
    expect(readYaml('title: 学校**课程方案', 0).frontmatter).toEqual({ title: '学校**课程方案' });
  });
});
