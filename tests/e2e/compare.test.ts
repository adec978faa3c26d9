import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_BASE } from '../support/build.setup.ts';
import { openFolder } from '../support/open-folder.ts';
import { openSite } from '../support/open-site.ts';

const site = openSite(inject('fixtureSite'), FIXTURE_BASE);
const folder = openFolder(inject('offlineSite'));

const [EARLIER, LATER, SUMMARY] = [
  'plans/yunjiaoyanzi-2011-2',
  'plans/yunjiaoyanzi-2012-3',
  'summaries/2012',
];
const RESULT = '[data-compare-result] .cmp-rows';

describe('choosing two documents', () => {
  it('compares them as the static page does, and the address says which', async () => {
    const { page, trouble, home } = await site.visit('compare/');
    await page.selectOption('select[name="a"]', EARLIER);
    expect(await page.textContent('[data-compare-status]')).toContain('选定两份文件');
    await page.selectOption('select[name="b"]', LATER);
    await page.waitForSelector(RESULT);
    expect(new URL(page.url()).search).toBe(`?a=${EARLIER}&b=${LATER}`);
    const rows = await page.innerHTML(RESULT);
    const heads = await page.innerText('.cmp-heads');
    await page.goto(`${home}${LATER}/changes/`);
    expect(await page.innerHTML('.cmp-rows')).toBe(rows);
    expect(await page.innerText('.cmp-heads')).toBe(heads);
    await page.goBack();
    await page.waitForSelector(RESULT);
    expect(trouble).toEqual([]);
  });

  it('looks for a plan in its summary, whichever side they are on', async () => {
    for (const query of [`?a=${LATER}&b=${SUMMARY}`, `?a=${SUMMARY}&b=${LATER}`]) {
      const { page, home } = await site.visit(`compare/${query}`);
      await page.waitForSelector(RESULT);
      const rows = await page.innerHTML(RESULT);
      await page.goto(`${home}${SUMMARY}/against-plan/`);
      expect(await page.innerHTML('.cmp-rows')).toBe(rows);
    }
  });

  it('swaps the sides, and the back button swaps them back', async () => {
    const { page } = await site.visit(`compare/?a=${EARLIER}&b=${LATER}`);
    await page.waitForSelector(`${RESULT} [data-kind="vanished"]`);
    const vanished = await page.locator(`${RESULT} [data-kind="vanished"]`).count();
    await page.click('[data-swap]');
    await page.waitForSelector(`${RESULT} [data-kind="new"]`);
    await expect.poll(() => page.locator(`${RESULT} [data-kind="new"]`).count()).toBe(vanished);
    expect(await page.inputValue('select[name="a"]')).toBe(LATER);
    await page.goBack();
    await expect.poll(() => page.inputValue('select[name="a"]')).toBe(EARLIER);
    await expect.poll(() => page.locator(`${RESULT} [data-kind="vanished"]`).count()).toBe(vanished);
  });

  it('narrows a list by what is typed, keeps what is chosen, and offers no records', async () => {
    const { page } = await site.visit(`compare/?a=${EARLIER}`);
    await page.waitForSelector(`select[name="a"] option[value="${EARLIER}"]`, { state: 'attached' });
    await page.fill('[data-filter="a"]', '2012 总结');
    const values = await page
      .locator('select[name="a"] option[value]:not([value=""])')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(values.sort()).toEqual([EARLIER, SUMMARY].sort());
    await page.fill('[data-filter="b"]', '云教发2008');
    expect(await page.textContent('select[name="b"] option[value=""]')).toBe('没有符合的文件');
  });

  it.each([
    [`?a=${LATER}&b=${LATER}`, '同一份文件'],
    [`?a=plans/nothing&b=${LATER}`, '“plans/nothing”不是本库有正文的文件'],
  ])('says of %s what is wrong', async (query, message) => {
    const { page } = await site.visit(`compare/${query}`);
    await expect.poll(() => page.textContent('[data-compare-status]')).toContain(message);
  });
});

describe('what goes wrong', () => {
  const QUERY = `compare/?a=${EARLIER}&b=${LATER}`;
  const status = '[data-compare-status]';

  it('asks for the list of documents once', async () => {
    const { page } = await site.visit(QUERY);
    await page.waitForSelector(RESULT);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload();
    await page.waitForSelector(RESULT);
    expect(asked.filter((path) => path.endsWith('api/documents.json'))).toHaveLength(1);
  });

  it('finds the texts though its list is of an earlier build', async () => {
    // A page that asks for no list: the one answer of the route is for the page after it.
    const { page, trouble } = await site.visit('help/');
    const listed = await page.request.get(new URL('../api/documents.json', page.url()).href);
    const rows = (await listed.json()) as { id: string }[];
    const json = rows.filter(({ id }) => id === EARLIER || id === LATER);
    await page.route('**/api/documents.json', (route) => route.fulfill({ json }), { times: 1 });
    await page.goto(new URL(`../compare/?a=${EARLIER}&b=${LATER}`, page.url()).href);
    await page.waitForSelector(RESULT);
    expect(trouble).toEqual([]);
  });

  it('blames the network for a text that cannot be had', async () => {
    const { page } = await site.visit('compare/');
    await page.route('**/search/api.js*', (route) => route.abort());
    await page.goto(new URL(`?a=${EARLIER}&b=${LATER}`, page.url()).href);
    await expect.poll(() => page.textContent(status)).toContain('请检查网络');
  });

  it.each(['HTMLSelectElement', 'HTMLDivElement'])(
    'says so of a fault of the program, and leaves it in the console: %s',
    async (name) => {
      const { page } = await site.visit('compare/');
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.addInitScript((type) => {
        const prototype =
          type === 'HTMLSelectElement' ? HTMLSelectElement.prototype : HTMLDivElement.prototype;
        Object.defineProperty(prototype, 'innerHTML', {
          set() {
            throw new TypeError('not a function of this browser');
          },
        });
      }, name);
      await page.goto(new URL(`?a=${EARLIER}&b=${LATER}`, page.url()).href);
      await expect.poll(() => page.textContent(status), { timeout: 20_000 }).toContain('网页程序出错');
      expect(said.join()).toContain('not a function of this browser');
    },
  );
});

describe('the boxes', () => {
  it('hide and show rows of a kind, without JavaScript too', async () => {
    const { page } = await site.visit(`${LATER}/changes/`, { javaScriptEnabled: false });
    const stayed = page.locator('[data-kind="stayed"]');
    expect(await stayed.first().isVisible()).toBe(true);
    await page.click('label[for="show-stayed"]');
    expect(await stayed.first().isVisible()).toBe(false);
    expect(await page.locator('[data-kind="vanished"]').first().isVisible()).toBe(true);
  });
});

describe('the folder on a memory stick', () => {
  it('compares two documents as the site does', async () => {
    const { page, trouble } = await folder.visit('compare/index.html', `?a=${EARLIER}&b=${LATER}`);
    await page.waitForSelector(RESULT);
    const kinds = await page
      .locator(`${RESULT} > li`)
      .evaluateAll((rows) => rows.map((row) => row.dataset['kind']));
    const there = await site.visit(`${LATER}/changes/`);
    expect(
      await there.page
        .locator('.cmp-rows > li')
        .evaluateAll((rows) => rows.map((row) => row.dataset['kind'])),
    ).toEqual(kinds);
    await page.click(`${RESULT} .cmp-right > p a`);
    expect(folder.placeOf(page).file).toBe(`${LATER}/index.html`);
    expect(trouble).toEqual([]);
  });
});
