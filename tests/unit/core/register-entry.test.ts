import { describe, expect, it } from 'vitest';
import { buildLibrary, type LibraryDocument } from '../../../src/core/library.ts';
import type { Reference } from '../../../src/core/references.ts';
import { placesCsv, registerCsv } from '../../../src/core/register-csv.ts';
import { type RegisterEntry, registerEntries } from '../../../src/core/register-entry.ts';
import { pageOfRow, pagesOfState, ROWS_PER_PAGE } from '../../../src/core/register-pages.ts';
import { entriesByState } from '../../../src/core/register-states.ts';
import {
  filterTable,
  type RegisterQuery,
  readTable,
  registerTable,
} from '../../../src/core/register-table.ts';

function document(id: string, more: Partial<LibraryDocument> = {}): LibraryDocument {
  const collection = id.startsWith('plans/') ? 'plans' : 'policies';
  return {
    ...{ id, collection, url: `/${id}/`, title: id, docNumber: null, issuer: '云岭区教育局', kind: '通知' },
    ...{ period: null, years: [], issuedOn: null, publishedOn: null, status: '未核实', statusSince: null },
    ...{ completeness: '全文', topics: [], aliases: [], relations: {} },
    ...more,
  };
}

let place = 0;
function mention(
  canonical: string | null,
  title: string | null,
  raw = canonical ?? `《${title}》`,
): Reference {
  place += 1;
  const kind = canonical === null ? 'title' : 'number';
  return { kind, raw, canonical, title, anchor: `s${place}`, clause: null, sentence: `依据${raw}。` };
}

const plan2011 = document('plans/2011', { title: '2011年计划', years: [2011] });
const plan2012 = document('plans/2012', {
  title: '2012年计划',
  docNumber: '云教研字〔2012〕3号',
  years: [2012],
});
const notice = document('policies/notice', {
  title: '=听课通知',
  docNumber: '云教发〔2011〕5号',
  years: [2011],
});
const record = document('policies/record', { title: '听课办法', completeness: '题录' });
const rulesA = document('policies/a', { title: '教学规范' });
const rulesB = document('policies/b', { title: '教学规范', issuer: '云岭区教研室' });
const order = document('policies/order', { title: '云岭条例', docNumber: '国务院令第5号' });
const documents = [plan2011, plan2012, notice, record, rulesA, rulesB, order];

/** What each text says, so that every figure below can be counted by hand. */
const library = buildLibrary(
  documents,
  new Map([
    [
      'plans/2011',
      [
        mention('云教发〔2011〕5号', '听课通知'),
        mention('云教发〔2011〕5号', null, '云教发[2011]5号'),
        mention('云教发〔2009〕12号', '评课的通知'),
        mention(null, '教学规范'),
        mention(null, '课堂标准'),
      ],
    ],
    [
      'plans/2012',
      [
        mention('云教发〔2011〕5号', null),
        mention('云教发〔2009〕12号', '评课的通知'),
        mention('云教发〔2009〕12号', '评课意见'),
        mention('云教发〔2009〕13号', '听课办法'),
        mention('云教发〔2009〕14号', '课堂标准'),
        mention(null, '听课办法'),
        mention('国令第5号', null),
        mention('国务院令第5号', null),
        mention('国令第6号', null),
        mention('国务院令第6号', null),
        mention('云教研字〔2012〕3号', null),
      ],
    ],
    ['policies/notice', [mention('云教发〔2009〕12号', null), mention('云教发〔2011〕5号', null)]],
  ]),
);
const entries = registerEntries(library);
const states = entriesByState(entries);
const entry = (name: string): RegisterEntry => {
  const found = entries.find(({ number, title }) => (number ?? title) === name);
  if (!found) throw new Error(`no row for ${name}`);
  return found;
};
const counts = (name: string): number[] => [entry(name).citations.length, entry(name).citing.length];

describe('the register counted by hand', () => {
  it('has a row for each cited thing, whatever its print, and none for what cites itself', () => {
    expect(entries).toHaveLength(9);
    expect([...states].map(([state, rows]) => [state, rows.length])).toEqual([
      ['ambiguous', 1],
      ['missing', 5],
      ['record', 1],
      ['held', 2],
    ]);
  });

  it('counts every place and every citing document once', () => {
    expect(counts('云教发〔2011〕5号')).toEqual([3, 2]);
    expect(counts('云教发〔2009〕12号')).toEqual([4, 3]);
    expect(counts('国务院令第5号')).toEqual([2, 1]);
    expect(counts('国令第6号')).toEqual([2, 1]);
    expect(counts('教学规范')).toEqual([1, 1]);
    expect(counts('听课办法')).toEqual([1, 1]);
    // 18 mentions, two of them of the document itself.
    expect(entries.reduce((sum, { citations }) => sum + citations.length, 0)).toBe(16);
    expect(library.citations).toHaveLength(16);
  });

  it('puts what most documents cite first, of these what has most places', () => {
    expect(states.get('missing')?.map(({ number, title }) => number ?? title)).toEqual([
      '云教发〔2009〕12号',
      '国令第6号',
      '云教发〔2009〕13号',
      '云教发〔2009〕14号',
      '课堂标准',
    ]);
  });

  it('knows the first and last year of the citing documents', () => {
    expect([entry('云教发〔2009〕12号').firstYear, entry('云教发〔2009〕12号').lastYear]).toEqual([
      2011, 2012,
    ]);
  });

  it('names all that an ambiguous title may mean and chooses none', () => {
    expect(entry('教学规范')).toMatchObject({ state: 'ambiguous', document: undefined, number: null });
    expect(entry('教学规范').candidates.map(({ id }) => id)).toEqual(['policies/a', 'policies/b']);
  });

  it('says which held document bears the title of a missing number, and resolves nothing', () => {
    expect(entry('云教发〔2009〕13号').state).toBe('missing');
    expect(entry('云教发〔2009〕13号').namesakes.map(({ id }) => id)).toEqual(['policies/record']);
    expect(entry('云教发〔2009〕12号').namesakes).toEqual([]);
  });

  it('says under which number a missing title is printed elsewhere', () => {
    expect(entry('课堂标准').numbersOfTitle).toEqual(['云教发〔2009〕14号']);
  });

  it('gives each row an id that no count changes', () => {
    expect(entries.map(({ anchor }) => anchor).sort()).toEqual(
      [
        ...['d-policies/notice', 'd-policies/order', 'd-policies/record', 't-教学规范', 't-课堂标准'],
        ...['n-云教发〔2009〕12号', 'n-云教发〔2009〕13号', 'n-云教发〔2009〕14号', 'n-国务院令第6号'],
      ].sort(),
    );
  });
});

describe('the tables', () => {
  const addresses = { ofEntry: () => '/row/', absolute: (address: string) => `https://a.example${address}` };
  const rows = (csv: string): string[] => csv.replace('\ufeff', '').trimEnd().split('\r\n');

  it('have a row an entry, in the order of the page, and let no title run', () => {
    const [head, ...body] = rows(registerCsv(entries, addresses));
    expect(head).toBe('状态,文号,题名,库中文件,网址,引用次数,引用文件数,首次引用年,最近引用年,引用者');
    expect(body).toHaveLength(9);
    expect(body[0]).toBe(
      '有歧义,,教学规范,policies/a；policies/b,https://a.example/row/,1,1,2011,2011,2011年计划',
    );
    expect(body[1]).toBe(
      '未收录,云教发〔2009〕12号,评课的通知,,https://a.example/row/,4,3,2011,2012,' +
        '2011年计划；2012年计划（云教研字〔2012〕3号）；=听课通知（云教发〔2011〕5号）',
    );
    expect(body.at(-2)).toBe(
      "已收录,云教发〔2011〕5号,'=听课通知,policies/notice,https://a.example/policies/notice/,3,2,2011,2012," +
        '2011年计划；2012年计划（云教研字〔2012〕3号）',
    );
  });

  it('have a row a place', () => {
    const [head, ...body] = rows(placesCsv(entries, addresses));
    expect(head?.split(',')).toHaveLength(10);
    expect(body).toHaveLength(16);
    expect(body.every((row) => row.split(',').length === 10)).toBe(true);
  });
});

describe('the filter', () => {
  const table = registerTable(entries, ({ number }) => (number?.startsWith('国') ? '国家级' : ''));
  const all = readTable(JSON.parse(JSON.stringify(table)));
  const nothing: RegisterQuery = { q: '', state: '', by: '', year: '', from: '', fromYear: '', sort: '' };
  const names = (query: Partial<RegisterQuery>): string[] =>
    filterTable(all, { ...nothing, ...query }).map(({ number, title }) => number ?? title ?? '');

  it('has the anchors and counts of the rows', () => {
    expect(all.map(({ anchor, places, documents }) => [anchor, places, documents]).sort()).toEqual(
      entries.map(({ anchor, citations, citing }) => [anchor, citations.length, citing.length]).sort(),
    );
  });

  it.each([
    ['云教发[2009]012', ['云教发〔2009〕12号']],
    ['云教发（2009）第13号', ['云教发〔2009〕13号']],
    ['2009 云教发', ['云教发〔2009〕12号', '云教发〔2009〕13号', '云教发〔2009〕14号']],
    ['评课', ['云教发〔2009〕12号']],
    ['无人引用', []],
  ])('finds %s', (q, expected) => {
    expect(names({ q })).toEqual(expected);
  });

  it('narrows by state, year, code, level and citing documents', () => {
    expect(names({ state: 'ambiguous' })).toEqual(['教学规范']);
    expect(names({ year: '2011' })).toEqual(['云教发〔2011〕5号']);
    expect(names({ by: 'code:云教发' })).toHaveLength(4);
    expect(names({ by: 'level:国家级' })).toEqual(['国令第6号', '国务院令第5号']);
    expect(names({ from: 'policies' })).toEqual(['云教发〔2009〕12号']);
    expect(names({ from: 'plans', fromYear: '2011', state: 'missing' })).toEqual([
      '云教发〔2009〕12号',
      '课堂标准',
    ]);
    // The one policy that cites is of 2011.
    expect(names({ from: 'policies', fromYear: '2012' })).toEqual([]);
  });

  it('orders across states by how many documents cite, or by number with titles last', () => {
    expect(names({}).slice(0, 2)).toEqual(['云教发〔2009〕12号', '云教发〔2011〕5号']);
    expect(names({ sort: 'number', state: 'missing' }).at(-1)).toBe('课堂标准');
  });
});

describe('pages of the register', () => {
  it('has a state on the first page until it is long', () => {
    expect(pagesOfState(ROWS_PER_PAGE)).toBe(0);
    expect(pagesOfState(ROWS_PER_PAGE + 1)).toBe(2);
    expect(pageOfRow('missing', 5, 50)).toBe('');
    expect(pageOfRow('missing', 0, 250)).toBe('missing/');
    expect(pageOfRow('missing', 249, 250)).toBe('missing/3/');
  });
});
