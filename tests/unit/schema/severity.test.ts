import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/lint/rules/index.ts';
import {
  classOf,
  type DocumentStanding,
  mayBeExcepted,
  severityIn,
  standingOf,
} from '../../../src/schema/severity.ts';

const DAY = '2022-03-01';

describe('standing', () => {
  test.each<[string, Parameters<typeof standingOf>[0], DocumentStanding]>([
    ['nothing known', {}, 'unverified'],
    [
      'unverified',
      { status: { name: '未核实' }, completeness: '全文', issuedOn: '2021-01-01' },
      'unverified',
    ],
    ['in force', { status: { name: '现行有效' }, issuedOn: '2021-01-01' }, 'in-force'],
    ['amended, to begin, partly dead', { status: { name: '部分失效' } }, 'in-force'],
    ['repealed', { status: { name: '废止' }, issuedOn: '2021-01-01' }, 'old'],
    ['an excerpt of what is in force', { status: { name: '现行有效' }, completeness: '摘录' }, 'old'],
    ['a record', { completeness: '题录' }, 'old'],
    ['ten years old to the day', { status: { name: '现行有效' }, issuedOn: '2012-03-01' }, 'old'],
    ['a day younger', { status: { name: '现行有效' }, issuedOn: '2012-03-02' }, 'in-force'],
    ['issued of late, published before', { issuedOn: '2021-01-01', publishedOn: '2001-01-01' }, 'unverified'],
    ['published long ago, its issue not known', { publishedOn: '2001-01-01' }, 'old'],
    ['a draft, whatever else it is', { draft: true, status: { name: '废止' } }, 'draft'],
  ])('%s', (_name, fields, standing) => {
    expect(standingOf(fields, DAY)).toBe(standing);
  });

  test('without a day nothing is of long ago', () => {
    expect(standingOf({ issuedOn: '1950-01-01' }, '')).toBe('unverified');
  });
});

describe('severity', () => {
  const all: DocumentStanding[] = ['in-force', 'unverified', 'old', 'draft'];

  test('of what keeps a file from being read, or could do harm, is the same everywhere', () => {
    for (const rule of ['frontmatter-schema', 'content-is-data', 'personal-data'])
      for (const standing of all) expect(severityIn(standing, rule, 'error')).toBe('error');
  });

  test('of facts is softened in drafts only', () => {
    expect(all.map((standing) => severityIn(standing, 'link-missing', 'error'))).toEqual([
      'error',
      'error',
      'error',
      'warning',
    ]);
    expect(severityIn('in-force', 'cites-dead', 'warning')).toBe('warning');
  });

  test('of wording is raised where readers rely on it', () => {
    expect(all.map((standing) => severityIn(standing, 'unbalanced-marks', 'warning'))).toEqual([
      'error',
      'warning',
      'warning',
      'warning',
    ]);
  });

  test('of typography is softened in old texts', () => {
    expect(all.map((standing) => severityIn(standing, 'mixed-widths', 'error'))).toEqual([
      'error',
      'error',
      'warning',
      'warning',
    ]);
  });

  test('a rule of unknown name is about facts; what is about safety knows no exceptions', () => {
    expect(classOf('no-such-rule')).toBe('fact');
    expect(RULES.map(({ id }) => id).filter((id) => !mayBeExcepted(id))).toEqual([
      'active-file',
      'content-is-data',
      'control-characters',
      'exception-target',
      'exception-unused',
      'file-encoding',
      'file-type',
      'frontmatter-schema',
      'frontmatter-yaml',
      'lost-text',
      'mdx-syntax',
      'personal-data',
      'private-address',
      'register-format',
      'unknown-component',
    ]);
  });
});
