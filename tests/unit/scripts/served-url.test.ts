import { expect, test } from 'vitest';
import { servedUrl } from '../../../scripts/served-url.ts';

test.each([
  ['/files/%E7%94%B2%2C%E4%B9%99%26c%2B%3D%40.pdf', '/files/%E7%94%B2,%E4%B9%99&c+=@.pdf'],
  ['/files/a%23b%3F%25.pdf?x=%26', '/files/a%23b%3F%25.pdf?x=%26'],
  ['/files/%2e%2E%2f', '/files/%2e%2E%2f'],
  ['/', '/'],
])('%s is looked for as %s', (url, served) => {
  expect(servedUrl(url)).toBe(served);
});
