import { afterEach, expect, it, vi } from 'vitest';
import { readEnvironment, staleProblems } from '../../../scripts/build/environment.ts';

afterEach(() => vi.unstubAllEnvs());

it('tells of all wrong settings at once, a line for each', () => {
  vi.stubEnv('SITE_URL', 'www.example.org');
  vi.stubEnv('BASE_PATH', '/文库/');
  vi.stubEnv('AS_OF', '昨天');
  let message = '';
  try {
    readEnvironment();
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  expect(message.split('\n')).toEqual([
    expect.stringMatching(/SITE_URL.*改法/),
    expect.stringMatching(/BASE_PATH.*改法/),
    expect.stringMatching(/AS_OF.*改法/),
  ]);
});

it.each([0, -1, 1.5, Number.NaN])('refuses %s months until a column counts as stale', (plans) => {
  expect(staleProblems({ staleAfterMonths: { plans } })).toEqual([
    expect.stringMatching(/staleAfterMonths\.plans 是“.*”，应为1 以上的整月数。改法/),
  ]);
});

it('takes whole months, and columns without a limit', () => {
  expect(staleProblems({ staleAfterMonths: { plans: 12 } })).toEqual([]);
  expect(staleProblems({})).toEqual([]);
});
