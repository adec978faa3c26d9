import { describe, expect, it } from 'vitest';
import { addressNotices } from '../../../scripts/build/address-notices.ts';
import { tempContent } from '../../support/temp-content.ts';

const list = (...ids: string[]): string => JSON.stringify(ids.map((id) => ({ id, title: `${id} 的标题` })));

describe('what a build says of addresses', () => {
  it('names the documents of the old site that the new one neither has nor leads on from', async () => {
    const old = await tempContent({ 'api/documents.json': list('plans/a', 'plans/b', 'plans/c') });
    const site = await tempContent({
      'api/documents.json': list('plans/a'),
      'plans/a/index.html': '',
      'plans/b/index.html': 'leads on',
    });
    const content = await tempContent({ 'addresses.yml': '- /plans/a/\n' });
    const notices = await addressNotices(site, old, content);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('/plans/c/ 《plans/c 的标题》');
    expect(notices[0]).toContain('aliases: [plans/c]');
    expect(notices[0]).not.toContain('/plans/b/');
  });

  it('counts the documents whose address nobody recorded', async () => {
    const site = await tempContent({
      'api/documents.json': list('plans/a', 'plans/b'),
      'plans/a/index.html': '',
    });
    const content = await tempContent({ 'addresses.yml': '- /plans/a/\n' });
    expect(await addressNotices(site, '/nowhere', content)).toEqual([
      expect.stringMatching(/有 1 份文件.*npm run addresses/),
    ]);
  });

  it.each(['{', '{}', '[1, null, {}]'])('takes an old list that is %j for none', async (text) => {
    const old = await tempContent({ 'api/documents.json': text });
    const site = await tempContent({ 'api/documents.json': '[]' });
    expect(await addressNotices(site, old, site)).toEqual([]);
  });
});
