import { describe, expect, inject, it } from 'vitest';
import { readPage, readTags } from '../support/html.ts';

const dir = inject('fixtureSite');
const REPEALED = 'policies/yunjiaofa-2008-2/index.html';
const PLAN = 'plans/yunjiaoyanzi-2012-3/index.html';
const NOTICE = 'policies/yunjiaofa-2011-5/index.html';

/** The page's words without its tags. */
async function textOf(file: string): Promise<string> {
  return (await readPage(dir, file)).replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '');
}

describe('a repealed document', () => {
  it('says under its title when, by what, and whether that is in force', async () => {
    expect(await textOf(REPEALED)).toContain(
      '本文件已于 2011-01-10 被《云岭区教育局关于加强听课工作的通知》（云教发〔2011〕5号）废止，后者现行有效。',
    );
  });

  it('is marked on a link to it with how it stood when it was cited, for eyes and for paper', async () => {
    const links = readTags(await readPage(dir, PLAN)).filter(
      ({ attributes }) => attributes['data-docnumber'] === '云教发〔2008〕2号',
    );
    expect(links.length).toBeGreaterThan(0);
    for (const { attributes } of links) {
      expect(attributes['class']).toBe('ref ref-dead');
      expect(attributes['data-dead']).toBe('引用时已废止');
      expect(attributes['title']).toBe(
        '云岭区教育局听课经费管理办法（题录），引用时已废止，现行的是《云岭区教育局关于加强听课工作的通知》（云教发〔2011〕5号）',
      );
    }
  });

  it('is marked in the lists of citations at both ends', async () => {
    expect(await textOf(PLAN)).toMatch(/云教发〔2008〕2号\s*题录\s*引用时已废止/);
    expect(await textOf(REPEALED)).toMatch(/云教研字〔2012〕3号\s*引用时已废止/);
  });

  it('has a mark of its own on the day of its repeal: what repeals it cites it rightly', async () => {
    const html = await readPage(dir, NOTICE);
    expect(html).toContain('data-dead="现已废止"');
    expect(html).not.toContain('引用时已废止');
  });

  it('has its life told in order, with what ended it', async () => {
    const html = await readPage(dir, REPEALED);
    const life = /<ol class="life"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    const days = readTags(life).flatMap(({ attributes }) => attributes['datetime'] ?? []);
    expect(days).toEqual(['2008', '2011-01-10']);
    expect(life).toContain('href="/wenku/policies/yunjiaofa-2011-5/"');
  });
});

describe('a document in force', () => {
  it('has no banner to be seen, and one that waits for its last day', async () => {
    const banners = readTags(await readPage(dir, NOTICE)).filter(({ attributes }) =>
      attributes['class']?.startsWith('status-banner'),
    );
    expect(banners.map(({ attributes }) => ['hidden' in attributes, attributes['data-banner-from']])).toEqual(
      [
        [true, ''],
        [true, '2100-01-01'],
      ],
    );
    expect(await readPage(dir, PLAN)).not.toContain('status-banner');
  });

  it('brings the script that tells later readers only where a status changes', async () => {
    const page = await readPage(dir, NOTICE);
    expect(page).toContain('data-statuses');
    expect(await readPage(dir, 'policies/rules-a/index.html')).not.toMatch(/RefreshStatus|data-statuses/);
  });
});
