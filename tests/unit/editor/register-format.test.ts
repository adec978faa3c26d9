import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { UnreadableEntry } from '../../../src/editor/entry-format.ts';
import { registerProblems } from '../../../src/editor/judge-entry.ts';
import { ENTRIES, readRegister, writeRegister } from '../../../src/editor/register-format.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../../content');
const TOPICS = `# 主题表
- name: 课程改革 # 最早的一个
  slug: kecheng-gaige
# 下面是后来的
- name: 教师培训
  description: 研修与基本功。
# 末尾
`;
const entries = (text: string): Record<string, unknown>[] =>
  readRegister(text)[ENTRIES] as Record<string, unknown>[];

describe('a register that is opened and saved', () => {
  it.each(['agencies.yml', 'topics.yml'])('%s comes back letter by letter', (name) => {
    const text = readFileSync(path.join(CONTENT, name), 'utf8');
    expect(writeRegister(readRegister(text))).toBe(text);
  });

  it('has other lines only for the entry that was changed', () => {
    const [first = {}, second = {}] = entries(TOPICS);
    const changed = writeRegister({
      ...readRegister(TOPICS),
      [ENTRIES]: [first, { ...second, name: '师资' }],
    });
    expect(changed).toContain('- name: 课程改革 # 最早的一个\n  slug: kecheng-gaige\n');
    expect(changed).toContain('- name: 师资\n  description: 研修与基本功。\n');
    expect(changed.startsWith('# 主题表\n')).toBe(true);
    expect(changed.endsWith('# 末尾\n')).toBe(true);
  });

  it('takes new entries and another order, and drops what was left empty', () => {
    const [first, second] = entries(TOPICS);
    const values = [second, { name: '听课', slug: '', description: null }, first];
    expect(parse(writeRegister({ ...readRegister(TOPICS), [ENTRIES]: values }))).toEqual([
      { name: '教师培训', description: '研修与基本功。' },
      { name: '听课' },
      { name: '课程改革', slug: 'kecheng-gaige' },
    ]);
  });

  it('may be empty before and after', () => {
    expect(entries('')).toEqual([]);
    expect(parse(writeRegister({ ...readRegister(''), [ENTRIES]: [{ name: '听课' }] }))).toEqual([
      { name: '听课' },
    ]);
    expect(parse(writeRegister({ ...readRegister(TOPICS), [ENTRIES]: [] }))).toEqual([]);
  });

  it.each(['name: 课程改革\n', '- name: [\n', '- *别名\n'])('%j can not be saved over', (text) => {
    expect(() => writeRegister(readRegister(text))).toThrow(UnreadableEntry);
  });
});

describe('a register’s form', () => {
  it('is judged by the schema of the check', () => {
    expect(registerProblems('topics', { [ENTRIES]: [{ name: '课程改革' }] })).toEqual([]);
    const [problem = ''] = registerProblems('topics', { [ENTRIES]: [{ name: '课程改革', slug: '课程' }] });
    expect(problem).toMatch(/^发现.*课程.*应为小写字母.*改法/);
    expect(registerProblems('agencies', { [ENTRIES]: [{ code: '云教发' }] })).toHaveLength(3);
  });
});
