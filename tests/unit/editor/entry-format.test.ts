import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../src/core/collections.ts';
import {
  frontmatterOf,
  ORIGINAL,
  readEntry,
  UnreadableEntry,
  writeEntry,
} from '../../../src/editor/entry-format.ts';
import { parseSource } from '../../../src/schema/source.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Every document of the repository, the invented ones of the tests and the office's own. */
const documents = [
  'content',
  ...readdirSync(path.join(ROOT, 'tests/fixtures')).map((name) => `tests/fixtures/${name}`),
]
  .flatMap((folder) => COLLECTIONS.map((collection) => path.join(ROOT, folder, collection)))
  .flatMap((folder) => {
    try {
      return readdirSync(folder).map((name) => path.join(folder, name));
    } catch {
      return [];
    }
  })
  .filter((file) => file.endsWith('.mdx'));

const file = (yaml: string, body = '\n一、指导思想。\n'): string => `---\n${yaml}---\n${body}`;
const MINIMAL =
  'title: 云岭区教研室2012年度工作计划\nissuer: 云岭区教研室\nkind: 工作计划\ncompleteness: 全文\n';
const dataOf = (text: string): unknown => parseSource('plans', '', text).frontmatter;

describe('a document that is opened and saved', () => {
  it('comes back letter by letter when nothing was changed', () => {
    expect(documents.length).toBeGreaterThan(20);
    for (const name of documents) {
      const text = readFileSync(name, 'utf8');
      expect(writeEntry(readEntry(text)), name).toBe(text);
    }
  });

  it('has another line only for the field that was changed', () => {
    for (const name of documents) {
      const text = readFileSync(name, 'utf8');
      const changed = writeEntry({ ...readEntry(text), title: '云岭区教研室：改过的标题' });
      const lines = changed.split('\n').filter((line) => !text.split('\n').includes(line));
      expect(lines, name).toEqual(['title: 云岭区教研室：改过的标题']);
      const { body, frontmatter } = parseSource('plans', '', changed);
      const before = parseSource('plans', '', text);
      expect(body).toBe(before.body);
      expect(frontmatter).toEqual({ ...Object(before.frontmatter), title: '云岭区教研室：改过的标题' });
    }
  });

  it.each([
    ['Windows line ends', file(MINIMAL).replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${file(MINIMAL)}`],
    ['comments', file(`# 开头\n${MINIMAL}# 中间\nperiod: 2012年 # 行末\n# 末尾\n`)],
    ['a year typed as a number', file(`${MINIMAL}period: 2012\n`)],
    ['an unknown field', file(`${MINIMAL}编号: 3\n`)],
    [
      'a status with evidence',
      file(`${MINIMAL}status: { name: 废止, date: "2015-06-01", basis: 云教发〔2015〕9号 }\n`),
    ],
    ['a text in several lines', file(`${MINIMAL}notes:\n  - text: |\n      一行\n      两行\n`)],
    ['no body', file(MINIMAL, '')],
    ['braces', file('{ title: 云岭区教研室2012年度工作计划, issuer: 云岭区教研室 }\n')],
    [
      'escapes and inserted text',
      file(MINIMAL, '\n学校\\*\\*课程方案，<Supplied>《</Supplied>意见》\n\n\n1\\.落实。  \n'),
    ],
    [
      'an empty list and a denial',
      file(`${MINIMAL}topics: []\nnotes:\n  - text: 说明\n    inferred: false\n`),
    ],
  ])('keeps %s', (_, text) => {
    expect(writeEntry(readEntry(text))).toBe(text);
  });
});

describe('the form of a document', () => {
  it('shows 未核实 as a choice, and writes it alone', () => {
    const text = file(`${MINIMAL}status: 未核实\n`);
    expect(readEntry(text)['status']).toEqual({ name: '未核实' });
    const dead = { name: '废止', date: '2015-06-01', basis: '云教发〔2015〕9号', checkedBy: '' };
    const changed = writeEntry({ ...readEntry(text), status: dead });
    expect(dataOf(changed)).toHaveProperty('status', {
      ...{ name: '废止', date: '2015-06-01', basis: '云教发〔2015〕9号' },
    });
    expect(changed).toContain('date: "2015-06-01"');
    expect(writeEntry({ ...readEntry(changed), status: { name: '未核实', basis: '' } })).toContain(
      'status: 未核实\n',
    );
  });

  it('shows an attachment by its address, and writes its path', () => {
    const text = file(`${MINIMAL}attachments:\n  - title: 登记表\n    file: files/form.docx\n`);
    expect(readEntry(text)['attachments']).toEqual([{ title: '登记表', file: '/files/form.docx' }]);
    const added = [
      ...(readEntry(text)['attachments'] as unknown[]),
      { title: '原件', file: '/files/原件.pdf' },
    ];
    expect(dataOf(writeEntry({ ...readEntry(text), attachments: added }))).toHaveProperty('attachments', [
      { title: '登记表', file: 'files/form.docx' },
      { title: '原件', file: 'files/原件.pdf' },
    ]);
  });

  it('writes nothing of what was left empty', () => {
    const values = {
      title: ' 云岭区教研室2012年度工作计划 ',
      issuer: '云岭区教研室',
      kind: '工作计划',
      completeness: '全文',
      docNumber: '',
      issuedOn: null,
      topics: [],
      relations: { implements: [], repeals: [''] },
      notes: [{ text: '', field: undefined, inferred: false }],
      source: {},
      status: { name: '未核实', date: '', basis: '' },
      body: '一、指导思想。\r\n\r\n1\\.落实。\n\n',
    };
    expect(writeEntry(values)).toBe(
      '---\ntitle: 云岭区教研室2012年度工作计划\nissuer: 云岭区教研室\nkind: 工作计划\nstatus: 未核实\ncompleteness: 全文\n---\n\n一、指导思想。\n\n1\\.落实。\n',
    );
  });

  it('puts a new field where the schema has it, and takes an emptied one out, comments staying', () => {
    const text = file(
      'title: 甲\n# 说明\nissuer: 云岭区教研室\nperiod: 2012年\n# 末尾\ncompleteness: 全文\n',
    );
    const changed = {
      ...readEntry(text),
      docNumber: '云教研字〔2012〕3号',
      issuedOn: '2012-02-20',
      period: '',
    };
    expect(writeEntry(changed)).toBe(
      file(
        'title: 甲\n# 说明\ndocNumber: 云教研字〔2012〕3号\nissuer: 云岭区教研室\nissuedOn: "2012-02-20"\n# 末尾\ncompleteness: 全文\n',
      ),
    );
  });

  it('keeps Windows line ends in what is changed', () => {
    const text = file(MINIMAL).replaceAll('\n', '\r\n');
    const changed = writeEntry({ ...readEntry(text), title: '乙', body: '一行\n\n两行' });
    expect(changed.replaceAll('\r\n', '')).not.toContain('\n');
    expect(changed).toContain('title: 乙\r\n');
    expect(changed.endsWith('---\r\n\r\n一行\r\n\r\n两行\r\n')).toBe(true);
  });

  it.each(['**课程', '#号', '是: 否', '2012', 'true', '- 一', '"引', '@甲', '{甲}', '2012-02-20'])(
    'writes the title %j so that it is read as that text',
    (title) => {
      expect(dataOf(writeEntry({ ...readEntry(file(MINIMAL)), title }))).toHaveProperty('title', title);
    },
  );

  it.each(['没有著录信息', '---\ntitle: 甲\n', '---\ntitle: **课程\nissuer: 甲\n---\n正文\n'])(
    'of %j is shown but can not be saved over it',
    (text) => {
      const values = readEntry(text);
      expect(values[ORIGINAL]).toBe(text);
      expect(() => writeEntry(values)).toThrow(UnreadableEntry);
      expect(() => writeEntry(values)).toThrow(/^发现.*应先在文件里改正/s);
    },
  );

  it('holds no field of ours in what is written', () => {
    const values = readEntry(file(MINIMAL));
    expect(Object.keys(frontmatterOf(values)).sort()).toEqual([
      'completeness',
      'issuer',
      'kind',
      'status',
      'title',
    ]);
  });
});
