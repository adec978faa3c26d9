import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import type { Issue } from '../../../src/lint/issue.ts';
import { tempContent } from '../../support/temp-content.ts';

/** Frontmatter lines beyond the usual ones, and the text. */
interface Draft {
  docNumber?: string;
  lines?: string;
  body?: string;
  title?: string;
}

const AGENCIES = `- code: 云教发
  issuer: 云岭区教育局
  certainty: 有据
  basis: 虚构的示例机关，供测试用
`;

function fileText(
  name: string,
  { docNumber, lines = '', body = '', title = `云岭区${name}办法` }: Draft,
): string {
  return `---
title: ${title}
issuer: 云岭区教育局
kind: 通知
completeness: ${body ? '全文' : '题录'}
${docNumber ? `docNumber: ${docNumber}\n` : ''}${lines}
---

${body}
`;
}

/** Checks policies that are named by their file names. */
async function check(drafts: Record<string, Draft>): Promise<Issue[]> {
  const policies = Object.entries(drafts).map(([name, draft]) => [
    `policies/${name}.mdx`,
    fileText(name, draft),
  ]);
  const dir = await tempContent({ 'agencies.yml': AGENCIES, ...Object.fromEntries(policies) });
  return (await checkContent(dir)).issues;
}

async function places(drafts: Record<string, Draft>): Promise<string[]> {
  return (await check(drafts)).map(({ rule, severity, file, line }) => `${severity} ${rule} ${file}:${line}`);
}

/** `a` repeals `b`, and so on round. */
function circle(names: string, kind = 'repeals'): Record<string, Draft> {
  const letters = [...names];
  return Object.fromEntries(
    letters.map((name, index) => [
      name,
      { lines: `relations:\n  ${kind}: [policies/${letters[(index + 1) % letters.length]}]` },
    ]),
  );
}

describe('relations in a circle', () => {
  it.each(['ab', 'abc', 'abcde'])('of %s are told once, with every file on it', async (names) => {
    const issues = await check(circle(names));
    expect(issues.map(({ rule }) => rule)).toEqual(['relation-cycle']);
    for (const name of names) expect(issues[0]?.found).toContain(`policies/${name}.mdx`);
    expect(issues[0]).toMatchObject({ severity: 'error', file: 'policies/a.mdx', line: 7 });
  });

  it('of one document alone are told as a relation to itself', async () => {
    expect(await places(circle('a'))).toEqual(['error relation-to-itself policies/a.mdx:7']);
  });

  it('are told of each kind, and of repeals and amendments together', async () => {
    for (const kind of ['amends', 'implements', 'forwards', 'reportsOn', 'attaches']) {
      expect(await places(circle('ab', kind)), kind).toEqual(['error relation-cycle policies/a.mdx:7']);
    }
    const mixed = { ...circle('a'), ...circle('ab'), b: { lines: 'relations:\n  amends: [policies/a]' } };
    expect(await places(mixed)).toEqual(['error relation-cycle policies/a.mdx:7']);
  });

  it.each([
    ['repeals', 'implements'],
    ['implements', 'amends'],
    ['forwards', 'implements'],
    ['reportsOn', 'implements'],
    ['repeals', 'forwards'],
  ])('are told where one %s the other, which %s it', async (kind, back) => {
    const drafts = { ...circle('ab', kind), b: { lines: `relations:\n  ${back}: [policies/a]` } };
    expect(await places(drafts)).toEqual(['error relation-cycle policies/a.mdx:7']);
  });

  it('are told of three kinds round three documents', async () => {
    const drafts = circle('abc');
    drafts['b'] = { lines: 'relations:\n  amends: [policies/c]' };
    drafts['c'] = { lines: 'relations:\n  implements: [policies/a]' };
    expect(await places(drafts)).toEqual(['error relation-cycle policies/a.mdx:7']);
  });

  it('that overlap are two', async () => {
    const drafts = circle('abc', 'implements');
    drafts['b'] = { lines: 'relations:\n  implements: [policies/c, policies/d]' };
    drafts['d'] = { lines: 'relations:\n  implements: [policies/a]' };
    const issues = await check(drafts);
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'relation-cycle policies/a.mdx',
      'relation-cycle policies/a.mdx',
    ]);
    expect(issues.filter(({ found }) => found.includes('policies/d.mdx'))).toHaveLength(1);
  });

  it('are none with an annex: it may implement what attaches it', async () => {
    const drafts = {
      a: { lines: 'relations:\n  implements: [policies/b]' },
      b: { lines: 'relations:\n  attaches: [policies/a]' },
    };
    expect(await places(drafts)).toEqual([]);
  });
});

const A = '云教发〔2011〕9号';
const B = '云教发〔2008〕2号';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('two documents that must agree', () => {
  const repealing = { docNumber: A, lines: `relations:\n  repeals: [${B}]` };
  const amending = { docNumber: A, lines: `relations:\n  amends: [${B}]` };
  const status = (text: string): Draft => ({ docNumber: B, lines: `status: ${text}` });

  it.each(['现行有效', '已修改', '部分失效', '尚未生效'])(
    'do not when one repeals what says it is %s',
    async (name) => {
      const drafts = { a: repealing, b: status(`{ name: ${name}, basis: 目录 }`) };
      expect(await places(drafts)).toEqual(['error relation-asymmetric policies/a.mdx:8']);
    },
  );

  it('do when it says 废止 or 失效, or nothing', async () => {
    for (const text of ['未核实', `{ name: 废止, basis: ${A} }`, '{ name: 失效, basis: 目录 }']) {
      expect(await places({ a: repealing, b: status(text) }), text).toEqual([]);
    }
  });

  it('do while the repeal is still to come', async () => {
    const coming = { docNumber: A, lines: `effectiveOn: "2031-01-01"\nrelations:\n  repeals: [${B}]` };
    expect(await places({ a: coming, b: status('{ name: 现行有效, basis: 目录 }') })).toEqual([]);
  });

  it('do not once the repealing one says that it is in force, whatever the newest day', async () => {
    const lines = `effectiveOn: "2031-01-01"\nstatus: { name: 现行有效, basis: 目录 }\nrelations:\n  repeals: [${B}]`;
    const drafts = { a: { docNumber: A, lines }, b: status('{ name: 现行有效, basis: 目录 }') };
    expect(await places(drafts)).toEqual(['error relation-asymmetric policies/a.mdx:10']);
  });

  it('are judged as of the day chosen for the build', async () => {
    const coming = { docNumber: A, lines: `effectiveOn: "2012-01-01"\nrelations:\n  repeals: [${B}]` };
    const drafts = { a: coming, b: status('{ name: 现行有效, basis: 目录 }') };
    expect(await places(drafts)).toEqual([]);
    vi.stubEnv('AS_OF', '2012-01-01');
    expect(await places(drafts)).toEqual(['error relation-asymmetric policies/a.mdx:9']);
    vi.stubEnv('AS_OF', '2011-12-31');
    expect(await places(drafts)).toEqual([]);
  });

  it('are warned of when only one of them says it', async () => {
    expect(await places({ a: { docNumber: A }, b: status(`{ name: 废止, basis: ${A} }`) })).toEqual([
      'warning status-relation policies/b.mdx:7',
    ]);
    expect(
      await places({ a: { docNumber: A }, b: status(`{ name: 已修改, basis: policies/yunjiaofa-2011-9 }`) }),
    ).toEqual(['warning status-relation policies/b.mdx:7']);
    for (const basis of [`据${A}附件所列`, `《己的决定》（${A}）`, `${A}，云教发〔1999〕1号已提及`]) {
      const b = status(`{ name: 废止, basis: "${basis}" }`);
      expect(await places({ a: { docNumber: A }, b }), basis).toEqual([
        'warning status-relation policies/b.mdx:7',
      ]);
      expect(await places({ a: repealing, b }), basis).toEqual([]);
      const noted = `{ name: 废止, basis: "${basis}" }\nnotes: [{ text: 只是提到, field: status }]`;
      expect(await places({ a: { docNumber: A }, b: status(noted) }), basis).toEqual([]);
    }
  });

  it('do when one amends what says that it is in force: the site says 已修改', async () => {
    for (const text of [
      '{ name: 现行有效, basis: 目录 }',
      '{ name: 现行有效, date: "2012-01-01", basis: 目录 }',
    ])
      expect(await places({ a: amending, b: status(text) }), text).toEqual([]);
  });

  it('do not when what one repeals says that another did', async () => {
    const told = ['warning status-relation policies/b.mdx:7'];
    const C = '云教发〔2010〕3号';
    const b = status(`{ name: 废止, basis: ${C} }`);
    expect(await places({ a: repealing, b })).toEqual(told);
    expect(await places({ a: repealing, b, c: { docNumber: C } })).toEqual(told);
    expect(await places({ a: repealing, b: status('{ name: 废止, basis: 官网 }') })).toEqual([]);
    const noted = `{ name: 废止, basis: ${C} }\nnotes: [{ text: 原件如此, field: status }]`;
    expect(await places({ a: repealing, b: status(noted) })).toEqual([]);
  });
});

describe('two documents that repeal one', () => {
  const repealing = (docNumber: string, ...targets: string[]): Draft => ({
    docNumber,
    lines: `relations: { repeals: [${targets.join(', ')}] }`,
  });
  const [first, last] = [repealing(A, B), '云教发〔2015〕3号'];

  it('are both named, at the later', async () => {
    const issues = await check({ a: repealing(last, B), b: { docNumber: B }, c: first });
    expect(issues.map(({ rule, severity, file }) => `${severity} ${rule} ${file}`)).toEqual([
      'warning repealed-twice policies/a.mdx',
    ]);
    expect(issues[0]?.found).toContain('policies/c.mdx');
  });

  it('are borne when they act on one day, are related, or an editor says why', async () => {
    const b = { docNumber: B };
    expect(await places({ a: first, b, c: repealing(last, B, A) })).toEqual([]);
    const onDay = (docNumber: string): Draft => ({
      docNumber,
      lines: `issuedOn: "2011-05-01"\nrelations: { repeals: [${B}] }`,
    });
    expect(await places({ a: onDay(A), b, c: onDay('云教发〔2011〕10号') })).toEqual([]);
    const { lines } = repealing(last, B);
    const noted = { docNumber: last, lines: `${lines}\nnotes: [{ text: 原件如此, field: relations }]` };
    expect(await places({ a: first, b, c: noted })).toEqual([]);
    const target = { docNumber: B, lines: 'notes: [{ text: 两次列入, field: status }]' };
    expect(await places({ a: first, b: target, c: repealing(last, B) })).toEqual([]);
  });
});

describe('dates that cannot be', () => {
  const dated = (day: string, more = ''): Draft => ({ lines: `issuedOn: "${day}"\n${more}` });

  it.each(['repeals', 'amends', 'implements', 'forwards', 'reportsOn'])(
    'are those of a document that %s a later one',
    async (kind) => {
      const relation = `relations:\n  ${kind}: [policies/b]`;
      expect(await places({ a: dated('2010-01-01', relation), b: dated('2010-01-02') })).toEqual([
        'error relation-dates policies/a.mdx:8',
      ]);
      expect(await places({ a: dated('2010-01-02', relation), b: dated('2010-01-02') })).toEqual([]);
    },
  );

  it('are told once of a document that is named twice', async () => {
    const twice = `docNumber: ${B}\nrelations:\n  repeals: [policies/b, policies/b]`;
    const found = await places({ a: dated('2010-01-01', twice), b: dated('2010-01-02') });
    expect(found.filter((place) => place.includes('relation-dates'))).toHaveLength(1);
    expect(found.filter((place) => place.includes('relation-duplicate'))).toHaveLength(1);
  });

  it('are told by the years of numbers where they differ', async () => {
    const of = (own: string, other: string) => ({
      a: { docNumber: own, lines: `relations:\n  implements: [${other}]` },
      b: { docNumber: other },
    });
    expect(await places(of(B, A))).toEqual(['error relation-dates policies/a.mdx:8']);
    expect(await places(of('云教发〔2011〕1号', A))).toEqual([]);
  });

  it('leave a year of grace between a day and the year of a number', async () => {
    const of = (own: Draft, other: Draft, target: string) => ({
      a: { ...own, lines: `${own.lines ?? ''}\nrelations:\n  implements: [${target}]` },
      b: other,
    });
    const noted = (day: string): string =>
      `issuedOn: "${day}"\nnotes: [{ text: 文号年份照原件, field: docNumber }]`;
    const yearFirst = (day: string) =>
      of(
        { docNumber: '云教发〔2010〕1号' },
        { docNumber: '云教发〔2010〕2号', lines: noted(day) },
        '云教发〔2010〕2号',
      );
    expect(await places(yearFirst('2011-01-05'))).toEqual([]);
    expect(await places(yearFirst('2012-01-05'))).toEqual(['error relation-dates policies/a.mdx:9']);
    const dayFirst = (day: string) =>
      of(
        { docNumber: '云教发〔2015〕1号', lines: noted(day) },
        { docNumber: '云教发〔2015〕2号' },
        '云教发〔2015〕2号',
      );
    expect(await places(dayFirst('2014-12-30'))).toEqual([]);
    expect(await places(dayFirst('2013-12-30'))).toEqual(['error relation-dates policies/a.mdx:10']);
    expect(
      await places(
        of({ docNumber: '云教发〔2010〕1号' }, { docNumber: '云教发〔2011〕2号' }, '云教发〔2011〕2号'),
      ),
    ).toEqual(['error relation-dates policies/a.mdx:9']);
  });

  it('are borne when an editor says why', async () => {
    const noted = `relations:\n  repeals: [policies/b]\nnotes:\n  - { text: 原件如此, field: relations }`;
    expect(await places({ a: dated('2010-01-01', noted), b: dated('2010-01-02') })).toEqual([]);
  });

  it.each([
    ['publishedOn: "2009-12-31"', 'error date-order policies/a.mdx:7'],
    ['status: { name: 现行有效, date: "2009-12-31", basis: 目录 }', 'error date-order policies/a.mdx:7'],
    ['expiresOn: "2009-12-31"', 'error date-order policies/a.mdx:7'],
    ['expiresOn: "2010-05-01"\neffectiveOn: "2010-06-01"', 'error date-order policies/a.mdx:7'],
    [
      'expiresOn: "2010-05-01"\nstatus: { name: 现行有效, date: "2011-01-01", basis: 目录 }',
      'error date-order policies/a.mdx:8',
    ],
    ['effectiveOn: "2009-12-31"', 'warning date-doubt policies/a.mdx:7'],
  ])('of one document: %s', async (lines, place) => {
    expect(await places({ a: dated('2010-01-01', lines) })).toEqual([place]);
  });

  it('are not: all on one day, or in force at once', async () => {
    const lines = `publishedOn: "2010-01-01"\neffectiveOn: "2010-01-01"\nexpiresOn: "2010-01-01"`;
    expect(await places({ a: dated('2010-01-01', lines) })).toEqual([]);
  });
});

describe('a citation of a dead document', () => {
  const dead: Draft = {
    docNumber: B,
    lines: 'issuedOn: "2008-01-01"\nstatus: { name: 废止, date: "2011-01-10", basis: 目录 }',
  };
  const citing = (lines: string): Draft => ({ lines, body: `一、依据${B}，每周听课。` });

  it('is told where it was dead on the day', async () => {
    expect(await places({ b: dead, c: citing('issuedOn: "2011-01-11"') })).toEqual([
      'warning cites-dead policies/c.mdx:9',
    ]);
  });

  it.each([
    'issuedOn: "2011-01-09"',
    'issuedOn: "2011-01-10"',
    'docNumber: 云教发〔2015〕9号',
    'publishedOn: "2021-01-10"',
    'issuedOn: "2012-01-01"\nrelations: { repeals: [policies/b-x] }'.replace('policies/b-x', B),
    `issuedOn: "2012-01-01"\nnotes:\n  - text: 所引${B}当时已废止，原文如此。`,
  ])('is silent for one with %s', async (lines) => {
    const found = await places({ b: dead, c: citing(lines) });
    expect(found.filter((place) => place.includes('cites-dead'))).toEqual([]);
  });

  it('is silent for one that repeals it by another print of its number', async () => {
    const order = '云岭区人民政府令〔2009〕1号';
    const ended = { docNumber: order, lines: 'status: { name: 废止, date: "2011-01-10", basis: 目录 }' };
    const repealing = {
      lines: 'issuedOn: "2012-01-01"\nrelations: { repeals: [云岭区人民政府令2009年第1号] }',
      body: `一、落实${order}。`,
    };
    const found = await places({ b: ended, c: repealing });
    expect(found.filter((place) => place.includes('cites-dead'))).toEqual([]);
  });

  it('is silent while the day of its end is not known', async () => {
    const undated = { docNumber: B, lines: 'status: { name: 废止, basis: 目录 }' };
    const byYear = { docNumber: '云教发〔2009〕1号', lines: `relations: { repeals: [${B}] }` };
    expect(await places({ b: undated, c: citing('issuedOn: "2015-01-01"') })).toEqual([]);
    expect(await places({ a: byYear, b: { docNumber: B }, c: citing('issuedOn: "2015-01-01"') })).toEqual([]);
  });
});

describe('a citation with the number of one document and the title of another', () => {
  const held: Record<string, Draft> = {
    a: { docNumber: A, title: '云岭区听课办法' },
    b: { docNumber: B, title: '关于印发《云岭区评课办法》的通知' },
    c: { title: '云岭区评课办法' },
  };
  const found = async (body: string) => places({ ...held, d: { body } });

  it('is told', async () => {
    expect(await found(`一、落实《云岭区听课办法》（${B}）。`)).toEqual([
      'warning citation-conflict policies/d.mdx:9',
    ]);
  });

  it.each([
    `一、落实《云岭区听课办法》（${A}）。`,
    `一、落实《云岭区评课办法》（${B}）。`,
    `一、落实《云岭区备课办法》（${B}）。`,
    '一、落实《云岭区听课办法》（云教发〔2015〕7号）。',
  ])('is not where there is none: %s', async (body) => {
    expect(await found(body)).toEqual([]);
  });
});

describe('one number on two files', () => {
  const relation = 'relations: { implements: [国令第5号] }';

  it('is told in whatever print, and not once more of relations to it', async () => {
    const drafts = {
      a: { docNumber: '国令第5号' },
      b: { docNumber: '国务院令第5号' },
      c: { docNumber: A, lines: relation },
    };
    const issues = (await check(drafts)).filter(({ rule }) => rule !== 'unknown-agency');
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'duplicate-number policies/a.mdx',
      'duplicate-number policies/b.mdx',
    ]);
    expect(issues[0]?.found).toContain('国务院令第5号');
  });

  it('is told of a former number, too', async () => {
    const drafts = { a: { docNumber: '国令第5号' }, b: { docNumber: B, lines: 'aliases: [国务院令第5号]' } };
    const issues = (await check(drafts)).filter(({ rule }) => rule !== 'unknown-agency');
    expect(issues.map(({ rule, file }) => `${rule} ${file}`)).toEqual(['alias-taken policies/b.mdx']);
  });
});

describe('a relation to what is not held', () => {
  it('suggests an entry for a number, and another look for an id', async () => {
    const of = async (target: string) =>
      (await check({ a: { docNumber: A, lines: `relations: { implements: [${target}] }` } }))[0];
    expect(await of(B)).toMatchObject({ rule: 'relation-missing', fix: expect.stringContaining('题录') });
    const byId = await of('plans/none-such');
    expect(byId).toMatchObject({ rule: 'relation-missing', fix: expect.stringContaining('aliases') });
    expect(byId?.fix).not.toContain('题录');
  });
});

describe('a citation of what is later', () => {
  const body = '一、依据云教发〔2015〕8号和云教发〔2015〕8号，每周听课。';
  const cited = '云教发〔2015〕8号';
  const told = ['warning cites-future'];
  const of = async (citing: Draft, more: Record<string, Draft> = {}) =>
    (await check({ ...more, z: { body, ...citing } }))
      .filter(({ rule }) => rule === 'cites-future')
      .map(({ severity, rule }) => `${severity} ${rule}`);

  it('is told once, by the date or by the year of the number', async () => {
    expect(await of({ lines: 'issuedOn: "2012-02-01"' })).toEqual(told);
    expect(await of({ docNumber: '云教发〔2014〕1号' })).toEqual(told);
    const held = { a: { docNumber: cited, lines: 'issuedOn: "2015-06-01"' } };
    expect(await of({ lines: 'issuedOn: "2015-05-31"' }, held)).toEqual(told);
  });

  it.each([
    { lines: 'issuedOn: "2015-01-01"' },
    { docNumber: '云教发〔2015〕1号', lines: 'issuedOn: "2014-12-30"' },
    { docNumber: cited, lines: 'issuedOn: "2014-12-30"' },
    { lines: 'publishedOn: "2012-01-01"' },
    { lines: `issuedOn: "2012-02-01"\nnotes: [{ text: 所引${cited}晚于本文件，原文如此。 }]` },
  ])('is not where nothing is certain or an editor says why: %o', async (citing) => {
    expect(await of(citing)).toEqual([]);
  });

  it('is not where the days are known to fit', async () => {
    const held = { a: { docNumber: cited, lines: 'issuedOn: "2014-12-30"' } };
    expect(await of({ lines: 'issuedOn: "2014-12-31"' }, held)).toEqual([]);
  });
});

describe('a relation that the page calls 未收录', () => {
  it('is told by the rule too, though a file of that name is there', async () => {
    const named = { docNumber: A };
    const relation = (target: string): Draft => ({ lines: `relations:\n  implements: [${target}]` });
    expect(await places({ named, c: relation('policies/named') })).toContain(
      'warning relation-missing policies/c.mdx:7',
    );
  });
});
