import { describe, expect, it } from 'vitest';
import {
  insertAddresses,
  type Recorded,
  UnusualLayout,
} from '../../../scripts/addresses/insert-addresses.ts';
import { readYaml } from '../../../src/schema/source.ts';

/** The entries of a file as the loader finds them. */
function recordedIn(text: string): Recorded[] {
  const { frontmatter, lineOf } = readYaml(text.replace(/^\uFEFF/, ''), 0);
  const list = (frontmatter ?? []) as (string | { path: string })[];
  return list.map((entry, index) => ({
    path: typeof entry === 'string' ? entry : entry.path,
    line: lineOf([index]),
  }));
}
const insert = (text: string, ...added: string[]): string => insertAddresses(text, recordedIn(text), added);

describe('new entries of addresses.yml', () => {
  it('make a new file with a heading for each family, in the order of their numbers', () => {
    const text = insert('', '/plans/a-2012-10/', '/plans/a-2012-9/', '/n/云教发〔2011〕5号/', '/topics/b/');
    expect(text.slice(text.indexOf('\n\n'))).toBe(
      '\n\n# 工作计划\n- /plans/a-2012-9/\n- /plans/a-2012-10/\n\n# 主题\n- /topics/b/\n\n# 文号\n- /n/云教发〔2011〕5号/\n',
    );
    expect(text).toMatch(/^# 发布过的网址/);
    expect(recordedIn(text)).toHaveLength(4);
  });

  it('come in their places and leave all else as it stands', () => {
    const text = [
      '# 我的说明',
      '- /plans/b/  # 要紧',
      '- path: /plans/d/',
      '  to: /plans/',
      '',
      '# 主题',
      '- { path: /topics/x/, to: /topics/ }',
      '# 完',
      '',
    ].join('\n');
    expect(insert(text, '/plans/e/', '/plans/a/', '/plans/c/', '/years/2012/')).toBe(
      [
        '# 我的说明',
        '- /plans/a/',
        '- /plans/b/  # 要紧',
        '- /plans/c/',
        '- path: /plans/d/',
        '  to: /plans/',
        '- /plans/e/',
        '',
        '# 主题',
        '- { path: /topics/x/, to: /topics/ }',
        '# 完',
        '',
        '# 年度',
        '- /years/2012/',
        '',
      ].join('\n'),
    );
  });

  it('keep the ends of lines that Windows wrote', () => {
    expect(insert('# 说明\r\n- /plans/b/\r\n', '/plans/c/')).toBe('# 说明\r\n- /plans/b/\r\n- /plans/c/\r\n');
  });

  it('change nothing when there is nothing to add', () => {
    expect(insert('# 说明\n\n\n')).toBe('# 说明\n\n\n');
  });

  it.each(['[/plans/a/, /plans/b/]\n', '[]\n', '  - /plans/a/\n'])('are refused by %j', (text) => {
    expect(() => insert(text, '/plans/c/')).toThrow(UnusualLayout);
  });

  it('leave a byte order mark where it stands', () => {
    expect(insert('\uFEFF- /plans/b/\r\n', '/plans/a/')).toBe('\uFEFF- /plans/a/\r\n- /plans/b/\r\n');
    expect(insert('\uFEFF', '/plans/a/')).toMatch(/^\uFEFF# 发布过的网址.*- \/plans\/a\/\n$/s);
  });
});
