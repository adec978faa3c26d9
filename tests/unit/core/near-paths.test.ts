import { expect, it } from 'vitest';
import { nearPaths } from '../../../src/core/near-paths.ts';

const KNOWN = [
  'plans/yunjiaoyanzi-2012-3',
  'plans/yunjiaoyanzi-2013-3',
  'policies/yunjiaofa-2011-5',
  'summaries/2012',
  'years/2012',
].map((path) => ({ path }));
const near = (wrong: string): string[] => nearPaths(wrong, KNOWN, 2).map(({ path }) => path);

it('offers what is spelled alike, the nearest first', () => {
  expect(near('plans/yunjiaoyanzi-2012-4')).toEqual([
    'plans/yunjiaoyanzi-2012-3',
    'plans/yunjiaoyanzi-2013-3',
  ]);
  expect(near('plan/yunjiaoyanzi_2013_3/')).toEqual([
    'plans/yunjiaoyanzi-2013-3',
    'plans/yunjiaoyanzi-2012-3',
  ]);
});

it('offers what was cut off, or has something appended', () => {
  expect(near('policies/yunjiaofa-20')).toEqual(['policies/yunjiaofa-2011-5']);
  expect(near('Policies/yunjiaofa-2011-5/index.html')).toEqual(['policies/yunjiaofa-2011-5']);
  expect(near('policies/yunjiaofa-2011-5/，请看')).toEqual(['policies/yunjiaofa-2011-5']);
});

it('offers nothing for what is like nothing', () => {
  expect(near('wp-admin/setup.php')).toEqual([]);
  expect(near('')).toEqual([]);
  expect(near('/')).toEqual([]);
});
