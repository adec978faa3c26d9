import { expect, it, vi } from 'vitest';
import { checkContent } from '../../../scripts/check-content.ts';
import * as former from '../../../src/core/former-addresses.ts';
import { planText, tempContent } from '../../support/temp-content.ts';

vi.mock('../../../src/core/former-addresses.ts', { spy: true });

/** How often a check of so many redirects works out the former addresses, and what it says of the redirects. */
async function check(redirects: number): Promise<{ calls: number; found: string[] }> {
  const entries = Array.from(
    { length: redirects },
    (_, index) => `- { path: /plans/gone-${index}/, to: /plans/old/ }\n`,
  );
  const dir = await tempContent({
    'plans/a.mdx': planText('aliases: [plans/old]\n'),
    'addresses.yml': entries.join(''),
  });
  vi.mocked(former.formerAddresses).mockClear();
  const { issues } = await checkContent(dir);
  return {
    calls: vi.mocked(former.formerAddresses).mock.calls.length,
    found: issues.filter(({ rule }) => rule === 'redirect-target').map(({ fix }) => fix),
  };
}

it('many redirects cost no more looking than one, and each is judged', async () => {
  const [one, many] = [await check(1), await check(20)];
  expect(many.calls).toBe(one.calls);
  expect(many.found).toEqual(Array.from({ length: 20 }, () => '把 to 改为 /plans/a/'));
});
