import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { useSearchPage } from '../support/search-session.ts';

const session = useSearchPage();
const { open, box, phase, answered, hold } = session;
/** The page of the present test. */
let page: Page;
beforeEach(() => {
  page = session.page;
});

const hits = () => page.locator('[data-search][data-state="done"] a[data-result]');
const total = (): Promise<string | null> => page.locator('[data-search]').getAttribute('data-total');
/** Searches from another page of the site, by a form such as the home page's. */
async function searchFromElsewhere(query: string): Promise<void> {
  await page.goto(`${session.site.url}doc/`);
  await page.evaluate((q) => {
    const form = document.createElement('form');
    form.action = '../search/';
    form.innerHTML = '<input name="q">';
    document.body.append(form);
    const input = form.querySelector('input');
    if (input) input.value = q;
    form.submit();
  }, query);
  await page.waitForURL((url) => !url.pathname.endsWith('/doc/'));
}

describe('search page', () => {
  it('loads nothing of the index before the reader types, then answers while typing', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await open();
    await phase('idle');
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(requests.filter((url) => /pagefind|api\.js|facets/.test(url))).toEqual([]);
    await page.keyboard.type('磨课');
    await answered('磨课');
    expect(Number(await total())).toBeGreaterThan(20);
    expect(await hits().count()).toBe(10);
    expect(await page.locator('[role="status"]').textContent()).toBe(`找到 ${await total()} 份文件。`);
    expect(await page.locator('.search-results mark').first().textContent()).toBe('磨课');
    expect(requests.filter((url) => /document-number|numbers\.json/.test(url))).toEqual([]);
  });

  it('does not search for pinyin that is still being composed', async () => {
    await page.clock.install();
    await open();
    await phase('idle');
    await box().evaluate((input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = 'moke';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    // Runs whatever the page has put off.
    await page.clock.runFor(10_000);
    expect(await page.locator('[data-search]').getAttribute('data-state')).toBe('idle');
    expect(page.url()).not.toContain('q=');
    await box().evaluate((input: HTMLInputElement) => {
      input.value = '磨课';
      input.dispatchEvent(new CompositionEvent('compositionend'));
    });
    await page.clock.runFor(10_000);
    await answered('磨课');
    expect(await hits().count()).toBeGreaterThan(0);
  });

  it('does not search for a word with the pinyin of the next one', async () => {
    await page.clock.install();
    await open();
    await phase('idle');
    await box().evaluate((input: HTMLInputElement) => {
      input.value = '磨课';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = '磨课ting';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    await page.clock.runFor(10_000);
    expect(page.url()).not.toContain('q=');
  });

  it('goes with the arrows from the box through the hits and back, and empties the box with Esc', async () => {
    await open('?q=磨课');
    await phase('done');
    await box().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const focused = (): Promise<number> =>
      hits().evaluateAll((links) => links.map((link) => link === document.activeElement).indexOf(true));
    expect(await focused()).toBe(1);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await box().inputValue()).toBe('磨课');
    await page.keyboard.press('Escape');
    await phase('idle');
    expect(await box().inputValue()).toBe('');
    expect(await page.locator('a[data-result]').count()).toBe(0);
  });

  it('opens a hit with Enter, its words to be highlighted, and comes back to the same place', async () => {
    await open('?q=磨课');
    await phase('done');
    await page.locator('[data-part="more"]').click();
    await page.waitForFunction(() => document.querySelectorAll('a[data-result]').length > 10);
    await hits().nth(12).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(plans|summaries|policies)\/.*\?hl=/);
    await page.goBack();
    await phase('done');
    expect(await hits().count()).toBeGreaterThan(12);
    await page.waitForFunction(() => window.scrollY > 0);
  });

  it('keeps the list when only the part of the address after # changes', async () => {
    await open('?q=磨课');
    await phase('done');
    await page.locator('[data-part="more"]').click();
    await page.waitForFunction(() => document.querySelectorAll('a[data-result]').length > 10);
    const mark = (): Promise<string | undefined> =>
      page
        .locator('a[data-result]')
        .first()
        .evaluate((link) => link.dataset['kept']);
    await page
      .locator('a[data-result]')
      .first()
      .evaluate((link) => {
        link.dataset['kept'] = '1';
        window.location.hash = '#main';
      });
    await page.waitForURL(/#main$/);
    await page.goBack();
    await page.waitForURL((url) => url.hash === '');
    await phase('done');
    expect(await mark()).toBe('1');
    expect(await hits().count()).toBeGreaterThan(10);
  });

  it('filters by kind and year, keeps the counts of what is not chosen, and undoes with the back button', async () => {
    await open('?q=磨课');
    await phase('done');
    const all = await total();
    const year = page.locator('[data-year-count]').first();
    const count = await year.getAttribute('data-year-count');
    const before = await page.locator('[data-year-count]').count();
    await year.click();
    await page.waitForFunction(
      (expected) => document.querySelector<HTMLElement>('[data-search]')?.dataset['total'] === expected,
      count,
    );
    expect(page.url()).toMatch(/&year=2005$/);
    expect(await page.locator('[data-year-count]').count()).toBe(before);
    expect(await year.getAttribute('aria-pressed')).toBe('true');
    expect(await year.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.locator('[data-facet="type"]').first().click();
    await page.waitForURL(/type=plans/);
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(
      (expected) => document.querySelector<HTMLElement>('[data-search]')?.dataset['total'] === expected,
      all,
    );
    expect(page.url()).not.toContain('year=');
  });

  it('takes its whole state from the address', async () => {
    await open('?q=磨课&type=plans&topic=磨课&sort=date');
    await phase('done');
    expect(await page.locator('select[data-sort]').inputValue()).toBe('date');
    expect(await page.locator('[data-facet="topic"][aria-pressed="true"]').getAttribute('data-value')).toBe(
      '磨课',
    );
    expect(await page.locator('[data-facet="type"][aria-pressed="true"]').textContent()).toMatch(/^工作计划/);
    const metas = await page.locator('.hit-meta').allTextContents();
    expect(metas.length).toBe(Number(await total()));
    expect(metas.every((meta) => meta.startsWith('工作计划'))).toBe(true);
  });

  it('shows several values of a filter that the address names, and switches each on and off', async () => {
    await open('?q=云教发&topic=磨课&topic=校本教研');
    await phase('done');
    const chosen = async (): Promise<string[]> =>
      (
        await page
          .locator('[data-facet="topic"][aria-pressed="true"]')
          .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['value'] ?? ''))
      ).sort();
    const topics = (): string[] => new URL(page.url()).searchParams.getAll('topic').sort();
    expect(await chosen()).toEqual(['校本教研', '磨课']);
    // Gone from and come back to before there is an answer.
    const release = await hold(/\.pf_fragment/);
    await page.locator('[data-facet="topic"][data-value="磨课"]').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    expect(topics()).toEqual(['校本教研', '磨课']);
    release();
    await phase('done');
    expect(await chosen()).toEqual(['校本教研', '磨课']);
    await page.click('[data-facet="topic"][data-value="校本教研"]');
    await page.waitForURL((url) => url.searchParams.getAll('topic').length === 1);
    await phase('done');
    expect(await chosen()).toEqual(['磨课']);
  });

  it('never lets a late answer replace a newer one', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let first = true;
    await page.route(/\.pf_fragment/, async (route) => {
      const wait = first;
      first = false;
      if (wait) await held;
      await route.continue();
    });
    await open();
    await page.keyboard.type('磨课');
    await phase('loading');
    await box().fill('没有这样的字句');
    await answered('没有这样的字句');
    const late = page.waitForEvent('requestfinished', (request) => request.url().includes('.pf_fragment'));
    release();
    await late;
    // Whoever asks for the same hits after the page gets them after it.
    await page.evaluate(`(async () => {
      const { search } = await import(new URL('api.js', window.location.href).href);
      const { results } = await search('磨课');
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
    })()`);
    expect(await total()).toBe('0');
    expect(await page.locator('a[data-result]').count()).toBe(0);
  });

  it('says that it is searching when that takes long, in place of an old count', async () => {
    const release = await hold(/\.pf_fragment/);
    const says = (text: RegExp): Promise<void> =>
      page.locator('[role="status"]', { hasText: text }).first().waitFor();
    await open('?q=磨课');
    await says(/^正在检索…$/);
    release();
    await phase('done');
    await says(/^找到 \d+ 份文件。$/);
  });

  it('leads from a document number in any disguise to the document, with Enter too', async () => {
    await open();
    await page.keyboard.type('云教发［2006］第1 號');
    const jump = page.locator('a[data-jump]');
    await jump.waitFor();
    expect(await jump.textContent()).toContain('云教发〔2006〕1号');
    await phase('done');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/wenku/${session.site.documents[1]?.entry.id}/`);
  });

  it('remembers Enter while the answer to a pasted number is still loading', async () => {
    const release = await hold(/\.pf_index|numbers\.json/);
    await open();
    await page.keyboard.insertText('云教发［2006］第1 號');
    await page.keyboard.press('Enter');
    await phase('loading');
    release();
    await page.waitForURL((url) => url.pathname === `/wenku/${session.site.documents[1]?.entry.id}/`);
  });

  it('forgets Enter when the reader goes on typing', async () => {
    const release = await hold(/numbers\.json/);
    await open();
    await page.keyboard.insertText('云教发［2006］1号');
    await page.keyboard.press('Enter');
    await phase('loading');
    await page.keyboard.insertText(' 磨课');
    release();
    await answered('云教发［2006］1号 磨课');
    expect(page.url()).toContain('/search/');
  });

  it('goes with Enter to the page that says that a number is not held', async () => {
    await open();
    await page.keyboard.insertText('云政办函【2010】8号');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === '/wenku/n/云政办函〔2010〕8号/');
  });

  it('goes straight to a number searched for on another page, and back to that page', async () => {
    const document = `/wenku/${session.site.documents[1]?.entry.id}/`;
    await searchFromElsewhere('云教发［2006］第1 號');
    await page.waitForURL((url) => url.pathname === document);
    await page.goBack();
    expect(page.url()).toBe(`${session.site.url}doc/`);
  });

  it('stays, with words from another page, and with a number when it is opened, reloaded or come back to', async () => {
    await searchFromElsewhere('磨课');
    await phase('done');
    expect(page.url()).toContain('/search/');
    await open('?q=云教发［2006］1号');
    await phase('done');
    await page.reload();
    await phase('done');
    await page.locator('a[data-jump]').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/search/'));
    await page.goBack();
    await phase('done');
    expect(await page.locator('a[data-jump]').count()).toBe(1);
  });

  it('says of a number that is not held that it is not', async () => {
    await open('?q=云政办函【2010】8号');
    await phase('done');
    expect(await page.locator('[data-jump]').textContent()).toContain('未收录');
    await open('?q=云教发〔1999〕99号');
    await phase('done');
    expect(await page.locator('[data-part="jump"]').textContent()).toContain('未收录');
    expect(await page.locator('a[data-jump]').count()).toBe(0);
  });

  it('tells what it looked for in vain, and offers what is near', async () => {
    await open('?q=磨课改革 校本教研&type=plans');
    await phase('done');
    const empty = page.locator('[data-part="empty"]');
    await empty.locator('[data-suggestion]').first().waitFor();
    expect(await empty.textContent()).toContain('没有同时含有磨课改革、校本教研，限于工作计划的文件');
    const suggestion = empty.locator('[data-suggestion]', { hasText: '只搜一个词' });
    const promised = /(\d+) 份/.exec((await suggestion.textContent()) ?? '')?.[1];
    await suggestion.click();
    await answered('校本教研');
    expect(await total()).toBe(promised);
  });

  it('finds simplified text by a traditional query', async () => {
    await open('?q=磨课');
    await phase('done');
    const simplified = await total();
    await open('?q=磨課');
    await phase('done');
    expect(await total()).toBe(simplified);
    expect(await page.locator('.search-results mark').first().textContent()).toBe('磨课');
  });

  it('says when the index cannot be loaded, and tries again', async () => {
    await page.route(/\.pf_index/, (route) => route.abort());
    await open('?q=磨课');
    await phase('error');
    expect(await page.locator('[role="status"]').textContent()).toMatch(/^检索没有成功.*改法：/);
    await page.unroute(/\.pf_index/);
    await page.locator('[data-retry]').click();
    await phase('done');
    expect(await hits().count()).toBeGreaterThan(0);
    expect(
      await hits()
        .first()
        .evaluate((hit) => hit === document.activeElement),
    ).toBe(true);
  });

  it('keeps the focus of the keyboard when the filter that was pressed goes away', async () => {
    const inBox = (): Promise<void> =>
      box().evaluate((input) => {
        if (input !== document.activeElement) throw new Error(String(document.activeElement?.outerHTML));
      });
    await open('?q=磨课&year=2006');
    await phase('done');
    await page.locator('[data-part="clear"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('year'));
    await phase('done');
    await inBox();
    await open('?q=没有这样的字句&type=constructor&year=2006');
    await phase('done');
    await page.locator('[data-facet="type"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('type'));
    await phase('done');
    await inBox();
  });

  it('keeps the focus on the button that tries again while that fails', async () => {
    await page.route(/\.pf_index/, (route) => route.abort());
    await open('?q=磨课');
    await phase('error');
    const retry = page.locator('[data-retry]');
    const first = await retry.elementHandle();
    await retry.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((button) => !button?.isConnected, first);
    await page.waitForFunction(() => document.activeElement?.matches('[data-retry]'));
  });

  it('tries again by Enter', async () => {
    await page.route(/\.pf_index/, (route) => route.abort());
    await open('?q=磨课');
    await phase('error');
    await page.unroute(/\.pf_index/);
    await box().press('Enter');
    await phase('done');
    expect(await hits().count()).toBeGreaterThan(0);
  });

  it('says when more hits do not load, keeps those that are there, and tries again', async () => {
    await open('?q=磨课');
    await phase('done');
    await page.route(/\.pf_fragment/, (route) => route.abort());
    await page.locator('[data-part="more"]').click();
    await phase('error');
    expect(await page.locator('[role="status"]').textContent()).toMatch(/^检索没有成功.*改法：/);
    expect(await page.locator('a[data-result]').count()).toBe(10);
    await page.unroute(/\.pf_fragment/);
    await page.locator('[data-retry]').click();
    await phase('done');
    expect(await hits().count()).toBeGreaterThan(10);
    expect(
      await hits()
        .nth(10)
        .evaluate((hit) => hit === document.activeElement),
    ).toBe(true);
  });

  it('offers no order where there is nothing to sort, but what can be undone', async () => {
    await open('?q=没有这样的字句');
    await phase('done');
    expect(await page.locator('[data-part="filters"]').isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: '结果' }).count()).toBe(0);
    await open('?q=没有这样的字句&year=2006');
    await phase('done');
    expect(await page.getByRole('group', { name: '类型' }).count()).toBe(0);
    await open('?q=没有这样的字句&type=constructor&year=2006');
    await phase('done');
    expect(await page.locator('select[data-sort]').isVisible()).toBe(false);
    expect(await page.locator('[data-part="clear"]').isVisible()).toBe(true);
    const chosen = page.locator('[data-facet][aria-pressed="true"]');
    expect(await chosen.allTextContents()).toEqual(['constructor 0', expect.stringContaining('2006')]);
  });

  it('folds its filters on a phone, where the button says how many are set, and shows them beside the hits elsewhere', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open('?q=云教发&topic=磨课');
    await phase('done');
    const fold = page.locator('[data-part="fold"]');
    const topic = page.locator('[data-facet="topic"]').first();
    expect(await fold.textContent()).toBe('筛选（1）');
    expect(await topic.isVisible()).toBe(false);
    await fold.click();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await topic.isVisible()).toBe(true);
    expect(await page.locator('[data-year-count]').first().isVisible()).toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await fold.isVisible()).toBe(false);
    const [filters, hit] = await Promise.all([
      page.locator('[data-part="filters"]').boundingBox(),
      page.locator('.hit').first().boundingBox(),
    ]);
    expect(filters?.x).toBeGreaterThan((hit?.x ?? 0) + (hit?.width ?? 0));
  });

  it('says what may be typed while nothing is asked, and no longer than that', async () => {
    await open('?q=磨课');
    const start = page.locator('[data-part="start"]');
    await phase('done');
    expect(await start.isVisible()).toBe(false);
    await box().fill('');
    await phase('idle');
    expect(await start.isVisible()).toBe(true);
  });

  it('writes no style into its markup', async () => {
    await open('?q=磨课');
    await phase('done');
    expect(await page.locator('[data-search] [style]').count()).toBe(0);
  });

  it('gives what a script of any page may ask for', async () => {
    await open();
    // As text: the test runner would rewrite the import.
    const answer: { total: number; listed: number; first: unknown } = await page.evaluate(`(async () => {
      const api = await import(new URL('api.js', window.location.href).href);
      const { total, results } = await api.search('磨课');
      return { total, listed: results.length, first: await results[0].data() };
    })()`);
    expect(answer.listed).toBe(answer.total);
    expect(answer.first).toMatchObject({
      url: expect.stringMatching(/^\/wenku\//),
      title: expect.stringContaining('磨课'),
    });
  });

  it.each([320, 390, 1200])(
    'fits a screen of %i pixels, with targets that a finger can hit',
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const query of ['?q=云教发', '?q=没有这样的字句&year=2006', '?q=云教发［2006］1号', '']) {
        await open(query);
        await phase(query === '' ? 'idle' : 'done');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const low = await page
          .locator('[data-search] :is(button, select, input, a[data-result], a[data-clause-hit]):visible')
          .evaluateAll((targets) =>
            targets
              .filter((target) => target.getBoundingClientRect().height < 44)
              .map((target) => target.outerHTML),
          );
        expect(low).toEqual([]);
      }
    },
  );

  it.each(['?q=磨课&year=2006', '?q=没有这样的字句', '?q=云教发［2006］1号', ''])(
    'has no accessibility faults at %s',
    async (query) => {
      await open(query);
      await phase(query === '' ? 'idle' : 'done');
      expect(await axeFaults(page)).toEqual([]);
    },
  );

  it('leads to the lists without JavaScript', async () => {
    const context = await session.browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${session.site.url}search/`);
    expect(await plain.locator('.search-noscript a').first().getAttribute('href')).toBe('/wenku/plans/');
    await context.close();
  });
});

describe('highlighting in a document', () => {
  const openDocument = (suffix: string): Promise<unknown> => page.goto(`${session.site.url}doc/${suffix}`);
  const marks = (): Promise<string[]> => page.locator('mark[data-hl]').allTextContents();

  it('does nothing, and loads nothing, unless it is asked for', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await openDocument('');
    await page.waitForLoadState('networkidle');
    expect(await marks()).toEqual([]);
    expect(requests.filter((url) => url.includes('highlight-words'))).toEqual([]);
  });

  it('marks words across inline elements, not across blocks, nor in what is not text', async () => {
    await openDocument('?hl=磨课');
    await page.locator('.highlight-bar').waitFor();
    expect(await marks()).toEqual(['磨', '课', '磨课', '磨课']);
    expect(await page.locator('.highlight-bar').textContent()).toContain('标出 3 处');
    await openDocument('?hl=思想法');
    await page.waitForLoadState('networkidle');
    expect(await marks()).toEqual([]);
  });

  it('marks whatever the width, the spaces and the brackets', async () => {
    await openDocument(`?hl=${encodeURIComponent('"云教发[2009]67号"')}`);
    await page.locator('.highlight-bar').waitFor();
    expect(await marks()).toEqual(['云教发〔２００９〕 67号']);
  });

  it('marks simplified for traditional and the reverse, with a table that ordinary words do without', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    const tables = (): string[] => requests.filter((path) => path.endsWith('/search/variants.json'));
    await openDocument('?hl=磨课');
    await page.locator('.highlight-bar').waitFor();
    expect(tables()).toEqual([]);
    await openDocument('?hl=磨課');
    await page.locator('.highlight-bar').waitFor();
    expect(await marks()).toEqual(['磨', '课', '磨课', '磨课']);
    expect(await page.locator('.highlight-bar').textContent()).toContain('“磨課”标出 3 处');
    expect(tables()).toEqual(['/wenku/search/variants.json']);
    await page.route(/\/doc\//, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('指导思想', '指導思想');
      await route.fulfill({ response, body });
    });
    await openDocument('?hl=指导思想');
    await page.locator('.highlight-bar').waitFor();
    expect(await marks()).toEqual(['指導思想', '指導思想']);
    // Without the table what is written alike is marked all the same.
    await page.route(/variants\.json/, (route) => route.abort());
    await openDocument('?hl=思想');
    await page.locator('.highlight-bar').waitFor();
    expect(await marks()).toEqual(['思想', '思想']);
  });

  it('marks what stands in the title only, also if the clause in the address is malformed', async () => {
    await openDocument('?hl=室工作#%E4%');
    await page.locator('.highlight-bar').waitFor();
    expect(await page.locator('[data-document-title] mark').allTextContents()).toEqual(['室工作']);
  });

  it('takes words that stand nowhere out of the address', async () => {
    await openDocument('?hl=没有这样的字句#c2');
    await page.waitForURL(`${session.site.url}doc/#c2`);
    expect(await marks()).toEqual([]);
  });

  it('goes to the clause, and leaves no trace after Esc', async () => {
    await openDocument('');
    const text = await page.locator('article').innerHTML();
    await openDocument(`?hl=${encodeURIComponent('磨课 课')}#c2`);
    await page.locator('.highlight-bar').waitFor();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(500);
    await page.keyboard.press('Escape');
    expect(await page.locator('article').innerHTML()).toBe(text);
    expect(page.url()).toBe(`${session.site.url}doc/#c2`);
  });
});
