import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../../src/core/collections.ts';
import { expectSameAfterWord, reimported } from '../../../support/round-trip.ts';

const FILES = ['library', 'demo'].flatMap((fixture) =>
  COLLECTIONS.flatMap((collection) => {
    const folder = path.join('tests/fixtures', fixture, collection);
    const names = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
    return names.map((name) => ({ collection, file: path.join(folder, name) }));
  }),
);

describe('a Word file that the library made', () => {
  it.each(FILES)('of $file comes back the same', async ({ collection, file }) => {
    await expectSameAfterWord(collection, readFileSync(file, 'utf8'));
  });

  it('comes back with tables, footnotes, marks and lists', async () => {
    const body = [
      '## 一、目标',
      '听课**二十节**[^1]，~~评课~~。',
      '| 学校 | 节数 |\n| --- | --- |\n| 一小 | 20[^2] |\n| 二小<br />三小 |  |',
      '1. 甲\n2. 乙\n   - 丙',
      '## 二、措施',
      '### （一）教研',
      '面积5 m²，\\*\\*处。',
      '[^1]: 含校内。\n\n[^2]: 以当年为准。',
    ].join('\n\n');
    const document = {
      title: '云岭区教研室2012年度工作计划',
      docNumber: '云教研字〔2012〕3号',
      issuer: '云岭区教研室',
    };
    const draft = await reimported(body, document, 'plans');
    const blocks = draft.text.split('---\n').slice(2).join('---\n').trim().split('\n\n');
    expect(blocks).toEqual([
      '## 一、目标',
      '听课**二十节**[^1]，~~评课~~。',
      '| 学校 | 节数 |\n| --- | --- |\n| 一小 | 20[^2] |\n| 二小<br />三小 |  |',
      '1\\.甲',
      '2\\.乙',
      '◦ 丙',
      '## 二、措施',
      '### （一）教研',
      '面积5 m²，\\*\\*处。',
      '[^1]: 含校内。',
      '[^2]: 以当年为准。',
    ]);
    expect(draft.frontmatter).toMatchObject({ ...document, kind: '工作计划', period: '2012年' });
  });
});
