/** Runs axe within a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 A and AA, and what axe's authors hold to be good practice besides. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a change of colours can break. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface AxeWindow {
  axe?: { run(options: object): Promise<AxeResults> };
}

/** Loads axe into a page that hasn't got it; works also where the page's own scripts may not run. */
export async function loadAxe(page: Page): Promise<void> {
  const loaded = await page.evaluate(() => (window as unknown as AxeWindow).axe !== undefined);
  if (!loaded) await page.evaluate(`${SOURCE};0`);
}

/** The faults of the page as it stands, each with the elements that have it; `rules` names the only ones to look for. */
export async function axeFaults(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  await loadAxe(page);
  const type = rules === RULES ? 'tag' : 'rule';
  return await page.evaluate(
    async ({ type, values }) => {
      const { axe } = window as unknown as Required<AxeWindow>;
      const { violations } = await axe.run({ runOnly: { type, values }, resultTypes: ['violations'] });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
      );
    },
    { type, values: [...rules] },
  );
}
